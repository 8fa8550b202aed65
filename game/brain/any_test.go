package brain

import (
	"testing"

	"pgregory.net/rapid"

	"bankshot/game"
	"bankshot/game/arena"
)

// anyArena is a map of any tiles, walled in; it need not be a place to play.
func anyArena(t *rapid.T) *arena.Arena {
	w, h := rapid.IntRange(8, 40).Draw(t, "w"), rapid.IntRange(8, 30).Draw(t, "h")
	a := &arena.Arena{Name: "any", W: w, H: h, Tiles: make([]arena.Tile, w*h)}
	walls := rapid.IntRange(0, 6).Draw(t, "walls of twelve")
	for i := range a.Tiles {
		x, y := i%w, i/w
		switch {
		case x == 0 || y == 0 || x == w-1 || y == h-1:
			a.Tiles[i] = arena.Wall
		case rapid.IntRange(0, 11).Draw(t, "pick") < walls:
			a.Tiles[i] = arena.Tile(rapid.IntRange(0, int(arena.TileKinds)-1).Draw(t, "tile"))
		}
	}
	for range rapid.IntRange(0, 12).Draw(t, "places") {
		at := arena.Cell{X: rapid.IntRange(1, w-2).Draw(t, "place x"), Y: rapid.IntRange(1, h-2).Draw(t, "place y")}
		kind := arena.PlaceKind(rapid.IntRange(0, int(arena.PlaceKinds)-1).Draw(t, "kind"))
		a.Places = append(a.Places, arena.Place{Kind: kind, Group: uint8(rapid.IntRange(0, 2).Draw(t, "group")), At: at})
		if kind == arena.PortalPlace {
			a.Tiles[a.Index(at)] = arena.Portal
		}
	}
	return a
}

func anyPlace(t *rapid.T, a *arena.Arena) game.Vec {
	if rapid.Bool().Draw(t, "on the lattice") {
		const part = arena.TileSub / 2
		return game.Vec{X: int32(rapid.IntRange(0, 2*a.W).Draw(t, "x2")) * part, Y: int32(rapid.IntRange(0, 2*a.H).Draw(t, "y2")) * part}
	}
	return game.Vec{X: int32(rapid.IntRange(0, a.W*arena.TileSub).Draw(t, "x")), Y: int32(rapid.IntRange(0, a.H*arena.TileSub).Draw(t, "y"))}
}

func anyVelocity(t *rapid.T) game.Vec {
	const most = 16 * game.VelUnit
	return game.Vec{X: int32(rapid.IntRange(-most, most).Draw(t, "vx")), Y: int32(rapid.IntRange(-most, most).Draw(t, "vy"))}
}

