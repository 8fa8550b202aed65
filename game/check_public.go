package game

import "bankshot/game/arena"

// maxSpeed bounds each coordinate of a velocity: faster than any dash or shot, slow enough that no product overflows.
const maxSpeed = 16 * VelUnit

// Check says whether p can be a state of a match in arena a. What was decoded from a network or a file has to pass it
// before it is stepped; what Step makes always does.
func (p *Public) Check(a *arena.Arena) error {
	switch {
	case p.Phase >= Phases:
		return ErrPhase
	case p.Arena != a.Hash:
		return ErrArena
	case p.Mode >= arena.Modes:
		return ErrMode
	case len(p.Ships) > MostShips(p.Mode):
		return ErrFull
	case len(p.Been) != len(p.Ships):
		return ErrBeen
	case len(p.Shots) > MostShots(p.Mode):
		return ErrShotCount
	case len(p.Pickups) != min(a.Count(arena.PickupPlace), MostPickups(p.Mode)):
		return ErrPickup
	case len(p.Broken) > MostBroken(p.Mode):
		return ErrGlass
	}
	if err := p.checkGround(a); err != nil {
		return err
	}
	live := a.Live(p.Broken)
	a = &live
	for i := range p.Ships {
		if i > 0 && p.Ships[i-1].Seat >= p.Ships[i].Seat {
			return &BadElement{What: "ship", Index: i, Err: ErrOrder}
		}
		if err := p.Ships[i].check(a); err != nil {
			return &BadElement{What: "ship", Index: i, Err: err}
		}
		if !p.Been[i].sound(a) {
			return &BadElement{What: "ship", Index: i, Err: ErrBeen}
		}
	}
	for i := range p.Shots {
		if i > 0 && p.Shots[i-1].ID >= p.Shots[i].ID {
			return &BadElement{What: "shot", Index: i, Err: ErrOrder}
		}
		if err := p.Shots[i].check(p.Tick, a); err != nil {
			return &BadElement{What: "shot", Index: i, Err: err}
		}
	}
	return nil
}

// checkGround looks at what belongs to the arena rather than to a ship.
func (p *Public) checkGround(a *arena.Arena) error {
	for i := range p.Pickups {
		if p.Pickups[i].Kind >= PickupKinds {
			return &BadElement{What: "pick-up", Index: i, Err: ErrPickup}
		}
	}
	for i := range p.Broken {
		at := int(p.Broken[i].Index)
		if i > 0 && p.Broken[i-1].Index >= p.Broken[i].Index {
			return &BadElement{What: "pane", Index: i, Err: ErrOrder}
		}
		if at < 0 || at >= len(a.Tiles) || !a.Tiles[at].Breaks() {
			return &BadElement{What: "pane", Index: i, Err: ErrGlass}
		}
	}
	rules := Modes[p.Mode].Goals
	if len(p.Goals) != len(rules) {
		return ErrGoal
	}
	for i := range p.Goals {
		g := &p.Goals[i]
		if g.Kind != rules[i].Kind || g.Team > TeamTwo || g.Place >= arena.Groups || g.Away && (g.Holder != NoSeat || !within(g.Pos, a)) {
			return &BadElement{What: "goal", Index: i, Err: ErrGoal}
		}
	}
	return nil
}

func (p *Ship) check(a *arena.Arena) error {
	switch {
	case p.Seat == NoSeat:
		return ErrSeat
	case !within(p.Pos, a):
		return ErrOutside
	case p.Alive && !a.Fits(p.Pos, ShipRadius):
		return ErrPlace
	case tooFast(p.Vel):
		return ErrSpeed
	case p.Aim >= AimSteps || p.DashDir >= AimSteps:
		return ErrAim
	case p.Thrust >= Thrusts:
		return ErrThrust
	case p.Lag > MaxLag:
		return ErrLag
	case p.Team > TeamTwo:
		return ErrTeam
	case p.Weapon >= WeaponKinds || p.Ammo > Weapons[p.Weapon].Ammo || p.Charge > Weapons[p.Weapon].Charge:
		return ErrWeapon
	case p.Health > MaxHealth || p.Alive != (p.Health > 0):
		return ErrHealth
	case p.DashLeft > DashTicks || p.Shield > SpawnShieldTicks || p.RespawnIn > RespawnTicks || p.Portal > ShipPortalTicks:
		return ErrTimer
	}
	return checkName(p.Name)
}

// sound says whether a ship can have been wherever it was.
func (b *Been) sound(a *arena.Arena) bool {
	for i := range b {
		was := &b[i]
		if was.State&WasThere == 0 {
			if *was != (Was{}) {
				return false
			}
		} else if was.State&^WasAll != 0 || was.Aim >= AimSteps || !within(was.Pos, a) {
			return false
		}
	}
	return true
}

func (p *Shot) check(now Tick, a *arena.Arena) error {
	switch {
	case p.Weapon >= WeaponKinds || Weapons[p.Weapon].Beam():
		return ErrWeapon
	case p.Portal > ShotPortalTicks:
		return ErrTimer
	case !within(p.Pos, a) || a.Solid(p.Pos) || !within(p.Born, a):
		return ErrOutside
	case tooFast(p.Vel):
		return ErrSpeed
	case p.Banks > Weapons[p.Weapon].Banks:
		return ErrBanks
	case p.ID>>idBits != 0 || p.ID.Tick() > now || p.age(now) >= Weapons[p.Weapon].Life:
		return ErrBirth
	}
	return nil
}

func within(pos Vec, a *arena.Arena) bool {
	return pos.X >= 0 && pos.Y >= 0 && pos.X <= int32(a.W)*arena.TileSub && pos.Y <= int32(a.H)*arena.TileSub
}

func tooFast(vel Vec) bool {
	return abs(int64(vel.X)) > maxSpeed || abs(int64(vel.Y)) > maxSpeed
}
