package game

import "bankshot/game/arena"

// maxBorn bounds how many shots may be born by splitting in one tick; more are not.
const maxBorn = 32

// newborn are the shots that splitting made in this tick. They fly from the next one on.
type newborn struct {
	shots [maxBorn]Shot
	n     int
}

// flyShots moves every shot in the order of IDs, oldest first, and lets it strike what is in its way. Ships stand where
// this tick's motion has left them, and who dies of one shot is not in the way of the next.
func flyShots(s *State, a *arena.Arena, ev []Event) []Event {
	var born newborn
	var corners [MaxBanks]arena.Leg // for one shot after the other: most have none, and clearing it would cost more than flying
	flying := 0
	for i := range s.Shots {
		shot := &s.Shots[i]
		var ended bool
		if ended, ev = s.fly(shot, a, corners[:0], &born, ev); ended {
			ev = s.splash(shot, a, ev)
			ev = append(ev, s.ended(shot))
			continue
		}
		if flying != i {
			s.Shots[flying] = *shot
		}
		flying++
	}
	s.Shots = s.Shots[:flying]
	s.admit(&born)
	return ev
}

// fly moves one shot by one tick, leg by leg, and says whether that was its end. A mirror, a split and a portal end its
// way for this tick, not its life. corners is memory for the corners of its way.
func (s *State) fly(shot *Shot, a *arena.Arena, corners []arena.Leg, born *newborn, ev []Event) (bool, []Event) {
	w := &Weapons[shot.Weapon]
	vel := shot.Vel
	step := displacement(vel)
	flown, path := a.Fly(shot.Pos, step, int(w.Banks)-int(shot.Banks), corners)
	var eyes sight
	eyes.sightOf(shot, shot.Pos, flown.End)
	var met meeting
	passed := int64(0) // of the tick, in 1/wholeTick
	for i := range path {
		corner := &path[i]
		then := min(passed+share(shot.Pos, corner.At, step), wholeTick)
		if s.inTheWay(shot, leg{corner.At, passed, then}, &eyes, &met) {
			return s.meet(&met, shot, ev)
		}
		passed = then
		shot.Pos, shot.Vel = corner.At, corner.Turn.Apply(vel)
		shot.Banks++
		ev = append(ev, s.banked(shot))
		ev = s.breakGlass(a, corner.Off, ev)
		if shot.Banks == 1 && w.Split > 1 {
			s.split(shot, w, born)
			return shot.old(s.Tick), ev
		}
	}
	then := int64(wholeTick)
	if flown.Stopped {
		then = min(passed+share(shot.Pos, flown.End, step), wholeTick)
	}
	if s.inTheWay(shot, leg{flown.End, passed, then}, &eyes, &met) {
		return s.meet(&met, shot, ev)
	}
	shot.Pos = flown.End
	shot.Vel = flown.Turn.Apply(vel)
	if flown.Stopped {
		return true, s.breakGlass(a, flown.Stop, ev)
	}
	ev = s.warpShot(shot, a, ev)
	return shot.old(s.Tick), ev
}

// share is which part of a tick it takes from one place to another, in 1/wholeTick, for what moves by step in a whole one.
func share(from, to, step Vec) int64 {
	return divRound(int64(distance(from, to))*wholeTick, max(int64(distance(Vec{}, step)), 1))
}

// meet is what becomes of a shot that reaches a ship: a mirror returns it, everything else is its end.
func (s *State) meet(m *meeting, shot *Shot, ev []Event) (bool, []Event) {
	dir := Toward(shot.Vel)
	if m.as.mirrors(dir) {
		dir = returned(dir, m.as.aim)
		return shot.old(s.Tick), s.turnShot(m.ship, shot, m.at, dir, ev)
	}
	return true, s.strike(m.ship, shot, m.at, ev)
}

// split makes several of one at its first bank: the shot itself goes on in the middle.
func (s *State) split(shot *Shot, w *Weapon, born *newborn) {
	dir := Toward(shot.Vel)
	for n := range w.Split {
		off := int(n) - int(w.Split/2)
		if off == 0 || born.n == maxBorn || len(s.Shots)+born.n >= MostShots(s.Mode) {
			continue
		}
		part := *shot
		part.ID += ShotID(n) + 1 // the next numbers of its volley, which splitting weapons leave free
		part.Vel = w.velocity((dir + uint16(off)*w.SplitFan) & aimMask)
		part.Born = shot.Pos
		born.shots[born.n] = part
		born.n++
	}
}

// admit puts the newborn where their IDs belong, from the last one on: each shot moves once at most. IDs differ, and split
// left room for all.
func (s *State) admit(born *newborn) {
	if born.n == 0 {
		return
	}
	shots := born.shots[:born.n]
	for i := range shots {
		for k := i; k > 0 && shots[k-1].ID > shots[k].ID; k-- {
			shots[k-1], shots[k] = shots[k], shots[k-1]
		}
	}
	at := len(s.Shots) - 1
	s.Shots = append(s.Shots, shots...)
	for k := len(shots) - 1; k >= 0; {
		if at >= 0 && s.Shots[at].ID > shots[k].ID {
			s.Shots[at+k+1] = s.Shots[at]
			at--
			continue
		}
		s.Shots[at+k+1] = shots[k]
		k--
	}
}

// age is the number of ticks since the shot's birth, 0 in the tick of it; old says that it has flown its last.
func (p *Shot) age(now Tick) Tick { return now - p.ID.Tick() }
func (p *Shot) old(now Tick) bool { return p.age(now)+1 >= Weapons[p.Weapon].Life }

func (s *State) banked(shot *Shot) Event {
	return Event{
		Kind: EventBanked, Tick: s.Tick, Seat: shot.Owner, Other: NoSeat, Shot: shot.ID, Pos: shot.Pos, Banks: shot.Banks, Weapon: shot.Weapon,
	}
}

func (s *State) ended(shot *Shot) Event {
	return Event{
		Kind: EventEnded, Tick: s.Tick, Seat: shot.Owner, Other: NoSeat, Shot: shot.ID, Pos: shot.Pos, Banks: shot.Banks, Weapon: shot.Weapon,
	}
}
