package wire

// Welcome answers Hello: you are in.
type Welcome struct {
	// Protocol and Rules are the server's.
	Protocol uint16
	Rules    uint64
	// Seat is the client's place in the room.
	Seat uint16
	// Token gives the seat back on another connection; it is never the zero Token.
	Token Token
	// Tick is the room's at this moment, Divisor how many ticks share a snapshot, TickHz how many make a second.
	Tick    uint32
	Divisor uint8
	TickHz  uint8
	// Room is the room's code, for invitations.
	Room string
	// Resumed says that Hello's token was accepted: seat, ship and score are those from before.
	Resumed bool
}

// AppendWelcome appends the message to dst.
func AppendWelcome(dst []byte, m *Welcome) []byte {
	dst = appendHead(dst, KindWelcome, 9)
	dst = appendUint(dst, uint64(m.Protocol))
	dst = appendUint(dst, m.Rules)
	dst = appendUint(dst, uint64(m.Seat))
	dst = appendToken(dst, m.Token)
	dst = appendUint(dst, uint64(m.Tick))
	dst = appendUint(dst, uint64(m.Divisor))
	dst = appendUint(dst, uint64(m.TickHz))
	dst = appendStr(dst, m.Room, MaxRoom)
	return appendBool(dst, m.Resumed)
}

// Decode reads the message.
func (m *Welcome) Decode(a Args) error {
	a.expect(KindWelcome, 9, 9)
	m.Protocol = a.uint16()
	m.Rules = a.uint(^uint64(0))
	m.Seat = a.uint16()
	m.Token = a.token()
	m.Tick = a.uint32()
	m.Divisor = uint8(a.uint(MaxDivisor))
	if m.Divisor == 0 {
		a.fail(ErrRange) // clients divide by it
	}
	m.TickHz = a.uint8()
	if m.TickHz == 0 {
		a.fail(ErrRange)
	}
	m.Room = a.str(MaxRoom)
	m.Resumed = a.bool()
	return a.done()
}
