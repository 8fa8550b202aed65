package balance

import (
	"fmt"
	"slices"

	"bankshot/game"
	"bankshot/game/arena"
)

// weapons compares the pick-ups by what a minute of holding one is worth.
func (r *Report) weapons(rounds []Round) {
	const section = "weapons: kills a minute held, in parts of the pick-ups' mean"
	var kills, held [][]float64
	for k := game.Basic + 1; k < game.WeaponKinds; k++ {
		kills = append(kills, each(rounds, func(r *Round) int { return r.KillsBy[k] }))
		held = append(held, each(rounds, func(r *Round) int { return r.Held[k] }))
	}
	against := AgainstMean(kills, held)
	for k := range game.WeaponKinds {
		by := func(r *Round) int { return r.KillsBy[k] }
		rate := perMinute(rounds, by, func(r *Round) int { return r.Held[k] })
		n := sum(rounds, by)
		note := fmt.Sprintf("%s kills a minute held; %d kills, %d shots", number(rate.Value), n, sum(rounds, func(r *Round) int { return r.Fired[k] }))
		if k == game.Basic {
			r.tell(section, game.Weapons[k].Name+", kills a minute held", Plain, rate, fmt.Sprintf("%d kills, %d shots", n, sum(rounds, func(r *Round) int { return r.Fired[k] })))
			continue
		}
		r.judge(section, game.Weapons[k].Name, Plain, against[k-game.Basic-1], weaponGoal, note)
	}
}

// kills tells what people die of.
func (r *Report) kills(rounds []Round) {
	const section = "kills"
	r.judge(section, "banked", Percent, share(rounds, (*Round).Banked, (*Round).AllKills), bankedGoal, fmt.Sprintf("%d kills", sum(rounds, (*Round).AllKills)))
	r.judge(section, "self-kills, of all deaths", Percent, share(rounds, func(r *Round) int { return r.Selfs + r.Burnt }, (*Round).Deaths), selfGoal,
		fmt.Sprintf("%d by own shots, %d in hazards", sum(rounds, func(r *Round) int { return r.Selfs }), sum(rounds, func(r *Round) int { return r.Burnt })))
	for banks := range MostBanks + 1 {
		name := fmt.Sprintf("after %d banks", banks)
		switch banks {
		case 1:
			name = "after 1 bank"
		case MostBanks:
			name += " or more"
		}
		r.tell(section, name, Percent, share(rounds, func(r *Round) int { return r.Kills[banks] }, (*Round).AllKills), "")
	}
	for k := range game.WeaponKinds {
		r.tell(section, "by "+game.Weapons[k].Name, Percent, share(rounds, func(r *Round) int { return r.KillsBy[k] }, (*Round).AllKills), "")
	}
	r.tell(section, "by shots that a mirror returned", Percent, share(rounds, func(r *Round) int { return r.Returned }, (*Round).AllKills), "")
	r.tell(section, "a minute and ship", Plain, perMinute(rounds, (*Round).AllKills, func(r *Round) int { return r.ShipTicks }), "")
}

// views tells what players could see.
func (r *Report) views(rounds []Round) {
	const section = "sight"
	all := func(n func(r *Round) *[game.WeaponKinds]int) count {
		return func(r *Round) int {
			t := 0
			for _, k := range n(r) {
				t += k
			}
			return t
		}
	}
	brief := all(func(r *Round) *[game.WeaponKinds]int { return &r.Brief })
	unseen := all(func(r *Round) *[game.WeaponKinds]int { return &r.Unseen })
	r.judge(section, "killing shots in view for 400 ms", Percent, share(rounds, (*Round).AllSeen, (*Round).AllKills), seenGoal,
		fmt.Sprintf("of the others %d flew for less, %d came from outside", sum(rounds, brief), sum(rounds, unseen)))
	for k := range game.WeaponKinds {
		s := func(r *Round) int { return r.Seen[k] }
		b := func(r *Round) int { return r.Brief[k] }
		u := func(r *Round) int { return r.Unseen[k] }
		r.tell(section, "of "+game.Weapons[k].Name, Percent, share(rounds, s, func(r *Round) int { return s(r) + b(r) + u(r) }),
			fmt.Sprintf("of the others %d flew for less, %d came from outside", sum(rounds, b), sum(rounds, u)))
	}
	var shots []Hist
	for i := range rounds {
		shots = append(shots, rounds[i].InView)
	}
	r.judge(section, "shots in view, p95", Plain, Quantile(shots, 0.95), inViewGoal, "")
	r.tell(section, "shots in view, p50", Plain, Quantile(shots, 0.50), "")
}

