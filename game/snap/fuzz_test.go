package snap

import (
	"testing"

	"bankshot/game"
)

// FuzzDecodeDelta: whatever a decoder accepts comes back when it is sent on, and can be stepped if the rules' own check
// lets it pass.
func FuzzDecodeDelta(f *testing.F) {
	a := hall(f)
	match := record(f, 4, 2, 2, 200, 4)
	for i := 0; i < len(match); i += 17 {
		f.Add(uint16(i), AppendDelta(nil, match[i].base, &match[i].delta))
	}
	f.Fuzz(func(t *testing.T, i uint16, body []byte) {
		n := int(i)%(len(match)-1) + 1
		var d Delta
		before := &match[n-1].after
		if DecodeDelta(body, match[n].base, match[n].held, &d) != nil {
			if len(d.Entries) != 0 {
				t.Error("a refused body left entries behind")
			}
			return
		}
		if len(d.Entries) == 0 {
			return
		}
		var again Delta
		if err := DecodeDelta(AppendDelta(nil, match[n].base, &d), match[n].base, match[n].held, &again); err != nil {
			t.Fatal(err)
		}
		sameDelta(t, again, d)
		var s game.State
		s.Public.CopyFrom(before)
		s.Private = make([]game.Private, len(s.Ships))
		for k := range d.Entries {
			if d.Entries[k].Check(&s.Public, a) != nil {
				return
			}
			game.Step(&s, a, &d.Entries[k], nil)
		}
	})
}

// FuzzDecodeFull: whatever is accepted is a state that encodes to itself and can be stepped.
func FuzzDecodeFull(f *testing.F) {
	a := hall(f)
	match := record(f, 4, 2, 2, 200, 4)
	for i := 0; i < len(match); i += 31 {
		f.Add(AppendFull(nil, &match[i].after))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		var s game.State
		if DecodeFull(body, &s.Public) != nil {
			return
		}
		var again game.Public
		if err := DecodeFull(AppendFull(nil, &s.Public), &again); err != nil || again.Hash() != s.Hash() {
			t.Fatalf("an accepted state does not come back: %v", err)
		}
		if s.Public.Check(a) != nil {
			return
		}
		s.Private = make([]game.Private, len(s.Ships))
		for range 3 {
			e := game.Entry{}
			game.Decide(&s, a, nil, &e)
			game.Step(&s, a, &e, nil)
		}
	})
}

func FuzzDecodePrivate(f *testing.F) {
	f.Add([]byte{3, 40, 9})
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		var p game.Private
		if DecodePrivate(body, &p) == nil && len(body) > 0 && hex(AppendPrivate(nil, &p)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}

func FuzzDecodeInput(f *testing.F) {
	f.Add(AppendInput(nil, game.Input{Aim: 77, Thrust: 16, Buttons: game.AllButtons}))
	f.Fuzz(func(t *testing.T, body []byte) {
		if in, err := DecodeInput(body); err == nil && hex(AppendInput(nil, in)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}

func FuzzDecodeNotice(f *testing.F) {
	f.Add(AppendNotice(nil, &Notice{Kind: NoticeKill, Seat: 3, Other: 0x8001, Banks: 2, Points: 3, Name: "Ana", OtherName: "Carom"}))
	f.Fuzz(func(t *testing.T, body []byte) {
		if n, err := DecodeNotice(body); err == nil && hex(AppendNotice(nil, &n)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}

func FuzzDecodeBallot(f *testing.F) {
	f.Add(AppendBallot(nil, &Ballot{Taken: NoChoice, Choices: []Choice{{Arena: "Crossfire", Votes: 2}, {Arena: "Mirror Halls", Mode: 4}}}))
	f.Fuzz(func(t *testing.T, body []byte) {
		if b, err := DecodeBallot(body); err == nil && hex(AppendBallot(nil, &b)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}

func FuzzDecodeBestShot(f *testing.F) {
	f.Add(AppendBestShot(nil, &BestShot{Weapon: game.Orb, Banks: 3, Path: make([]game.Vec, 4), Name: "Ana", VictimName: "Carom", Link: "x"}))
	f.Fuzz(func(t *testing.T, body []byte) {
		if s, err := DecodeBestShot(body); err == nil && hex(AppendBestShot(nil, &s)) != hex(body) {
			t.Error("an accepted body does not come back")
		}
	})
}