// anyWorld is whatever game.Check lets pass.
func anyWorld(t *rapid.T, a *arena.Arena) game.Public {
	p := game.Public{Tick: game.Tick(rapid.IntRange(0, 5000).Draw(t, "tick")), Arena: a.Hash}
	p.Phase = game.Phase(rapid.IntRange(0, int(game.Phases)-1).Draw(t, "phase"))
	p.Mode = arena.Mode(rapid.IntRange(0, int(arena.Matched)-1).Draw(t, "mode"))
	for range a.Count(arena.PickupPlace) {
		p.Pickups = append(p.Pickups, game.Pickup{Kind: game.PickupKind(rapid.IntRange(0, int(game.PickupKinds)-1).Draw(t, "pick-up"))})
	}
	for i, tile := range a.Tiles {
		if tile == arena.Glass && len(p.Broken) < game.MaxBroken && rapid.Bool().Draw(t, "broken") {
			p.Broken = append(p.Broken, arena.Pane{Index: int32(i), Back: uint32(p.Tick) + 9})
		}
	}
	for _, g := range game.Modes[p.Mode].Goals {
		g.Holder = game.NoSeat
		switch rapid.IntRange(0, 3).Draw(t, "goal") {
		case 0:
			g.Away, g.Pos = true, anyPlace(t, a)
		case 1:
			g.Holder = game.FirstPilotSeat + game.Seat(rapid.IntRange(0, 12).Draw(t, "holder"))
		}
		g.Team, g.Place = uint8(rapid.IntRange(0, 2).Draw(t, "goal's team")), uint8(rapid.IntRange(0, 4).Draw(t, "goal's place"))
		g.Due = game.Tick(rapid.IntRange(0, 9000).Draw(t, "due"))
		p.Goals = append(p.Goals, g)
	}
	for n := range rapid.IntRange(1, 12).Draw(t, "ships") {
		s := game.Ship{
			Seat: game.FirstPilotSeat + game.Seat(n), Name: "any", Pos: anyPlace(t, a), Vel: anyVelocity(t),
			Alive:  rapid.IntRange(0, 4).Draw(t, "alive") > 0,
			Aim:    uint16(rapid.IntRange(0, game.AimSteps-1).Draw(t, "aim")),
			Thrust: uint8(rapid.IntRange(0, game.Thrusts-1).Draw(t, "thrust")),
			Shield: uint8(rapid.IntRange(0, game.SpawnShieldTicks).Draw(t, "shield")), HitBy: game.NoSeat,
			DashLeft: uint8(rapid.IntRange(0, game.DashTicks).Draw(t, "dash")),
			Team:     uint8(rapid.IntRange(0, 2).Draw(t, "team")),
			Weapon:   game.WeaponKind(rapid.IntRange(0, int(game.WeaponKinds)-1).Draw(t, "weapon")),
			Mirror:   rapid.Bool().Draw(t, "mirror"),
			Portal:   uint8(rapid.IntRange(0, game.ShipPortalTicks).Draw(t, "portal")),
		}
		s.Ammo, s.Charge = game.Weapons[s.Weapon].Ammo, uint8(rapid.IntRange(0, int(game.Weapons[s.Weapon].Charge)).Draw(t, "charge"))
		if s.Alive {
			s.Health = uint8(rapid.IntRange(1, game.MaxHealth).Draw(t, "health"))
		}
		p.Ships = append(p.Ships, s)
		if p.Check(a) != nil {
			p.Ships = p.Ships[:len(p.Ships)-1]
		}
	}
	for n := range rapid.IntRange(0, 40).Draw(t, "shots") {
		seat := game.FirstPilotSeat + game.Seat(rapid.IntRange(0, 12).Draw(t, "owner"))
		age := game.Tick(rapid.IntRange(0, int(min(p.Tick, game.PulseLife-1))).Draw(t, "age"))
		p.Shots = append(p.Shots, game.Shot{
			ID: game.NewShotID(p.Tick-age, seat, uint8(n)), Owner: seat, Pos: anyPlace(t, a), Vel: anyVelocity(t),
			Banks:  uint8(rapid.IntRange(0, game.PulseBanks).Draw(t, "banks")),
			Weapon: game.WeaponKind(rapid.IntRange(0, int(game.WeaponKinds)-1).Draw(t, "of")),
		})
		if p.Check(a) != nil {
			p.Shots = p.Shots[:len(p.Shots)-1]
		}
	}
	return p
}

func TestThinkingNeverPanicsAndAlwaysGivesAValidInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyArena(t)
		c := Survey(a)
		p := New(game.FirstPilotSeat, Strengths()[rapid.IntRange(0, 2).Draw(t, "strength")], rapid.Uint64().Draw(t, "seed"))
		for range rapid.IntRange(1, 4).Draw(t, "worlds") {
			s := anyWorld(t, a)
			for range 2 * StrokeTicks {
				in := p.Think(&s, c)
				if in.Aim >= game.AimSteps || in.Thrust >= game.Thrusts || in.Buttons&^game.AllButtons != 0 {
					t.Fatalf("no input is %+v", in)
				}
				s.Tick += game.Tick(rapid.IntRange(0, 2).Draw(t, "ticks passed"))
			}
		}
	})
}
