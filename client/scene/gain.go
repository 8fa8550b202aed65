package scene

import (
	"time"

	"bankshot/client/predict"
	"bankshot/client/render"
)

const (
	// gainFades is how long a glow behind my score or my health stands, gainRests how soon the next one may come: not more
	// than three in a second.
	gainFades = 600 * time.Millisecond
	gainRests = 340 * time.Millisecond
	gainLight = 0.45
	hurtLight = 0.3 // bars have to be read through it
	// scratch is the least share of health whose loss is worth a glow.
	scratch = 0.01
)

// gain watches my score and my health: what changes glows for a moment, so that the corner of the eye sees it.
type gain struct {
	known        bool
	score        int
	health       float32
	scored, hurt time.Duration
}

// watch takes in a frame's View.
func (g *gain) watch(v *predict.View, now time.Duration) {
	if v.Me < 0 {
		*g = gain{}
		return
	}
	me := &v.Ships[v.Me]
	if !g.known {
		g.scored, g.hurt = now-gainFades, now-gainFades
	}
	if g.known && me.Score > g.score && now-g.scored > gainRests {
		g.scored = now
	}
	if g.known && me.Health < g.health-scratch && now-g.hurt > gainRests {
		g.hurt = now
	}
	g.known, g.score, g.health = true, me.Score, me.Health
}

// draw lets them glow; soft leaves it out.
func (g *gain) draw(s scribe, soft bool, now time.Duration) {
	if !g.known || soft {
		return
	}
	if k := glowing(now - g.scored); k > 0 {
		w := s.BytesWidth(s.write().int(g.score).b, render.SizeTitle)
		s.Glow(hudEdge, hudEdge+2, w, 34, render.MineColor, gainLight*k)
	}
	if k := glowing(now - g.hurt); k > 0 {
		r := ownShipAt(s.W, s.H)
		s.Glow(r.X, r.Y, r.W, r.H, render.HealthLow, hurtLight*k)
	}
}

// glowing is how much is left of a glow of an age.
func glowing(age time.Duration) float32 {
	if age < 0 || age >= gainFades {
		return 0
	}
	left := 1 - float32(age)/float32(gainFades)
	return left * left
}
