package match

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/game/snap"
)

// A checkpoint, all numbers big endian; a block is its length in 4 bytes, then so many bytes:
//
//	byte  0      version
//	bytes 1-8    hash of the arena
//	bytes 9-16   Secret.Rand
//	bytes 17-24  the stream behind votes
//	bytes 25-28  pilots hatched so far
//	bytes 29-32  places in the line given so far
//	block        the public state (snap.AppendFull), the mode included
//	byte         number of ships, then for each a block (snap.AppendPrivate)
//	byte         number of pilots, then for each its seat in 2 bytes and the index of its strength in brain.Strengths
//	byte         number of choices voted on, then the one taken, then for each the hash of its arena and a byte of mode
//	byte         number of people who play, then for each the seat in 2 bytes, the place in the line in 4, the choice voted
//	             for (counted from 1) and 1 for who has a place in this round
//	byte         1 for a shot of the round, then its length in 2 bytes, 1 for a person's, and a block (snap.AppendBestShot)
//
// Who sits where is the room's to keep; it tells the match again after Restore. Of shots in flight the ways so far are not
// kept: they go on from where their trails begin.
const checkpointVersion = 2

// ErrCheckpoint is a checkpoint that cannot be read: of another version, cut short, or damaged.
var ErrCheckpoint = errors.New("match: unreadable checkpoint")

// Checkpoint appends the match as it stands between two ticks.
func (m *Match) Checkpoint(dst []byte) []byte {
	dst = append(dst, checkpointVersion)
	dst = binary.BigEndian.AppendUint64(dst, m.state.Arena)
	dst = binary.BigEndian.AppendUint64(dst, m.state.Secret.Rand)
	dst = binary.BigEndian.AppendUint64(dst, m.chance)
	dst = binary.BigEndian.AppendUint32(dst, uint32(m.hatched))
	dst = binary.BigEndian.AppendUint32(dst, m.lined)
	dst = appendBlock(dst, snap.AppendFull(nil, &m.state.Public))
	dst = append(dst, byte(len(m.state.Private)))
	for i := range m.state.Private {
		dst = appendBlock(dst, snap.AppendPrivate(nil, &m.state.Private[i]))
	}
	dst = append(dst, byte(len(m.pilots)))
	for i := range m.pilots {
		dst = binary.BigEndian.AppendUint16(dst, uint16(m.pilots[i].seat))
		dst = append(dst, strengthIndex(m.pilots[i].strength))
	}
	dst = append(dst, byte(len(m.vote.choices)), m.vote.taken)
	for _, c := range m.vote.choices {
		dst = binary.BigEndian.AppendUint64(dst, m.cfg.Grounds[c.ground].Arena.Hash)
		dst = append(dst, byte(c.mode))
	}
	return m.shots.appendBest(m.appendPeople(dst))
}

func (m *Match) appendPeople(dst []byte) []byte {
	at := len(dst)
	dst = append(dst, 0)
	for i := range m.people {
		if p := &m.people[i]; p.plays() {
			dst[at]++
			dst = binary.BigEndian.AppendUint16(dst, uint16(i))
			dst = binary.BigEndian.AppendUint32(dst, p.line)
			dst = append(dst, p.vote, bit(p.crew))
		}
	}
	return dst
}

func (s *shots) appendBest(dst []byte) []byte {
	best, ok := s.bestShot()
	if !ok {
		return append(dst, 0)
	}
	dst = binary.BigEndian.AppendUint16(append(dst, 1), s.best.length)
	return appendBlock(append(dst, bit(s.best.person)), snap.AppendBestShot(nil, &best))
}

