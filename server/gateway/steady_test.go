package gateway

import (
	"crypto/rand"
	"io"
	"runtime"
	"sync"
	"testing"
	"time"

	"bankshot/assets"
	"bankshot/bench/light"
	"bankshot/game"
	"bankshot/game/wire"
	"bankshot/server/match"
	"bankshot/server/room"
)

func TestASteadyInputAndASteadyFrameAllocateNothing(t *testing.T) {
	l := goLive(t, setup{})
	runner, err := room.NewRunner(room.Config{Rules: stageRules, Random: rand.Reader}, "BAKOTI", 0, &stage{})
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := pair(t)
	var reading sync.WaitGroup
	reading.Go(func() { _, _ = io.Copy(io.Discard, theirs) })
	now := time.Now()
	s := &socket{gate: l.gate, out: newOutbox(ours)}
	s.in = newInbox(s, now)
	if s.line, err = runner.Attach(s, &wire.Hello{Protocol: wire.Protocol, Rules: stageRules}); err != nil {
		t.Fatal(err)
	}
	input := maskedFrame(final|opBinary, wire.AppendInput(nil, &wire.Input{First: 7, Echo: 6, Count: 2, Payloads: [2][]byte{{1, 2, 3}, {4, 5, 6}}}))
	snapshot := make([]byte, 30)
	read := make([]byte, len(input))
	each := func() {
		now = now.Add(time.Second / 30)
		copy(read, input) // it is unmasked in place
		s.hear(read, now)
		if err := s.Send(snapshot); err != nil {
			t.Fatal(err)
		}
	}
	for range 300 { // the room does not run: its mailbox grows to its bound
		each()
	}
	if n := testing.AllocsPerRun(300, each); n != 0 && s.out.try != nil {
		t.Errorf("%v allocations for an input and a frame", n)
	}
	if s.framesUp.Load() != 601 {
		t.Errorf("%d of 601 inputs were read: %v", s.framesUp.Load(), s.out.reason())
	}
	s.lost()
	s.out.drain()
	theirs.Close()
	reading.Wait()
}

// BenchmarkSteadyPlay is a whole room of eight light players: their inputs read and put into ticks, the match stepped, its
// snapshot coded once and sent to each of them. One loop is one interval; bots allocate nothing for theirs.
func BenchmarkSteadyPlay(b *testing.B) {
	if runtime.GOOS != "linux" {
		b.Skip("light bots need Linux")
	}
	grounds, err := match.LoadGrounds(assets.Arenas, "arenas")
	if err != nil {
		b.Fatal(err)
	}
	rooms, err := room.NewRooms(room.Config{Rules: game.Rules(), Random: rand.Reader}, func(_, _ string) room.World {
		m, err := match.New(match.Config{Grounds: grounds, Seed: 1, Players: 8})
		if err != nil {
			panic(err)
		}
		return m
	})
	if err != nil {
		b.Fatal(err)
	}
	l := goLiveWith(b, rooms, setup{})
	swarm, err := light.Start(b.Context(), light.Config{Server: "http://" + l.addr, N: 8, Seed: 1})
	if err != nil {
		b.Fatal(err)
	}
	defer swarm.Stop()
	interval := time.NewTicker(time.Second / 30)
	defer interval.Stop()
	for range 200 { // rings and buffers grow to what they need
		<-interval.C
	}
	b.ReportAllocs()
	for b.Loop() {
		<-interval.C
	}
}
