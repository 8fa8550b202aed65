package game

import "bankshot/game/arena"

// RulesVersion changes whenever Step's outcome does for reasons that no number of the tuning shows.
const RulesVersion = 5

// Rules identifies the rules this program was built with: their version and every number they use. Client and server
// compare it before they play, since only equal rules step to equal worlds.
func Rules() uint64 {
	d := newDigest()
	d.add(RulesVersion)
	for _, n := range ruleNumbers {
		d.add(uint64(n))
	}
	for _, n := range DamagePercent {
		d.add(uint64(n))
	}
	for i := range Weapons {
		d.weapon(&Weapons[i])
	}
	for i := range Supplies {
		d.add(uint64(Supplies[i].Health)<<8 | uint64(Supplies[i].Energy))
	}
	for i := range arena.Tiles {
		d.tile(&arena.Tiles[i])
	}
	for i := range Modes {
		m := &Modes[i]
		d.add(uint64(m.Play)<<32 | uint64(m.Extra))
		d.add(bit(m.KillPoints)<<32 | uint64(uint16(m.Limit))<<16 | uint64(uint16(m.Mercy)))
		d.add(uint64(m.Ships)<<32 | uint64(len(m.Goals))<<1 | bit(m.Endless))
		for n := range m.Goals {
			d.goal(&m.Goals[n])
		}
		for _, n := range m.Numbers {
			d.add(uint64(n))
		}
	}
	for _, n := range quarterSine {
		d.add(uint64(n))
	}
	return uint64(d)
}

// ruleNumbers is every constant of tuning.go, and those of other files that the outcome of Step depends on.
var ruleNumbers = [...]int64{
	ShipRadius, MaxHealth,
	ThrustAccel, DragMul, DragDiv, Restitution,
	DashSpeed, DashTicks, DashCooldown, DashExitSpeed,
	SpawnShieldTicks, RespawnTicks,
	MaxEnergy, MirrorStart, MirrorCost, EnergyEvery, MirrorArc, maxReturns,
	PickupRadius, PickupTicks, ShipPortalTicks, ShotPortalTicks,
	FlagReach, FlagTicks, ZoneRadius,
	LensNear, LensFar, LensWhole, LagParts, MaxLag, BeenTicks,
	SelfHitAfter, RevengeTicks, MaxKillScore,
	WarmupTicks, CountdownTicks, ResultsTicks,
	MaxShips, MaxShots, MaxNameBytes, MaxFacts, MaxPickups, MaxBroken, maxBorn, maxStreak,
	TickHz, Unit, VelUnit, AimSteps, Thrusts,
	FrontierShips, FrontierShots, FrontierBroken, FrontierSightX, FrontierSightY, maxScore,
	int64(FirstPilotSeat), int64(NoSeat),
	int64(Fire), int64(Dash), int64(Mirror),
}

func (d *digest) weapon(w *Weapon) {
	for _, n := range [...]int64{
		int64(w.Speed), int64(w.Damage), int64(w.Cooldown), int64(w.Life), int64(w.Banks), int64(w.Live), int64(w.Radius),
		int64(w.Pellets), int64(w.Fan), int64(w.Jitter), int64(w.Charge), int64(w.Range), int64(w.Splash), int64(w.Split),
		int64(w.SplitFan), int64(w.Ammo),
	} {
		d.add(uint64(n))
	}
}

func (d *digest) tile(t *arena.TileRules) {
	d.add(uint64(t.Shape)<<32 | uint64(t.Gone))
	d.add(uint64(uint32(t.Push.X))<<32 | uint64(uint32(t.Push.Y)))
	d.add(uint64(uint32(t.Most))<<32 | uint64(t.Harm)<<16 | uint64(t.Every)<<8 | bit(t.Ends)<<1 | bit(t.Leads))
}
