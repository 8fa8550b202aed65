package light

import (
	"strings"
	"testing"

	"bankshot/game"
	"bankshot/game/snap"
	"bankshot/game/wire"
)

// welcomed is a player that has got in at tick 100.
func welcomed(t testing.TB, m *wire.Messages) *player {
	t.Helper()
	p := &player{track: track{inputs: make([]byte, 5*snap.InputBytes)}}
	frame := wire.AppendWelcome(nil, &wire.Welcome{Protocol: wire.Protocol, Tick: 100, Divisor: 2, TickHz: 60, Room: "ABC", Token: wire.Token{1}})
	frame = wire.AppendFull(frame, &wire.Full{Tick: 100, Shared: []byte("state")})
	if h, err := p.receive(frame, m); err != nil || h.fulls != 1 || h.snapshots != 1 {
		t.Fatalf("%+v, %v", h, err)
	}
	if !p.in || !p.ready || p.ticks.held != 100 {
		t.Fatalf("%+v", p)
	}
	return p
}

func delta(first uint32) []byte {
	return wire.AppendDelta(nil, &wire.Delta{Body: []byte{byte(first), 1, 2, 3}})
}

// parts takes a frame apart.
func parts(t *testing.T, frame []byte) (inputs []wire.Input, pings int, keyframes []wire.Keyframe) {
	t.Helper()
	var m wire.Messages
	if err := m.Open(frame, wire.FromClient()); err != nil {
		t.Fatal(err)
	}
	for kind, args, ok := m.Next(); ok; kind, args, ok = m.Next() {
		var err error
		switch kind {
		case wire.KindInput:
			var in wire.Input
			err = in.Decode(args)
			inputs = append(inputs, in)
		case wire.KindPing:
			pings++
		case wire.KindKeyframe:
			var k wire.Keyframe
			err = k.Decode(args)
			keyframes = append(keyframes, k)
		default:
			t.Fatalf("a bot says %v", kind)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return inputs, pings, keyframes
}

func TestTheEchoIsTheNewestSnapshotThatCame(t *testing.T) {
	var m wire.Messages
	p := welcomed(t, &m)
	// A burst after a stall: three deltas in one frame.
	burst := append(append(delta(101), delta(103)...), delta(105)...)
	if h, err := p.receive(burst, &m); err != nil || h.snapshots != 3 || h.gaps != 0 {
		t.Fatalf("%+v, %v", h, err)
	}
	frame, s := p.frame(nil)
	inputs, pings, keyframes := parts(t, frame)
	if len(inputs) != 1 || inputs[0].Echo != 106 || inputs[0].First != 109 || inputs[0].Count != 2 || s.inputTicks != 2 {
		t.Errorf("%+v", inputs)
	}
	if inputs[0].View != (106-viewBehind)*wire.ViewUnits || len(keyframes) != 0 || pings != 1 {
		t.Errorf("%+v, %d pings, %v", inputs, pings, keyframes)
	}
}

func TestAPingGoesOutOnceASecond(t *testing.T) {
	var m wire.Messages
	p := welcomed(t, &m)
	pings := 0
	for range 300 {
		if _, err := p.receive(delta(p.ticks.held+1), &m); err != nil {
			t.Fatal(err)
		}
		frame, _ := p.frame(nil)
		_, n, _ := parts(t, frame)
		pings += n
	}
	if pings != 10 {
		t.Errorf("%d pings in ten seconds", pings)
	}
}

func TestAGapIsNoticedAndAFullAskedForOnceASecond(t *testing.T) {
	var m wire.Messages
	p := welcomed(t, &m)
	asked := 0
	for i := range 60 {
		h, err := p.receive(delta(105+2*uint32(i)), &m)
		if err != nil || h.gaps != 1 {
			t.Fatalf("%+v, %v", h, err)
		}
		frame, s := p.frame(nil)
		inputs, _, keyframes := parts(t, frame)
		for _, k := range keyframes {
			if k.Tick != 100 || k.Reason != wire.KeyframeGap {
				t.Errorf("%+v", k)
			}
		}
		if inputs[0].Echo != 100 || int(s.keyframes) != len(keyframes) {
			t.Errorf("echo %d of what never came", inputs[0].Echo)
		}
		asked += len(keyframes)
	}
	if asked != 2 {
		t.Errorf("asked %d times in two seconds", asked)
	}
	full := wire.AppendFull(nil, &wire.Full{Tick: 300})
	if _, err := p.receive(full, &m); err != nil || p.ticks.held != 300 || p.wanted {
		t.Errorf("%v, %+v", err, p)
	}
}

func TestAByeIsKeptAsTheReason(t *testing.T) {
	var m wire.Messages
	p := welcomed(t, &m)
	bye := wire.AppendBye(nil, &wire.Bye{Code: wire.ByeSlow, Reason: "too slow"})
	if _, err := p.receive(bye, &m); err != nil || !strings.Contains(p.bye, "too slow") {
		t.Errorf("%v, %q", err, p.bye)
	}
	if err := closed([]byte{0x0F, 0xA5, 'x'}, p.bye); !strings.Contains(err.Error(), "too slow") {
		t.Error(err)
	}
	if err := closed([]byte{0x03, 0xF1, 'x'}, ""); !strings.Contains(err.Error(), "1009 x") {
		t.Error(err)
	}
}

// steadily is a bot's work for one interval, its two system calls apart: a snapshot comes, an input goes.
func steadily(t testing.TB) func() {
	var m wire.Messages
	p := welcomed(t, &m)
	var s stream
	var in []byte
	out := make([]byte, maxHead, 512)
	return func() {
		in = serverFrame(in[:0], piece{opBinary, append(wire.AppendDeltaPrefix(out[:0], 3), 0xC4, 2, byte(p.ticks.held+1), 9)})
		s.begin(in)
		for _, payload, ok, _ := s.next(); ok; _, payload, ok, _ = s.next() {
			if h, err := p.receive(payload, &m); err != nil || h.gaps > 0 {
				t.Fatal(h, err)
			}
		}
		s.end()
		frame, _ := p.frame(out)
		seal(frame, opBinary, 1)
		out = frame[:maxHead]
	}
}

func TestASteadyFrameAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, steadily(t)); n != 0 {
		t.Errorf("%v allocations a frame", n)
	}
}

