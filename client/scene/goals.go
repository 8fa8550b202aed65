package scene

import (
	"time"

	"bankshot/client/predict"
	"bankshot/client/render"
	"bankshot/game"
)

// zoneWarns is how long before it moves a zone's next place is announced.
const zoneWarns = 5 * game.TickHz

// watcher calls out what the View tells by itself: goals, overtime, my assists. It remembers what it told.
type watcher struct {
	phase game.Phase
	zones [game.MaxGoals]zoneTold
	begun bool
}

// zoneTold is what has been told of a zone. Its holder is one more than the seat, 0 for nobody.
type zoneTold struct {
	holder uint32
	warned bool
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
		*w = watcher{phase: v.Phase, begun: true}
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
	for i := range w.zones {
		if i >= len(v.Goals) || v.Goals[i].Kind != game.ZoneGoal || !v.Goals[i].There || !counts(v.Phase) {
			w.zones[i] = zoneTold{}
			continue
		}
		w.zones[i].watch(a, v, &v.Goals[i], buf, now)
	}
}

func anybodyKilled(v *predict.View) bool {
	for i := range v.Ships {
		if v.Ships[i].Kills > 0 {
			return true
		}
	}
	return false
}

func (w *zoneTold) watch(a *announcer, v *predict.View, g *predict.Goal, buf *[]byte, now time.Duration) {
	thing := thingOf(v.Mode, g.Kind)
	if holder := uint32(g.Holder) + 1; g.Holder == game.NoSeat {
		w.holder = 0
	} else if holder != w.holder {
		w.holder = holder
		if g.Holder == v.Seat && v.Me >= 0 {
			a.tell(line{(*buf)[:0]}.str("You hold the ").str(thing), render.MineColor, rankGoal, now)
		} else {
			a.tell(line{(*buf)[:0]}.str(nameOf(v, g.Holder)).str(" holds the ").str(thing), render.DimColor, rankNews, now)
		}
	}
	near := g.DueIn > 0 && g.DueIn <= zoneWarns
	if near && !w.warned {
		a.tell(line{(*buf)[:0]}.str("The ").str(thing).str(" moves in ").int(seconds(g.DueIn)), render.WarnColor, rankGoal, now)
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
	case game.EventMoved:
		a.tell(l.str("The ").str(thingOf(v.Mode, game.ZoneGoal)).str(" has moved"), render.WarnColor, rankGoal, now)
	case game.EventTaken, game.EventDropped, game.EventHome, game.EventBrought:
		color := render.GoalColor(uint8(e.Amount))
		if e.Kind == game.EventBrought {
			color = render.GoalColor(otherTeam(uint8(e.Amount)))
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
		if !mine {
			return flagOf(l.str(nameOf(v, e.Seat)).str(" has "), v, team)
		}
		l = flagOf(l.str("You have "), v, team)
		if carry := modeOf(v.Mode).Carry; carry != "" {
			l = l.str(": ").str(carry)
		}
		return l
	case game.EventDropped:
		l = flagOf(l, v, team).str(" is dropped")
		if team == v.Team && team != game.NoTeam {
			l = l.str(": touch it to return it")
		}
		return l
	case game.EventHome:
		return flagOf(l, v, team).str(" is back")
	}
	// The event is told with the score already raised where the score is newer than the others' time: no figures here.
	if mine {
		return l.str("You have captured the ").str(thingOf(v.Mode, game.FlagGoal))
	}
	return flagOf(l.str(nameOf(v, e.Seat)).str(" has captured "), v, team)
}

// flagOf names a flag; at the beginning of a line with a capital letter.
func flagOf(l line, v *predict.View, team uint8) line {
	first := len(l.b) == 0
	whose := "their "
	switch {
	case team == game.NoTeam || v.Team == game.NoTeam:
		whose = "the "
	case team == v.Team:
		whose = "our "
	}
	from := len(l.b)
	l = l.str(whose)
	if first {
		l.b[from] -= 'a' - 'A'
	}
	if team != game.NoTeam && v.Team == game.NoTeam {
		l = l.str(teamOf(team)).str(" ")
	}
	return l.str(thingOf(v.Mode, game.FlagGoal))
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
