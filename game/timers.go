package game

// runTimers is the last phase of a tick: what counts down counts down, for the living and the dead.
func runTimers(s *State) {
	for i := range s.Ships {
		ship := &s.Ships[i]
		if ship.DashLeft > 0 {
			ship.DashLeft--
			if ship.DashLeft == 0 {
				ship.Vel = limit(ship.Vel, DashExitSpeed)
			}
		}
		ship.Shield = lower(ship.Shield)
		ship.RespawnIn = lower(ship.RespawnIn)
		private := &s.Private[i]
		private.FireIn = lower(private.FireIn)
		private.DashIn = lower(private.DashIn)
		ship.Portal = lower(ship.Portal)
		switch {
		case ship.Mirror:
			private.Energy -= min(MirrorCost, private.Energy)
		case s.Tick%EnergyEvery == 0:
			private.Energy = min(private.Energy+1, MaxEnergy)
		}
	}
}

func lower(n uint8) uint8 {
	if n == 0 {
		return 0
	}
	return n - 1
}
