package wire

// Presence is what the person at a client is doing.
type Presence uint8

// The presences. The numbers are the room's as well.
const (
	// PresenceGone: I leave for good, my seat is free. Only in SetPresence.
	PresenceGone Presence = iota
	// PresenceWatching: I see everything and take part in nothing, as behind the title.
	PresenceWatching
	// PresenceHere: I play.
	PresenceHere
	// PresenceAway: I play but do not look (hidden page); let a computer fly until I am here again.
	PresenceAway

	presences
)

// SetPresence tells that the presence or the name changed.
type SetPresence struct {
	Presence Presence
	// Name as in Hello; empty to keep the one there is.
	Name string
}

// AppendPresence appends the message to dst.
func AppendPresence(dst []byte, m *SetPresence) []byte {
	dst = appendHead(dst, KindPresence, 2)
	dst = appendUint(dst, uint64(m.Presence))
	return appendStr(dst, m.Name, MaxName)
}

// Decode reads the message.
func (m *SetPresence) Decode(a Args) error {
	a.expect(KindPresence, 2, 2)
	m.Presence = a.presence(PresenceGone)
	m.Name = a.str(MaxName)
	return a.done()
}

// presence reads one of the presences from low on.
func (a *Args) presence(low Presence) Presence {
	p := Presence(a.uint(uint64(presences - 1)))
	if p < low {
		a.fail(ErrRange)
	}
	return p
}
