package scene

import (
	"time"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
)

// hillWarns is how long before it moves the hill's next place is announced.
const hillWarns = 5 * game.TickHz

// watcher calls out what the View tells by itself: flags, the hill, overtime, my assists. It remembers what it told.
type watcher struct {
	phase  game.Phase
	holder game.Seat
	warned bool
	begun  bool
}

// watch looks at a frame's View once.
func (w *watcher) watch(a *announcer, v *predict.View, buf *[]byte, now time.Duration) {
	if !v.Ready {
		return
	}
	for i := range v.Events {
		goal(a, v, &v.Events[i], buf, now)
	}
	if !w.begun {
		// Who comes into a round is not told what was before.
		*w = watcher{phase: v.Phase, holder: game.NoSeat, begun: true}
		a.bled = anybodyKilled(v)
	}
	if v.Phase != w.phase {
		w.phase = v.Phase
		switch v.Phase {
		case game.Countdown:
			a.bled = false
		case game.Overtime:
			a.tell(line{(*buf)[:0]}.str(modeOf(v.Mode).Overtime), render.WarnColor, rankRound, now)
		case game.Warmup, game.Playing, game.Results, game.Phases:
		}
	}
	w.hill(a, v, buf, now)
}

func anybodyKilled(v *predict.View) bool {
	for i := range v.Ships {
		if v.Ships[i].Kills > 0 {
			return true
		}
	}
	return false
}

func (w *watcher) hill(a *announcer, v *predict.View, buf *[]byte, now time.Duration) {
	if !v.Hill.There || !counts(v.Phase) {
		w.holder, w.warned = game.NoSeat, false
		return
	}
	if v.Hill.Holder != w.holder {
		w.holder = v.Hill.Holder
		switch {
		case w.holder == game.NoSeat:
		case w.holder == v.Seat && v.Me >= 0:
			a.tell(line{(*buf)[:0]}.str("You hold the hill"), render.MineColor, rankGoal, now)
		default:
			a.tell(line{(*buf)[:0]}.str(nameOf(v, w.holder)).str(" holds the hill"), render.DimColor, rankNews, now)
		}
	}
	near := v.Hill.MovesIn > 0 && v.Hill.MovesIn <= hillWarns
	if near && !w.warned {
		a.tell(line{(*buf)[:0]}.str("The hill moves in ").int(seconds(v.Hill.MovesIn)), render.WarnColor, rankGoal, now)
	}
	w.warned = near
}

// goal calls out one event, if it is about a goal, or about my help.
func goal(a *announcer, v *predict.View, e *game.Event, buf *[]byte, now time.Duration) {
	l := line{(*buf)[:0]}
	switch e.Kind {
	case game.EventKilled:
		if e.Helper == v.Seat && v.Me >= 0 && e.Seat != v.Seat {
			a.assist(nameOf(v, e.Seat), buf, now)
		}
	case game.EventHillMoved:
		a.tell(l.str("The hill has moved"), render.WarnColor, rankGoal, now)
	case game.EventTaken, game.EventDropped, game.EventFlagHome, game.EventCaptured:
		color := render.TeamColor(uint8(e.Amount))
		if e.Kind == game.EventCaptured {
			color = render.TeamColor(otherTeam(uint8(e.Amount)))
		}
		a.tell(flagLine(l, v, e), color, rankGoal, now)
	default:
	}
}

// flagLine says what happened to a flag, as the one who reads it sees it: ours, theirs, or by its colour.
func flagLine(l line, v *predict.View, e *game.Event) line {
	team := uint8(e.Amount)
	mine := e.Seat == v.Seat && v.Me >= 0
	switch e.Kind {
	case game.EventTaken:
		if mine {
			return l.str("You have their flag: bring it home")
		}
		return flagOf(l.str(nameOf(v, e.Seat)).str(" has "), v, team)
	case game.EventDropped:
		l = flagOf(l, v, team).str(" is dropped")
		if team == v.Team {
			l = l.str(": touch it to return it")
		}
		return l
	case game.EventFlagHome:
		return flagOf(l, v, team).str(" is back")
	}
	// The event is told with the score already raised where the score is newer than the others' time: no figures here.
	if mine {
		return l.str("You have captured the flag")
	}
	return flagOf(l.str(nameOf(v, e.Seat)).str(" has captured "), v, team)
}

// flagOf names a flag; at the beginning of a line with a capital letter.
func flagOf(l line, v *predict.View, team uint8) line {
	first := len(l.b) == 0
	switch {
	case v.Team == game.NoTeam:
		if first {
			l = l.str("The ")
		} else {
			l = l.str("the ")
		}
		return l.str(teamOf(team)).str(" flag")
	case team == v.Team && first:
		return l.str("Our flag")
	case team == v.Team:
		return l.str("our flag")
	case first:
		return l.str("Their flag")
	}
	return l.str("their flag")
}

// nameOf is the name of a seat's ship, as it is drawn.
func nameOf(v *predict.View, seat game.Seat) string {
	if i := shipOf(v, seat); i >= 0 {
		return v.Ships[i].Name
	}
	return "somebody"
}

func shipOf(v *predict.View, seat game.Seat) int {
	for i := range v.Ships {
		if v.Ships[i].Seat == seat {
			return i
		}
	}
	return -1
}

func otherTeam(t uint8) uint8 {
	switch t {
	case game.TeamOne:
		return game.TeamTwo
	case game.TeamTwo:
		return game.TeamOne
	}
	return game.NoTeam
}

// counts says whether scores count in a phase.
func counts(p game.Phase) bool { return p == game.Playing || p == game.Overtime }
