package wire

// Hello is the first message of every connection, and comes once.
type Hello struct {
	// Protocol is the client's version of this package, Rules the hash of the game it was built with. A server that has
	// others says Bye.
	Protocol uint16
	Rules    uint64
	// Name is what the player wants to be called; empty for one made by the server.
	Name string
	// Token is that of an earlier Welcome, to go on from there.
	Token Token
	// Presence to begin with: watching, here or away.
	Presence Presence
	// LastEvent is the number of the newest Event the client has seen, 0 for none; with a Token, newer ones follow.
	LastEvent uint32
}

// AppendHello appends the message to dst.
func AppendHello(dst []byte, m *Hello) []byte {
	dst = appendHead(dst, KindHello, 6)
	dst = appendUint(dst, uint64(m.Protocol))
	dst = appendUint(dst, m.Rules)
	dst = appendStr(dst, m.Name, MaxName)
	dst = appendToken(dst, m.Token)
	dst = appendUint(dst, uint64(m.Presence))
	return appendUint(dst, uint64(m.LastEvent))
}

// Decode reads the message. Of a Hello in another Protocol it reads that and Rules only, and is content: these two stay
// where they are in every version, so that the answer can be ByeProtocol.
func (m *Hello) Decode(a Args) error {
	*m = Hello{}
	a.expect(KindHello, 2, MaxElements)
	m.Protocol = a.uint16()
	m.Rules = a.uint(^uint64(0))
	if a.err != nil || m.Protocol != Protocol {
		return a.err
	}
	m.Name = a.str(MaxName)
	m.Token = a.token()
	m.Presence = a.presence(PresenceWatching)
	m.LastEvent = a.uint32()
	return a.done()
}
