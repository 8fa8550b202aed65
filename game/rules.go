package game

// RulesVersion changes whenever Step's outcome does for reasons that no number of the tuning shows.
const RulesVersion = 1

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
	PulseSpeed, PulseDamage, PulseCooldown, PulseLife, PulseBanks, PulseLive, ShotRadius,
	SelfHitAfter, RevengeTicks, MaxKillScore,
	WarmupTicks, CountdownTicks, PlayTicks, ResultsTicks,
	MaxShips, MaxShots, MaxNameBytes, MaxFacts,
	TickHz, Unit, VelUnit, AimSteps, Thrusts,
	int64(FirstPilotSeat), int64(NoSeat),
	int64(Fire), int64(Dash), int64(Mirror),
}
