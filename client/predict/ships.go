package predict

import (
	"math"
	"time"

	"bankshot/game"
	"bankshot/game/arena"
)

const tileUnits = arena.TileUnits

// drawShips appends every ship: mine where I predict it, the others where they were at their time.
func (p *Predictor) drawShips(v *View, others, mine span, now time.Duration) {
	foretold := mine.foretold()
	if others.a != nil {
		for i := range others.a.Ships {
			a := &others.a.Ships[i]
			if a.Seat == p.seat {
				v.Me = len(v.Ships)
				if foretold {
					v.Ships = append(v.Ships, p.drawMe(mine, now))
					continue
				}
			}
			ship := drawShip(a, successor(others.b, i, a), others.frac)
			ship.Mine = a.Seat == p.seat
			v.Ships = append(v.Ships, ship)
		}
	}
	if v.Me < 0 && foretold {
		// I have joined since the time at which the others are drawn.
		v.Me = len(v.Ships)
		v.Ships = append(v.Ships, p.drawMe(mine, now))
	}
}

// drawMe is my ship: where it is predicted, melting away what a correction has left, and pointing where I point now.
func (p *Predictor) drawMe(mine span, now time.Duration) Ship {
	a := &mine.a.Ships[0]
	b := successor(mine.b, 0, a)
	s := drawShip(a, b, mine.frac)
	s.Mine = true
	if s.Alive && !s.Pilot && mine.a.Phase != game.Countdown {
		s.Aim = radians(float32(p.held.Aim % game.AimSteps))
		s.Thrust = p.held.Thrust
	}
	if left := p.offset.at(now); s.Alive {
		s.Pos.X += left.X
		s.Pos.Y += left.Y
	}
	// What others decide is shown as it is known, not as it is foretold.
	if i := p.replica.ShipOf(p.seat); i >= 0 {
		known := &p.replica.Ships[i]
		s.Score, s.Kills, s.Deaths = int(known.Score), int(known.Kills), int(known.Deaths)
		s.Assists, s.Goals, s.Streak = int(known.Assists), int(known.Goals), int(known.Streak)
		s.Banked = int(known.Banked)
	}
	if h := p.ahead.at(mine.a.Tick); h != nil && len(h.state.Private) > 0 {
		private := &h.state.Private[0]
		s.DashReady = 1 - max(float32(private.DashIn)-mine.frac, 0)/game.DashCooldown
		s.Energy = float32(private.Energy) / game.MaxEnergy
	}
	return s
}

// successor is the same ship one tick later, itself if there is none or if it was born, died or went through a portal
// between: nobody is drawn across the map.
func successor(b *game.Public, i int, a *game.Ship) *game.Ship {
	if i >= len(b.Ships) || b.Ships[i].Seat != a.Seat {
		if i = b.ShipOf(a.Seat); i < 0 {
			return a
		}
	}
	next := &b.Ships[i]
	if next.Alive != a.Alive || begun(a.SpawnTick, next.SpawnTick) || begun(a.WarpTick, next.WarpTick) {
		return a
	}
	return next
}

// begun says whether something happened anew between two ticks. What is long ago a large world no longer tells: 0.
func begun(was, is game.Tick) bool { return is != was && is != 0 }

// drawShip is a ship between two ticks.
func drawShip(a, b *game.Ship, f float32) Ship {
	turn := float32(int32(b.Aim-a.Aim+game.AimSteps/2)&(game.AimSteps-1) - game.AimSteps/2)
	return Ship{
		Seat: a.Seat, Name: a.Name, Pilot: a.Pilot, Alive: a.Alive, Team: a.Team,
		Pos:       between(a.Pos, b.Pos, f, game.Unit),
		Vel:       between(a.Vel, b.Vel, f, game.VelUnit),
		Aim:       radians(float32(a.Aim) + turn*f),
		Thrust:    a.Thrust,
		Health:    float32(a.Health) / game.MaxHealth,
		Dash:      mix(a.DashLeft, b.DashLeft, f) / game.DashTicks,
		Shield:    mix(a.Shield, b.Shield, f) / game.SpawnShieldTicks,
		RespawnIn: int32(a.RespawnIn),
		Weapon:    a.Weapon, Ammo: int(a.Ammo), Charge: charge(a, f),
		Mirror: f == 0 && a.Mirror || f > 0 && b.Mirror, Warped: a.WarpTick,
		Score: int(a.Score), Kills: int(a.Kills), Deaths: int(a.Deaths),
		Assists: int(a.Assists), Goals: int(a.Goals), Streak: int(a.Streak), Banked: int(a.Banked),
	}
}

// charge is how far a triggered weapon is: above 0 from the trigger on.
func charge(s *game.Ship, f float32) float32 {
	full := float32(game.Weapons[s.Weapon].Charge)
	if s.Charge == 0 || full == 0 {
		return 0
	}
	return 1 - max(float32(s.Charge)-f, 0)/(full+1)
}

// between is the place between two, in units.
func between(a, b game.Vec, f float32, unit float32) Point {
	return Point{
		(float32(a.X) + float32(b.X-a.X)*f) / unit,
		(float32(a.Y) + float32(b.Y-a.Y)*f) / unit,
	}
}

// mix is a timer between two ticks; one that was set anew counts from there.
func mix(a, b uint8, f float32) float32 {
	if b > a {
		return float32(b)
	}
	return float32(a) + (float32(b)-float32(a))*f
}

func radians(aim float32) float32 { return aim * (2 * math.Pi / game.AimSteps) }

// shipAt is where my predicted ship is at a time of mine, and whether it is alive there.
func (p *Predictor) shipAt(time float64) (Point, bool) {
	s := p.aheadAround(time)
	if !s.foretold() {
		return Point{}, false
	}
	a := &s.a.Ships[0]
	return between(a.Pos, successor(s.b, 0, a).Pos, s.frac, game.Unit), a.Alive
}

// warpedAt is when a portal led my ship elsewhere last, as of a time of mine.
func (p *Predictor) warpedAt(time float64) game.Tick {
	if s := p.aheadAround(time); s.foretold() && s.a.Tick-s.a.Ships[0].WarpTick < aheadTicks {
		return s.a.Ships[0].WarpTick
	}
	return 0 // or so long ago that nothing of it can be mispredicted
}

// alive says whether there is a living ship in that seat.
func alive(s *game.Public, seat game.Seat) bool {
	i := s.ShipOf(seat)
	return i >= 0 && s.Ships[i].Alive
}
