package brain

import "bankshot/game"

// What a weapon is good for, reckoned from its own numbers (game.Weapons), so that one more weapon is one more line there.

// longest bounds the shots of a weapon that a pilot thinks of, in ticks.
func longest(w *game.Weapon) int32 {
	const most = 110
	if w.Beam() {
		return most
	}
	return min(most, int32(w.Life)-2)
}

// flightTicks is how long a weapon's shot takes for a way. A beam takes none.
func flightTicks(w *game.Weapon, far int64) int32 {
	if w.Beam() {
		return 0
	}
	return int32(far * game.Unit / int64(w.Speed))
}

// value of a hit: its harm in parts of a Pulse shot's, what its banks make of it in harm and in points, and the less the
// longer it flies, for nobody flies straight for long.
func value(w *game.Weapon, banks int, ticks int32) int32 {
	const steady = 26
	percent := game.DamagePercent[min(banks, len(game.DamagePercent)-1)]
	if w.Charge > 0 {
		ticks += int32(w.Charge) / 3 // its aim is mended until it goes off
	}
	harm := percent * w.Damage * 8 / game.PulseDamage
	switch {
	case w.Pellets > 1:
		harm = harm * pelletsThatHit(w, ticks) / 8
	case w.Split > 1 && banks > 0:
		harm = harm * 4 / 3
	}
	return harm * 2 * int32(4+banks) / (steady + ticks)
}

// pelletsThatHit is how many of a volley hit a ship at that distance, in eighths: as many as its width has room for.
func pelletsThatHit(w *game.Weapon, ticks int32) int32 {
	const radian = game.AimSteps * 10 / 63
	far := int64(ticks) * int64(w.Speed) / game.Unit
	apart := far * int64(w.Fan) / radian
	width := int64(game.ShipRadius + w.Radius)
	return int32(min(8+8*2*width/max(apart, 1), 8*int64(w.Pellets)))
}

// comfort is the distance from its prey, in units, that suits a weapon; 0 where it is the pilot's own matter.
func comfort(w *game.Weapon) int64 {
	switch {
	case w.Pellets > 1:
		return 200
	case w.Charge > 0:
		return 380
	case w.Splash > 0:
		return int64(w.Splash/game.Unit) + 120
	}
	return 0
}
