package snap

import "bankshot/game"

// roster is what the codec knows of the ships while it goes from tick to tick: writer and reader keep the same one, so
// that joins and leaves in the middle of a snapshot need no other word.
type roster struct {
	ships [game.MaxShips]known
	n     int
}

// known is what is known of one ship before its next input.
type known struct {
	seat   game.Seat
	aim    uint16
	turn   int16 // by how much aim moved in the tick before, if that was in this snapshot
	thrust uint8
	lag    uint8
	alive  bool
	moved  bool // the tick before was in this snapshot: turn tells something
	change bool // thrust changed in the tick before
	mirror bool // its mirror was raised
	fired  bool // a trigger took effect earlier in this snapshot
}

// begin takes over the ships as they stand before the snapshot.
func (r *roster) begin(base []game.Ship) {
	r.n = min(len(base), game.MaxShips)
	for i := range base[:r.n] {
		s := &base[i]
		r.ships[i] = known{seat: s.Seat, aim: s.Aim & aimMask, thrust: s.Thrust, lag: s.Lag, alive: s.Alive, mirror: s.Mirror}
	}
}

// apply follows one fact, as far as it bears on inputs. Facts that cannot be change nothing, here as in the rules.
func (r *roster) apply(f *game.Fact) {
	if f.Kind == game.FactPhase {
		if f.Phase == game.Countdown {
			for i := range r.ships[:r.n] {
				r.ships[i] = known{seat: r.ships[i].seat}
			}
		}
		return
	}
	i, found := r.find(f.Seat)
	switch f.Kind {
	case game.FactJoin:
		if !found && r.n < game.MaxShips {
			copy(r.ships[i+1:r.n+1], r.ships[i:r.n])
			r.ships[i] = known{seat: f.Seat}
			r.n++
		}
	case game.FactLeave:
		if found {
			copy(r.ships[i:r.n-1], r.ships[i+1:r.n])
			r.n--
		}
	case game.FactTeam:
		if found {
			r.ships[i] = known{seat: f.Seat, aim: r.ships[i].aim, lag: r.ships[i].lag}
		}
	case game.FactSpawn:
		if found {
			r.ships[i] = known{seat: f.Seat, aim: f.Aim & aimMask, lag: r.ships[i].lag, alive: true}
		}
	}
}

// find is where seat's ship stands, or would.
func (r *roster) find(seat game.Seat) (int, bool) {
	for i := range r.ships[:r.n] {
		if r.ships[i].seat >= seat {
			return i, r.ships[i].seat == seat
		}
	}
	return r.n, false
}

// follow notes a ship's input.
func (k *known) follow(in game.Input) {
	k.turn, k.moved = wrap(int32(in.Aim)-int32(k.aim)), true
	k.change = in.Thrust != k.thrust
	k.mirror = in.Buttons&game.Mirror != 0
	k.fired = k.fired || in.Buttons&^game.Mirror != 0
	k.aim, k.thrust, k.lag = in.Aim, in.Thrust, in.Lag
}

// wrap brings a difference of two aims to the shorter way around: -2048..2047.
func wrap(d int32) int16 {
	return int16((d+game.AimSteps/2)&aimMask - game.AimSteps/2)
}