// sides tells whether it matters which team one is in.
func (r *Report) sides(grounds []Ground, rounds []Round) {
	for mode := range arena.Matched {
		of := played(rounds, mode)
		if len(of) == 0 || !mode.Teams() {
			continue
		}
		won := func(r *Round) int { return one(r.Winner == game.TeamOne) }
		decided := func(r *Round) int { return one(r.Winner != 0) }
		r.judge("sides", "team 1 wins, "+mode.String(), Percent, share(of, won, decided), sideGoal, fmt.Sprintf("%d rounds that somebody won", sum(of, decided)))
		for index := range grounds {
			if here := on(of, index); len(here) > 0 {
				r.tell("sides", "in "+grounds[index].Arena.Name+", "+mode.String(), Percent, share(here, won, decided), "")
			}
		}
	}
}

func soon(r *Round) int  { return r.Soon }
func begun(r *Round) int { return r.Begun }

// modes tells how long rounds of each mode are and what ends them.
func (r *Report) modes(rounds []Round) {
	for mode := range arena.Matched {
		of := played(rounds, mode)
		if len(of) == 0 {
			continue
		}
		section := fmt.Sprintf("%s: %d rounds", mode, len(of))
		var lengths []Hist
		for i := range of {
			var h Hist
			h.Add(of[i].Ticks / game.TickHz)
			lengths = append(lengths, h)
		}
		r.tell(section, "length, p50", Seconds, Quantile(lengths, 0.50), "")
		r.tell(section, "length, p5", Seconds, Quantile(lengths, 0.05), "")
		r.tell(section, "length, p95", Seconds, Quantile(lengths, 0.95), "")
		for end := range Ends {
			n := func(r *Round) int { return one(r.End == end) }
			if sum(of, n) > 0 {
				r.tell(section, "decided by "+endNames[end], Percent, share(of, n, rounding), "")
			}
		}
		r.tell(section, "kills a round", Plain, ratio(of, (*Round).AllKills, rounding), "")
		r.tell(section, "kills banked", Percent, share(of, (*Round).Banked, (*Round).AllKills), "")
		r.tell(section, "killing shots in view for 400 ms", Percent, share(of, (*Round).AllSeen, (*Round).AllKills), "")
		r.tell(section, "lives over within 3 s", Percent, share(of, soon, begun), "")
		for kind := range game.GoalKinds {
			if slices.ContainsFunc(game.Modes[mode].Goals, func(g game.Goal) bool { return g.Kind == kind }) {
				r.goals(section, kind, of)
			}
		}
	}
}

// goals tells what became of the goals of a kind.
func (r *Report) goals(section string, kind game.GoalKind, of []Round) {
	switch kind {
	case game.FlagGoal:
		r.tell(section, "flags brought home a round", Plain, ratio(of, func(r *Round) int { return r.Brought }, rounding), "")
	case game.ZoneGoal:
		r.tell(section, "time a zone is held", Percent, share(of, func(r *Round) int { return r.ZoneTicks }, func(r *Round) int { return r.Ticks }), "")
	}
}

// things tells how much use is made of mirrors and pick-ups, in a minute of a round.
func (r *Report) things(rounds []Round) {
	const section = "a minute of a round"
	ticks := func(r *Round) int { return r.Ticks }
	r.tell(section, "shots returned by mirrors", Plain, perMinute(rounds, func(r *Round) int { return r.Returns }, ticks), "")
	taken := func(r *Round) int {
		t := 0
		for _, n := range r.Picked {
			t += n
		}
		return t
	}
	r.tell(section, "pick-ups taken", Plain, perMinute(rounds, taken, ticks), "")
	for kind := game.NoPickup + 1; kind < game.PickupKinds; kind++ {
		r.tell(section, "of them "+kind.Name(), Plain, perMinute(rounds, func(r *Round) int { return r.Picked[kind] }, ticks), "")
	}
}
