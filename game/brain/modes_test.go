package brain

import (
	"flag"
	"fmt"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

var (
	rounds   = flag.Int("rounds", 0, "how many rounds to play in each arena of each mode; 0 for one in two of them")
	onlyMode = flag.String("mode", "", "the one mode to play")
)

// newRound is a match of pilots of these strengths in any mode, one a seat; with teams every second is of the other.
func newRound(a *arena.Arena, mode arena.Mode, seed uint64, strengths ...Strength) *pit {
	p := &pit{arena: a, chart: Survey(a), state: game.NewMatch(a, mode, seed)}
	for i, s := range strengths {
		seat := game.FirstPilotSeat + game.Seat(i)
		team := game.NoTeam
		if mode.Teams() {
			team = game.TeamOne + uint8(i%2)
		}
		p.pilots = append(p.pilots, New(seat, s, seed))
		p.entry.Facts = append(p.entry.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: Name(i), Pilot: true, Team: team})
	}
	return p
}

// tally is what happened in the rounds of a mode.
type tally struct {
	// stay is for how long each ship has been over what hurts, longest the longest of it all.
	stay                                               [game.MaxShips]int
	rounds, withGoal                                   int
	ticks, shipTicks, held, onHazards, longest         int
	kills, banked, selfs, byHazard, mirrored, returned int
	taken, captured, sentHome, picked, hits            int
	shattered, warped                                  int
	byWeapon, fired, carried                           [game.WeaponKinds]int
}

func (m *tally) add(n *tally) {
	for _, sum := range []struct{ to, from *int }{
		{&m.rounds, &n.rounds},
		{&m.withGoal, &n.withGoal},
		{&m.ticks, &n.ticks},
		{&m.shipTicks, &n.shipTicks},
		{&m.held, &n.held},
		{&m.onHazards, &n.onHazards},
		{&m.kills, &n.kills},
		{&m.banked, &n.banked},
		{&m.selfs, &n.selfs},
		{&m.byHazard, &n.byHazard},
		{&m.mirrored, &n.mirrored},
		{&m.returned, &n.returned},
		{&m.taken, &n.taken},
		{&m.captured, &n.captured},
		{&m.sentHome, &n.sentHome},
		{&m.picked, &n.picked},
		{&m.hits, &n.hits},
		{&m.shattered, &n.shattered},
		{&m.warped, &n.warped},
	} {
		*sum.to += *sum.from
	}
	m.longest = max(m.longest, n.longest)
	for w := range m.byWeapon {
		m.byWeapon[w] += n.byWeapon[w]
		m.fired[w] += n.fired[w]
		m.carried[w] += n.carried[w]
	}
}

func (m *tally) String() string {
	share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
	var rate [game.WeaponKinds]float64
	for w := range rate {
		rate[w] = float64(m.byWeapon[w]) * 60 * game.TickHz / float64(max(m.carried[w], 1))
	}
	return fmt.Sprintf("%d rounds: %.1f kills/min (%d), banked %.0f%%, self %.1f%% (hazard %d), flags taken %d captured %d (in %d rounds) sent home %d, hill held %.0f%%, "+
		"returns %d (kills %d), picked %d, shattered %d, warped %d, on hazards %.2f%% (%d ticks at most), kills by weapon %v fired %v, kills a minute held %.1f",
		m.rounds, float64(m.kills)*60*game.TickHz/float64(max(m.ticks, 1)), m.kills, share(m.banked, m.kills), share(m.selfs, m.kills), m.byHazard,
		m.taken, m.captured, m.withGoal, m.sentHome, share(m.held, m.ticks), m.returned, m.mirrored, m.picked, m.shattered, m.warped,
		share(m.onHazards, m.shipTicks), m.longest, m.byWeapon, m.fired, rate)
}