func BenchmarkAnIntervalOfABot(b *testing.B) {
	interval := steadily(b)
	b.ReportAllocs()
	for b.Loop() {
		interval()
	}
}

func FuzzReceive(f *testing.F) {
	f.Add(delta(101))
	f.Add(wire.AppendRebase(delta(101), &wire.Rebase{Ticks: 9}))
	f.Add(wire.AppendFull(nil, &wire.Full{Tick: 7}))
	f.Add(wire.AppendWelcome(nil, &wire.Welcome{Divisor: 12, TickHz: 1}))
	f.Fuzz(func(t *testing.T, frame []byte) {
		var m wire.Messages
		p := welcomed(t, &m)
		if _, err := p.receive(frame, &m); err != nil {
			return
		}
		said, _ := p.frame(nil)
		parts(t, said)
		if p.interval() <= 0 {
			t.Errorf("an interval of %v", p.interval())
		}
	})
}

func TestARecordingIsPilotsAtPlay(t *testing.T) {
	tracks, err := record(5)
	if err != nil {
		t.Fatal(err)
	}
	again, err := record(5)
	if err != nil {
		t.Fatal(err)
	}
	fire, dash, turns := 0, 0, 0
	for i, track := range tracks {
		if string(track) != string(again[i]) {
			t.Errorf("pilot %d flies differently the second time", i)
		}
		if len(track)%snap.InputBytes != 0 || len(track) < recordTicks*snap.InputBytes {
			t.Fatalf("pilot %d: %d bytes", i, len(track))
		}
		aim := uint16(0)
		for at := 0; at < len(track); at += snap.InputBytes {
			in, err := snap.DecodeInput(track[at : at+snap.InputBytes])
			if err != nil {
				t.Fatal(err)
			}
			fire += int(in.Buttons & 1)
			dash += int(in.Buttons >> 1 & 1)
			if in.Aim != aim {
				turns++
			}
			aim = in.Aim
		}
	}
	t.Logf("%d pilots, %d ticks: %d with fire, %d with a dash, %d turns", len(tracks), recordTicks, fire, dash, turns)
	if fire == 0 || dash == 0 || turns == 0 {
		t.Error("nobody fights")
	}
}

func TestALightBotFollowsAWorldOfCells(t *testing.T) {
	var m wire.Messages
	p := welcomed(t, &m)
	cells := func(tick game.Tick, ticks int) []byte {
		body := snap.AppendCellsHead(nil, &snap.CellsHead{Tick: tick, Ticks: ticks})
		return wire.AppendCells(nil, &wire.Cells{Body: append(body, 9, 9)})
	}
	for _, c := range []struct {
		tick            game.Tick
		ticks           int
		held            uint32
		snapshots, gaps uint64
	}{
		{100, 0, 100, 0, 0}, // whole cells of what the Full told
		{102, 2, 102, 1, 0},
		{106, 4, 106, 1, 0}, // there was no time for one in between
		{110, 2, 106, 1, 1}, // one is missing
	} {
		h, err := p.receive(cells(c.tick, c.ticks), &m)
		if err != nil || p.ticks.held != c.held || h.snapshots != c.snapshots || h.gaps != c.gaps {
			t.Errorf("%d ticks to %d: it holds %d, %+v, %v", c.ticks, c.tick, p.ticks.held, h, err)
		}
	}
	if !p.wanted {
		t.Error("no Full is wanted after a gap")
	}
	if _, err := p.receive(wire.AppendCells(nil, &wire.Cells{Body: []byte{0xc1}}), &m); err == nil {
		t.Error("a body that is cut short is accepted")
	}
}
