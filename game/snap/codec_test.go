package snap

import (
	"bytes"
	"errors"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/arena"
)

// sameDelta is same for snapshots, quick where they are: comparing takes longer than all else in a test of a match.
func sameDelta(t *testing.T, got, want Delta) {
	t.Helper()
	equal := slices.EqualFunc(got.Entries, want.Entries, func(a, b game.Entry) bool {
		return slices.Equal(a.Facts, b.Facts) && slices.Equal(a.Inputs, b.Inputs)
	})
	if !equal || got.First != want.First || got.HasHash != want.HasHash || got.Hash != want.Hash {
		same(t, got, want)
		t.FailNow()
	}
}

// same compares what a codec returns; nil and empty slices say the same.
func same(t interface {
	Helper()
	Errorf(string, ...any)
}, got, want any,
) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestEverySnapshotOfAMatchDecodesToWhatEnteredIt(t *testing.T) {
	for _, c := range []struct {
		name                  string
		pilots, people, ticks int
	}{{"pilots", 8, 0, 2}, {"people", 0, 8, 2}, {"one tick each", 3, 3, 1}, {"twelve ticks each", 4, 4, 12}, {"alone", 1, 0, 2}} {
		t.Run(c.name, func(t *testing.T) {
			var d Delta
			for _, s := range record(t, c.pilots, c.people, c.ticks, 300, 5) {
				body := AppendDelta(nil, s.base, &s.delta)
				if err := DecodeDelta(body, s.base, s.held, &d); err != nil {
					t.Fatal(err)
				}
				sameDelta(t, d, s.delta)
			}
		})
	}
}

func TestAFullSnapshotDecodesToTheState(t *testing.T) {
	var p game.Public
	for i, s := range record(t, 5, 3, 2, 400, 6) {
		if i%20 != 0 {
			continue
		}
		if err := DecodeFull(AppendFull(nil, &s.after), &p); err != nil {
			t.Fatal(err)
		}
		same(t, p, s.after)
		if p.Hash() != s.after.Hash() {
			t.Fatal("the hash differs")
		}
	}
}

func TestEveryInputIsThreeBytesAndComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyInput(t)
		in.Lag = 0 // goes beside it, as wire.Input.View
		b := AppendInput(nil, in)
		got, err := DecodeInput(b)
		if len(b) != InputBytes || err != nil || got != in {
			t.Errorf("%+v became %x, then %+v, %v", in, b, got, err)
		}
	})
}

func TestPrivateComesBack(t *testing.T) {
	for fire := range uint8(100) {
		for dash := range uint8(game.DashCooldown + 1) {
			want := game.Private{FireIn: fire, DashIn: dash, Energy: fire}
			var got game.Private
			if err := DecodePrivate(AppendPrivate(nil, &want), &got); err != nil || got != want {
				t.Fatalf("%+v became %+v, %v", want, got, err)
			}
		}
	}
}

func TestNoticesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Notice{
			Kind: NoticeKind(rapid.IntRange(1, int(NoticeAward)).Draw(t, "kind")),
			Seat: seats.Draw(t, "seat"), Other: seats.Draw(t, "other"),
			Points: int16(rapid.Int16().Draw(t, "points")), Name: anyName(t),
			Weapon:   game.WeaponKind(rapid.IntRange(0, int(game.WeaponKinds)-1).Draw(t, "weapon")),
			Returned: rapid.Bool().Draw(t, "returned"), Revenge: rapid.Bool().Draw(t, "revenge"),
			Streak: rapid.Byte().Draw(t, "streak"), Length: rapid.Uint16().Draw(t, "length"),
		}
		switch want.Kind {
		case NoticeWin:
			want.Team = anyTeam(t)
		case NoticeAward:
			want.Award = Award(rapid.IntRange(0, int(Awards)-1).Draw(t, "award"))
		default:
			want.Banks = rapid.Byte().Draw(t, "banks")
		}
		if rapid.Bool().Draw(t, "others named") {
			want.OtherName, want.HelperName = anyName(t), anyName(t)
		}
		got, err := DecodeNotice(AppendNotice(nil, &want))
		if err != nil {
			t.Fatal(err)
		}
		same(t, got, want)
	})
}

func TestBallotsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := Ballot{Taken: NoChoice}
		for range rapid.IntRange(1, MaxChoices).Draw(t, "choices") {
			want.Choices = append(want.Choices, Choice{
				Arena: anyName(t), Mode: game.Mode(rapid.IntRange(0, int(arena.Matched)-1).Draw(t, "mode")), Votes: rapid.Byte().Draw(t, "votes"),
			})
		}
		if rapid.Bool().Draw(t, "taken") {
			want.Taken = uint8(len(want.Choices) - 1)
		}
		body := AppendBallot(nil, &want)
		got, err := DecodeBallot(body)
		if err != nil || KindOf(body) != NoticeBallot {
			t.Fatal(err)
		}
		same(t, got, want)
	})
}

func TestTheShotOfTheRoundComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := BestShot{
			Weapon: game.Rail, Banks: rapid.Byte().Draw(t, "banks"), Tick: game.Tick(rapid.Uint32().Draw(t, "tick")),
			Name: anyName(t), VictimName: anyName(t), Link: "2026-11-23/KESTREL-3",
		}
		for range rapid.IntRange(2, MaxPath).Draw(t, "points") {
			want.Path = append(want.Path, game.Vec{X: int32(rapid.IntRange(0, farthest-1).Draw(t, "x")), Y: 77})
		}
		got, err := DecodeBestShot(AppendBestShot(nil, &want))
		if err != nil {
			t.Fatal(err)
		}
		same(t, got, want)
	})
}