// Restore goes on from a checkpoint. On error nothing has changed.
func (m *Match) Restore(b []byte) error {
	c := checkpoint{rest: b}
	if c.byte() != checkpointVersion {
		return ErrCheckpoint
	}
	hash := c.uint64()
	next := Match{
		cfg: m.cfg, settings: m.settings, people: slices.Clone(m.people), guests: m.guests,
		entries: m.entries, base: m.base, asks: m.asks, events: m.events, cut: true, lineChanged: true,
	}
	next.state.Secret.Rand, next.chance = c.uint64(), c.uint64()
	next.hatched, next.lined = int(c.uint32()), c.uint32()
	if err := snap.DecodeFull(c.block(), &next.state.Public); err != nil {
		return fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	var known bool
	if next.at, known = m.settingOf(hash, next.state.Mode); !known {
		return fmt.Errorf("%w: its arena or mode is not played here", ErrCheckpoint)
	}
	if err := next.state.Check(next.here().Arena); err != nil {
		return fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	if int(c.byte()) != len(next.state.Ships) {
		return ErrCheckpoint
	}
	next.state.Private = make([]game.Private, len(next.state.Ships))
	for i := range next.state.Private {
		if err := snap.DecodePrivate(c.block(), &next.state.Private[i]); err != nil {
			return fmt.Errorf("%w: %w", ErrCheckpoint, err)
		}
	}
	if !next.readPilots(&c) || !next.owned() || !next.readVote(&c) || !next.readPeople(&c) || !next.shots.readBest(&c) ||
		c.short || len(c.rest) > 0 {
		return ErrCheckpoint
	}
	next.shots.sweep(&next.state.Public)
	*m = next
	return nil
}

func (m *Match) settingOf(hash uint64, mode game.Mode) (setting, bool) {
	for _, s := range m.settings {
		if s.mode == mode && m.cfg.Grounds[s.ground].Arena.Hash == hash {
			return s, true
		}
	}
	return setting{}, false
}

// owned says whether every ship belongs to a person this match has room for, or to one of the pilots.
func (m *Match) owned() bool {
	n := 0
	for i := range m.state.Ships {
		switch seat := m.state.Ships[i].Seat; {
		case seat < game.FirstPilotSeat && int(seat) >= len(m.people):
			return false
		case seat >= game.FirstPilotSeat:
			n++
			if !slices.ContainsFunc(m.pilots, func(p pilot) bool { return p.seat == seat }) {
				return false
			}
		}
	}
	return n == len(m.pilots)
}

func (m *Match) readPilots(c *checkpoint) bool {
	for range c.byte() {
		seat, strength := game.Seat(c.uint16()), int(c.byte())
		if seat < game.FirstPilotSeat || seat == game.NoSeat || strength >= len(brain.Strengths()) {
			return false
		}
		s := brain.Strengths()[strength]
		m.pilots = append(m.pilots, pilot{seat: seat, strength: s, brain: m.hatch(seat, s, m.state.Tick)})
	}
	return true
}

func (m *Match) readVote(c *checkpoint) bool {
	n := int(c.byte())
	m.vote = vote{taken: c.byte(), changed: true, told: m.state.Tick}
	if n > snap.MaxChoices || n > 0 && m.vote.taken != snap.NoChoice && int(m.vote.taken) >= n {
		return false
	}
	for range n {
		s, known := m.settingOf(c.uint64(), game.Mode(c.byte()))
		if !known {
			return false
		}
		m.vote.choices = append(m.vote.choices, s)
	}
	return true
}

func (m *Match) readPeople(c *checkpoint) bool {
	for i := range m.people {
		p := &m.people[i]
		p.crew, p.line, p.vote = false, 0, 0
	}
	for range c.byte() {
		seat, line, choice, crew := int(c.uint16()), c.uint32(), c.byte(), c.byte()
		if seat >= len(m.people) || int(choice) > len(m.vote.choices) || crew > 1 {
			return false
		}
		p := &m.people[seat]
		p.line, p.vote, p.crew = line, choice, crew != 0
	}
	return true
}

func (s *shots) readBest(c *checkpoint) bool {
	if c.byte() == 0 {
		return true
	}
	s.made = true
	s.best.length, s.best.person = c.uint16(), c.byte() != 0
	shot, err := snap.DecodeBestShot(c.block())
	if err != nil {
		return false
	}
	for _, at := range shot.Path {
		s.best.way.add(at)
	}
	shot.Path = nil
	s.best.shot = shot
	return true
}

func strengthIndex(s brain.Strength) byte {
	for i, known := range brain.Strengths() {
		if s == known {
			return byte(i)
		}
	}
	return 0
}
