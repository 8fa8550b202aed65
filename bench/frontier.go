package main

import (
	"errors"
	"fmt"
	"strconv"

	"bankshot/bench/report"
	"bankshot/game"
	"bankshot/game/arena"
)

// Frontier is one room for all, of which each player is told what is near. The bounds are its server's.
const (
	frontierPilots  = 160
	frontierPlayers = game.FrontierShips - frontierPilots
	frontierHz      = 30
	frontierSlowHz  = 20
	// leastWithin is how narrow a crowd may be, in units; mostWithin is the arena's side.
	leastWithin = 256
	mostWithin  = arena.FrontierSide * arena.TileUnits
)

// Metrics of how much less than all a server tells that has no time for more.
const (
	metricStrain   = "bankshot_strain"
	metricStrained = "bankshot_strained_wakeups_total"
	metricHeld     = "bankshot_snapshots_held_total"
)

// frontierMode is what -mode calls it.
func frontierMode() string { return arena.Frontier.String() }

// frontier says whether that is what is played.
func (o *options) frontier() bool { return o.Mode == frontierMode() }

// hz is how many snapshots a second there are.
func (o *options) hz() int {
	if o.frontier() {
		return o.Hz
	}
	return snapshotHz
}

// settle fills in what was not asked for: a match takes eight, a Frontier everybody.
func (o *options) settle() {
	if o.RoomSize != 0 {
		return
	}
	o.RoomSize = usualRoomSize
	if o.frontier() {
		o.RoomSize = o.Players
	}
}

// checkFrontier finds what makes no sense there.
func (o *options) checkFrontier() error {
	switch {
	case !o.frontier() && o.Hz != 0 && o.Hz != frontierHz:
		return fmt.Errorf("-hz is for -mode %v: matches send %d snapshots a second", arena.Frontier, snapshotHz)
	case !o.frontier() && o.Within != 0:
		return fmt.Errorf("-within is for -mode %v: a match's arena is its view", arena.Frontier)
	case !o.frontier():
		return nil
	case o.Within != 0 && o.Server != "":
		return errors.New("-within is for bench's own server: start the one that -server names with -frontier-within")
	case o.Hz != frontierHz && o.Hz != frontierSlowHz:
		return fmt.Errorf("-hz is %d: it must be %d or %d", o.Hz, frontierHz, frontierSlowHz)
	}
	if err := between("room-size", o.RoomSize, 1, frontierPlayers); err != nil {
		return err
	}
	if o.Within != 0 {
		if err := between("within", o.Within, leastWithin, mostWithin); err != nil {
			return fmt.Errorf("%w, or 0 for all of the arena", err)
		}
	}
	return between("pilots", o.Pilots, 0, frontierPilots)
}

// frontierArgs are the flags of a server of which nothing else is needed than one Frontier, or that needs none.
func (o *options) frontierArgs() []string {
	if !o.frontier() {
		return []string{"-frontier", "0"}
	}
	return []string{
		"-frontier", strconv.Itoa(o.RoomSize), "-frontier-pilots", strconv.Itoa(o.Pilots), "-frontier-hz", strconv.Itoa(o.Hz),
		"-frontier-within", strconv.Itoa(o.Within),
	}
}

// cells are the figures of a world that is told by cells, of real clients alone; nothing elsewhere.
func (w *window) cells(r *report.Result) {
	a, b := w.first(), w.last()
	if b.cells == 0 {
		return
	}
	real := float64(len(w.crowd.bots))
	r.CellsPerSeat = report.Of(float64(b.cells) / real)
	r.ShipsPerSeat = report.Of(float64(b.ships) / real)
	r.NewCellsPerSeatS = report.Of(float64(b.whole-a.whole) / real / w.seconds())
	if a.metrics == nil || b.metrics == nil {
		return
	}
	grew := func(name string) float64 { return b.metrics[name] - a.metrics[name] }
	r.StrainedWakesPct = report.Of(100 * grew(metricStrained) / max(grew(metricTick+"_count"), 1))
	r.HeldPct = report.Of(100 * grew(metricHeld) / max(grew(metricTick+"_count"), 1))
	r.Strain = report.Of(b.metrics[metricStrain])
}