func TestAVoteComesBack(t *testing.T) {
	for choice := range uint8(MaxChoices + 1) {
		got, err := DecodeVote(AppendVote(nil, choice))
		if ok := choice < MaxChoices; ok != (err == nil) || ok && got != choice {
			t.Errorf("%d became %d, %v", choice, got, err)
		}
	}
}

func TestWhatIsWrongIsNamed(t *testing.T) {
	s := record(t, 3, 0, 2, 200, 8)[150]
	full := AppendFull(nil, &s.after)
	delta := AppendDelta(nil, s.base, &s.delta)
	var p game.Public
	var d Delta
	var private game.Private
	input := func(b ...byte) error { _, err := DecodeInput(b); return err }
	for _, c := range []struct {
		name string
		err  error
		want error
	}{
		{"an input of two bytes", input(1, 2), ErrInputLength},
		{"thrust 17", input(0, 0x10, 1), ErrThrust},
		{"an unknown button", input(0, 0, 0x80), ErrButtons},
		{"a private part of one byte", DecodePrivate([]byte{1}, &private), ErrTruncated},
		{"a private part of four bytes", DecodePrivate([]byte{1, 2, 3, 4}, &private), ErrTrailing},
		{"a cooldown that no dash has", DecodePrivate([]byte{0, 255, 0}, &private), ErrRange},
		{"more energy than there is", DecodePrivate([]byte{0, 0, 255}, &private), ErrRange},
		{"an empty delta", DecodeDelta(nil, s.base, s.held, &d), ErrTruncated},
		{"a delta with more behind it", DecodeDelta(append(bytes.Clone(delta), 1, 2, 3, 4, 5), s.base, s.held, &d), ErrTrailing},
		{"a full snapshot with more behind it", DecodeFull(append(bytes.Clone(full), 0), &p), ErrTrailing},
		{"an empty full snapshot", DecodeFull(nil, &p), ErrTruncated},
		{"a notice of no kind", second(DecodeNotice(make([]byte, 20))), ErrNotice},
		{"a ballot without choices", second(DecodeBallot([]byte{byte(NoticeBallot), 0, NoChoice})), ErrBallot},
		{"a shot without a way", second(DecodeBestShot([]byte{byte(NoticeBestShot), 0, 0, 0, 0, 0, 0, 1, 0, 0})), ErrBestShot},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", c.name, c.err, c.want)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestAFullSnapshotCutShortAnywhereIsRefused(t *testing.T) {
	s := record(t, 3, 0, 2, 200, 8)[150]
	full := AppendFull(nil, &s.after)
	var p game.Public
	for n := range full {
		if err := DecodeFull(full[:n], &p); !errors.Is(err, ErrTruncated) {
			t.Fatalf("the first %d of %d bytes: %v", n, len(full), err)
		}
	}
}

func TestADeltaThatDoesNotFollowIsLeftAlone(t *testing.T) {
	s := record(t, 3, 0, 2, 60, 8)
	body := AppendDelta(nil, s[50].base, &s[50].delta)
	var d Delta
	if err := DecodeDelta(body, s[40].base, s[40].held, &d); err != nil || len(d.Entries) != 0 {
		t.Errorf("%d entries, %v", len(d.Entries), err)
	}
	if d.First != s[50].delta.First {
		t.Errorf("first tick %d, want %d", d.First, s[50].delta.First)
	}
}

func TestSteadySnapshotsCostNoMemory(t *testing.T) {
	match := record(t, 8, 0, 2, 400, 3)[300:]
	var body []byte
	var d Delta
	n := 0
	allocs := testing.AllocsPerRun(200, func() {
		s := &match[n%len(match)]
		n++
		for i := range s.delta.Entries {
			if len(s.delta.Entries[i].Facts) > 0 {
				return // names take memory
			}
		}
		body = AppendDelta(body[:0], s.base, &s.delta)
		if err := DecodeDelta(body, s.base, s.held, &d); err != nil {
			t.Fatal(err)
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations for a snapshot", allocs)
	}
}

func TestTheBytesOfASmallDelta(t *testing.T) {
	base := []game.Ship{{Seat: 1, Alive: true, Aim: 100}, {Seat: 2, Alive: true, Aim: 2000, Thrust: 4}}
	d := Delta{First: 301, HasHash: true, Hash: 0xDEADBEEF, Entries: []game.Entry{
		{Inputs: []game.Input{{Aim: 103, Thrust: 1}, {Aim: 2000, Thrust: 4}}},
		{
			Facts:  []game.Fact{{Kind: game.FactPilot, Seat: 2, Pilot: true}},
			Inputs: []game.Input{{Aim: 106, Thrust: 1, Buttons: game.Fire, Lag: 21}, {Aim: 1990, Thrust: 4}},
		},
	}}
	body := AppendDelta(nil, base, &d)
	const want = "2df1edab43a04ac5d3af454631399c"
	if got := hex(body); got != want {
		t.Errorf("bytes\n%s, want\n%s", got, want)
	}
	var got Delta
	if err := DecodeDelta(body, base, 300, &got); err != nil || !reflect.DeepEqual(got.Entries[1].Inputs, d.Entries[1].Inputs) {
		t.Errorf("%+v, %v", got, err)
	}
}

func hex(b []byte) string {
	const digits = "0123456789abcdef"
	var out []byte
	for _, c := range b {
		out = append(out, digits[c>>4], digits[c&15])
	}
	return string(out)
}