// see counts what one tick of play has brought.
func (m *tally) see(p *pit, events []game.Event) {
	if !p.state.Counts() {
		return
	}
	m.ticks++
	if p.state.Mode == arena.Hill && p.state.Goals[0].Holder != game.NoSeat {
		m.held++
	}
	for i := range p.state.Ships {
		s := &p.state.Ships[i]
		if !s.Alive {
			continue
		}
		m.shipTicks++
		m.carried[s.Weapon]++
		if cell := arena.CellOf(s.Pos); p.arena.At(cell.X, cell.Y) == arena.Hazard && s.DashLeft == 0 {
			m.onHazards++
			m.stay[i]++
			m.longest = max(m.longest, m.stay[i])
		} else {
			m.stay[i] = 0
		}
	}
	for _, ev := range events {
		switch ev.Kind {
		case game.EventFired:
			m.fired[ev.Weapon]++
		case game.EventHit:
			m.hits++
		case game.EventKilled:
			m.kills++
			switch {
			case ev.Shot.Seat() == game.NoSeat:
				m.byHazard++
				m.selfs++
			case ev.Other == game.NoSeat || ev.Other == ev.Seat:
				m.selfs++
			default:
				m.byWeapon[ev.Weapon]++
				if ev.Banks > 0 {
					m.banked++
				}
				if ev.Returned {
					m.mirrored++
				}
			}
		case game.EventReturned:
			m.returned++
		case game.EventPicked:
			m.picked++
		case game.EventTaken:
			m.taken++
		case game.EventBrought:
			m.captured++
		case game.EventHome:
			if ev.Seat != game.NoSeat {
				m.sentHome++
			}
		case game.EventShattered:
			m.shattered++
		case game.EventWarped:
			m.warped++
		}
	}
}

// playRound plays one to its end.
func playRound(a *arena.Arena, mode arena.Mode, seed uint64) *tally {
	ships := 8
	if n := game.Modes[mode].Ships; n > 0 {
		ships = n
	}
	var strengths []Strength
	for i := range ships {
		// Both teams get the same strengths.
		strengths = append(strengths, Strengths()[(i/2+int(seed)+2)%3])
	}
	p := newRound(a, mode, seed, strengths...)
	m := &tally{rounds: 1}
	for p.state.Phase != game.Results {
		m.see(p, p.step())
	}
	if m.captured > 0 {
		m.withGoal = 1
	}
	return m
}

// The same seeds give the same rounds everywhere, so this is exact, not a matter of luck.
func TestPilotsPlayEveryModeForItsGoal(t *testing.T) {
	var all tally
	for mode := range arena.Matched {
		if *onlyMode != "" && *onlyMode != mode.String() {
			continue
		}
		var of tally
		arenas := arenasFor(t, mode)
		if *rounds == 0 {
			arenas = arenas[:min(2, len(arenas))]
		}
		for _, a := range arenas {
			var here tally
			for seed := range uint64(max(*rounds, 1)) {
				here.add(playRound(a, mode, seed))
			}
			t.Logf("%v, %s: %v", mode, a.Name, &here)
			of.add(&here)
		}
		t.Logf("%v: %v", mode, &of)
		switch mode {
		case arena.Capture:
			if of.withGoal*2 < of.rounds {
				t.Errorf("flags were captured in %d of %d rounds", of.withGoal, of.rounds)
			}
		case arena.Hill:
			if of.held*10 < of.ticks*6 {
				t.Errorf("somebody held the hill in %d of %d ticks", of.held, of.ticks)
			}
		}
		if of.banked*10 < of.kills*6 {
			t.Errorf("%v: only %d of %d kills came by a bank", mode, of.banked, of.kills)
		}
		if of.selfs*100 > of.kills*8 {
			t.Errorf("%v: %d of %d died by themselves", mode, of.selfs, of.kills)
		}
		// Crossing it is fine, staying is not.
		if of.onHazards*1000 > of.shipTicks*3 || of.longest > 2*game.TickHz {
			t.Errorf("%v: ships were over what hurts in %d of %d ticks, %d in a row", mode, of.onHazards, of.shipTicks, of.longest)
		}
		all.add(&of)
	}
	for kind, n := range all.byWeapon {
		if n == 0 {
			t.Errorf("weapon %d has killed nobody", kind)
		}
	}
	// That one of them kills is once in three hundred kills: bench balance counts it.
	if all.returned < all.rounds {
		t.Errorf("mirrors returned %d shots in %d rounds, and %d of them killed", all.returned, all.rounds, all.mirrored)
	}
	if all.shattered == 0 || all.warped == 0 {
		t.Errorf("%d panes were broken, portals led %d times", all.shattered, all.warped)
	}
}
