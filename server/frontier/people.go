package frontier

import (
	"slices"
	"strconv"

	"bankshot/game"
	"bankshot/game/brain"
	"bankshot/server/match"
	"bankshot/server/room"
)

// person is what the world knows of a seat.
type person struct {
	name     string
	presence room.Presence
	stick    match.Stick
	// brain flies the ship while its person is away or silent.
	brain brain.Pilot
}

func (p *person) plays() bool { return p.presence == room.Here || p.presence == room.Away }

// flown says that a computer should fly this person's ship now.
func (p *person) flown() bool { return p.presence == room.Away || p.stick.Silent() }

// pilot is a computer with a ship of its own.
type pilot struct {
	seat  game.Seat
	brain brain.Pilot
}

// Seat notes who is where; the next Step makes it true. Who gives no name gets one, and keeps it.
func (f *Frontier) Seat(seat room.Seat, name string, presence room.Presence) {
	if int(seat) >= len(f.people) {
		return
	}
	p := &f.people[seat]
	if presence == room.Gone {
		*p = person{}
		f.leave(&f.views[seat])
		f.views[seat].focus = game.NoSeat
		return
	}
	if name == "" {
		if name = p.name; name == "" {
			name = match.GuestName(f.nextGuest())
		}
	}
	if !p.plays() {
		p.brain = f.hatch(game.Seat(seat), brain.Regular)
	}
	if presence == room.Here && p.presence != room.Here {
		p.stick = match.Stick{}
	}
	p.name, p.presence = name, presence
}

// nextGuest is a number for the next guest's name (SplitMix64's finisher over a count).
func (f *Frontier) nextGuest() uint64 {
	f.guests++
	z := f.cfg.Seed + f.guests*0x9E3779B97F4A7C15
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	return z ^ z>>27
}

// muster compares who should have a ship with who has one, and appends the facts that make them equal: as many as a tick
// may have, half of which are left to what the rules decide. The rest follows in the next ticks.
func (f *Frontier) muster(e *game.Entry) {
	const most = game.MaxFacts / 2
	at := 0
	ships := f.state.Ships
	for i := range f.people {
		p := &f.people[i]
		for at < len(ships) && int(ships[at].Seat) < i {
			at++
		}
		has := at < len(ships) && int(ships[at].Seat) == i
		if len(e.Facts) >= most {
			continue
		}
		switch seat := game.Seat(i); {
		case has && !p.plays():
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactLeave, Seat: seat})
		case !has && p.plays():
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: p.name, Pilot: p.flown()})
		case has && ships[at].Name != p.name:
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactRename, Seat: seat, Name: p.name})
		case has && ships[at].Pilot != p.flown():
			e.Facts = append(e.Facts, game.Fact{Kind: game.FactPilot, Seat: seat, Pilot: p.flown()})
		}
	}
	if f.cfg.Ground.chart.Load() != nil {
		f.musterPilots(f.cfg.Pilots, e)
	}
}

// musterPilots has at most one pilot come or go in a tick, so that nobody sees a crowd of them appear.
func (f *Frontier) musterPilots(want int, e *game.Entry) {
	switch {
	case len(f.pilots) > want:
		last := len(f.pilots) - 1
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactLeave, Seat: f.pilots[last].seat})
		f.pilots = f.pilots[:last]
	case len(f.pilots) < want:
		seat := game.FirstPilotSeat
		for slices.ContainsFunc(f.pilots, func(p pilot) bool { return p.seat == seat }) {
			seat++
		}
		strengths := brain.Strengths()
		f.pilots = append(f.pilots, pilot{seat: seat, brain: f.hatch(seat, strengths[f.hatched%len(strengths)])})
		e.Facts = append(e.Facts, game.Fact{Kind: game.FactJoin, Seat: seat, Name: pilotName(seat), Pilot: true})
		f.hatched++
	}
}

// pilotName is a name that no other pilot here has: after all have been used they come again with a number.
func pilotName(seat game.Seat) string {
	n := int(seat - game.FirstPilotSeat)
	if again := n / brain.Names; again > 0 {
		return brain.Name(n) + " " + strconv.Itoa(again+1)
	}
	return brain.Name(n)
}

// ask collects what everybody asks for in this tick, in ascending order of seat: people from their payloads, ships without
// a person at the stick from their pilots. Inputs come in ascending order of seat.
func (f *Frontier) ask(inputs []room.Input) {
	f.asks = f.asks[:0]
	chart := f.cfg.Ground.chart.Load()
	watched := false
	think := func(p *brain.Pilot) game.Input {
		if !watched {
			watched = true
			f.lookout.Watch(&f.state.Public, chart)
		}
		return p.ThinkIn(&f.lookout)
	}
	for i := range f.people {
		p := &f.people[i]
		heard := false
		for len(inputs) > 0 && int(inputs[0].Seat) <= i {
			if int(inputs[0].Seat) == i {
				heard = p.stick.Hear(&inputs[0]) || heard
			}
			inputs = inputs[1:]
		}
		if !p.plays() {
			continue
		}
		in := p.stick.Ask(heard)
		if p.flown() && chart != nil {
			in = think(&p.brain)
		}
		f.asks = append(f.asks, game.Ask{Seat: game.Seat(i), Input: in})
	}
	for i := range f.pilots {
		p := &f.pilots[i]
		f.asks = append(f.asks, game.Ask{Seat: p.seat, Input: think(&p.brain)})
	}
}
