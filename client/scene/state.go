package scene

import (
	"strconv"

	"bankshot/client/link"
	"bankshot/client/predict"
	"bankshot/game"
	"bankshot/game/wire"
)

// appendState appends what bankshot.state() gives, as JSON: what is on the screen now and how the connection stands.
// It is written by hand, because a reflecting encoder would cost every player its size for the sake of tests.
//
//	{scene, ready, tick, othersTick, known: the newest tick that the server has told, flown: whether my ship is flown by me
//	 in it, round, phase, phaseLeft, seat, ship: SHIP or null, score, others: [SHIP],
//	 shots: [{id, owner, mine, weapon, returned, banks, x, y}],
//	 mode, arena, team, teamScore: [2], pickups: [{kind, x, y}], goals: [{kind, team, at, holder, x, y, dueIn}],
//	 ballot: {taken, mine, refused, choices: [{arena, mode, votes}]} or null,
//	 awards: [{award, seat, name, points}], shot: {name, victim, weapon, banks, points, link} or null, announced,
//	 aside: the trick shot, the range or the recording at play, or null,
//	 connection: {state, room, presence, error}, stats: {...}, calm: whether motion is reduced}
func (g *Game) appendState(b []byte) []byte {
	v := g.view
	j := json{b: b}
	j.open('{')
	j.str("scene", [...]string{onTitle: "title", playing: "playing"}[g.stage])
	j.bool("ready", v.Ready)
	j.num("tick", v.Tick)
	j.num("othersTick", v.Others)
	told := g.match.pred.Replica()
	j.int("known", int(told.Tick))
	mine := told.ShipOf(g.match.pred.Seat())
	j.bool("flown", mine >= 0 && !told.Ships[mine].Pilot)
	j.int("round", int(v.Round))
	j.str("phase", phaseName(v.Phase))
	j.int("phaseLeft", int(v.PhaseLeft))
	j.int("seat", int(v.Seat))
	score := 0
	j.key("ship")
	if v.Me >= 0 && v.Me < len(v.Ships) {
		ship(&j, &v.Ships[v.Me])
		score = v.Ships[v.Me].Score
	} else {
		j.raw("null")
	}
	j.int("score", score)
	j.key("others")
	j.open('[')
	for i := range v.Ships {
		if i != v.Me {
			j.item()
			ship(&j, &v.Ships[i])
		}
	}
	j.close(']')
	j.key("shots")
	j.open('[')
	for i := range v.Shots {
		j.item()
		shot(&j, &v.Shots[i])
	}
	j.close(']')
	roundState(&j, v)
	toldState(&j, &g.match.told)
	j.key("aside")
	if g.aside != nil {
		j.open('{')
		g.aside.state(&j)
		j.close('}')
	} else {
		j.raw("null")
	}
	g.connectionState(&j)
	g.statsState(&j)
	j.bool("calm", g.renderer.Calm)
	j.close('}')
	return j.b
}

func ship(j *json, s *predict.Ship) {
	j.open('{')
	j.int("seat", int(s.Seat))
	j.str("name", s.Name)
	j.bool("pilot", s.Pilot)
	j.bool("alive", s.Alive)
	j.num("x", float64(s.Pos.X))
	j.num("y", float64(s.Pos.Y))
	j.num("vx", float64(s.Vel.X))
	j.num("vy", float64(s.Vel.Y))
	j.num("aim", float64(s.Aim))
	j.num("health", float64(s.Health))
	j.num("shield", float64(s.Shield))
	j.num("warped", float64(s.Warped))
	j.int("score", s.Score)
	j.int("kills", s.Kills)
	j.int("deaths", s.Deaths)
	j.int("assists", s.Assists)
	j.int("goals", s.Goals)
	j.int("streak", s.Streak)
	j.int("banked", s.Banked)
	j.int("team", int(s.Team))
	j.str("weapon", weaponOf(s.Weapon))
	j.int("ammo", s.Ammo)
	j.num("charge", float64(s.Charge))
	j.bool("mirror", s.Mirror)
	if s.Mine {
		j.num("energy", float64(s.Energy))
	}
	j.close('}')
}

func shot(j *json, s *predict.Shot) {
	j.open('{')
	j.str("id", strconv.FormatUint(uint64(s.ID), 10))
	j.int("owner", int(s.Owner))
	j.bool("mine", s.Mine)
	j.str("weapon", weaponOf(s.Weapon))
	j.bool("returned", s.Returned)
	j.int("banks", int(s.Banks))
	j.num("x", float64(s.Trail[0].X))
	j.num("y", float64(s.Trail[0].Y))
	j.close('}')
}

func (g *Game) connectionState(j *json) {
	m := g.match
	j.key("connection")
	j.open('{')
	j.str("state", linkName(m.link.State()))
	j.str("room", m.pred.Room())
	j.str("presence", presenceName(m.pred.Presence()))
	reason := m.ended.reason
	if err := m.link.Err(); err != nil && reason == "" {
		reason = err.Error()
	}
	j.str("error", reason)
	j.close('}')
}

func (g *Game) statsState(j *json) {
	st, net := g.match.pred.Stats(), g.match.link.Stats()
	j.key("stats")
	j.open('{')
	j.num("rttMs", st.RTT.Seconds()*1000)
	j.num("jitterMs", st.JitterMS)
	j.int("marginTicks", int(st.Margin))
	j.num("leadTicks", st.LeadTicks)
	j.num("behindTicks", st.BehindTicks)
	j.int("ticks", st.Ticks)
	j.int("mispredicted", st.Mispredicted)
	j.int("corrections", st.Corrections)
	j.num("correctionP99", float64(st.CorrectionP99))
	j.int("frames", st.Frames)
	j.int("starved", st.Starved)
	j.num("bytesDownPerSec", st.BytesDownPerSec)
	j.num("bytesUpPerSec", st.BytesUpPerSec)
	j.num("snapshotsPerSec", st.SnapshotsPerSec)
	j.int("fulls", st.Fulls)
	j.int("desyncs", st.Desyncs)
	j.int("gaps", st.Gaps)
	j.int("broken", st.Broken)
	j.int("connections", net.Connections)
	j.int("stale", net.Stale)
	j.num("frameMs", g.frames.frame)
	j.num("tickMs", g.frames.tick)
	j.num("buildMs", g.frames.paint)
	j.close('}')
}

func phaseName(p game.Phase) string {
	switch p {
	case game.Warmup:
		return "warmup"
	case game.Countdown:
		return "countdown"
	case game.Playing:
		return "playing"
	case game.Overtime:
		return "overtime"
	case game.Results:
		return "results"
	case game.Phases:
	}
	return "unknown"
}

func linkName(s link.State) string {
	switch s {
	case link.Connecting:
		return "connecting"
	case link.Open:
		return "open"
	case link.Waiting:
		return "waiting"
	case link.Closed:
	}
	return "closed"
}

func presenceName(p wire.Presence) string {
	switch p {
	case wire.PresenceHere:
		return "here"
	case wire.PresenceAway:
		return "away"
	case wire.PresenceWatching:
		return "watching"
	case wire.PresenceGone:
	}
	return "gone"
}
