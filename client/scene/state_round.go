package scene

import (
	"bankshot/client/predict"
	"bankshot/game"
)

// roundState writes what is played and what lies about.
func roundState(j *json, v *predict.View) {
	j.str("mode", v.Mode.String())
	if v.Arena != nil {
		j.str("arena", v.Arena.Name)
	}
	j.int("team", int(v.Team))
	j.key("teamScore")
	j.open('[')
	for _, n := range v.TeamScore {
		j.item()
		j.number(n)
	}
	j.close(']')
	j.key("pickups")
	j.open('[')
	for i := range v.Pickups {
		p := &v.Pickups[i]
		j.item()
		j.open('{')
		j.str("kind", pickupOf(p.Kind))
		j.place(p.At)
		j.close('}')
	}
	j.close(']')
	j.key("goals")
	j.open('[')
	for i := range v.Goals {
		if v.Goals[i].There {
			j.item()
			goalState(j, &v.Goals[i])
		}
	}
	j.close(']')
}

func goalState(j *json, g *predict.Goal) {
	at := "dropped"
	switch {
	case g.AtHome:
		at = "home"
	case g.Holder != game.NoSeat:
		at = "carried"
	}
	j.open('{')
	j.str("kind", things[g.Kind])
	j.int("team", int(g.Team))
	j.str("at", at)
	j.seat("holder", g.Holder)
	j.place(g.Pos)
	j.int("dueIn", int(g.DueIn))
	j.close('}')
}

// toldState writes what the room has told: the vote, the awards, the shot of the round, and what is announced now.
func toldState(j *json, c *chronicle) {
	j.key("ballot")
	if c.vote.there() {
		ballotState(j, &c.vote)
	} else {
		j.raw("null")
	}
	j.key("awards")
	j.open('[')
	for i := range c.outcome.given {
		n := &c.outcome.awards[i]
		j.item()
		j.open('{')
		j.str("award", awards[n.Award].name)
		j.seat("seat", n.Seat)
		j.str("name", n.Name)
		j.int("points", int(n.Points))
		j.close('}')
	}
	j.close(']')
	j.key("shot")
	if c.outcome.hasShot {
		s := &c.outcome.shot
		j.open('{')
		j.str("name", s.Name)
		j.str("victim", s.VictimName)
		j.str("weapon", weaponOf(s.Weapon))
		j.int("banks", int(s.Banks))
		j.int("points", len(s.Path))
		j.str("link", s.Link)
		j.close('}')
	} else {
		j.raw("null")
	}
	j.str("announced", string(c.calls.mine.shown()))
}

func ballotState(j *json, v *vote) {
	j.open('{')
	taken := -1
	if !v.open() {
		taken = int(v.ballot.Taken)
	}
	j.int("taken", taken)
	j.int("mine", v.mine)
	j.bool("counted", v.mine >= 0 && v.mine == v.kept)
	j.str("refused", v.refused)
	j.key("choices")
	j.open('[')
	for i := range v.ballot.Choices {
		c := &v.ballot.Choices[i]
		j.item()
		j.open('{')
		j.str("arena", c.Arena)
		j.str("mode", c.Mode.String())
		j.int("votes", int(c.Votes))
		j.close('}')
	}
	j.close(']')
	j.close('}')
}
