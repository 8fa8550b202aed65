package brain

import "bankshot/game"

// harmless is a shot that stays away from the ship until some tick, whatever the ship does.
type harmless struct {
	id    game.ShotID
	owner game.Seat
	until game.Tick
}

// harmlessShots is how many of them a pilot remembers.
const harmlessShots = 32

// restTicks is for how long a shot that comes so near, squared, within the horizon need not be looked at again: until
// the ship may be elsewhere than was thought, or too little of the horizon is left.
func restTicks(near int64) game.Tick {
	const drift, most = 10 * game.Unit, 10
	for n := int64(most); n > 0; n-- {
		if far := mindWidth + n*drift; near > far*far {
			return game.Tick(n)
		}
	}
	return 0
}

// ofMate says whether a shot is a team-mate's: it passes through.
func ofMate(s *game.Public, shot *game.Shot, me *game.Ship) bool {
	if me.Team == game.NoTeam || shot.Owner == me.Seat {
		return false
	}
	i := s.ShipOf(shot.Owner)
	return i >= 0 && mates(me, &s.Ships[i])
}
