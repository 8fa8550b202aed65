package scene

import (
	"bankshot/client/input"
	"bankshot/client/render"
	"bankshot/client/ui"
	"bankshot/game/snap"
)

// shareNumber is the key that copies the link of the shot of the round: the one after those that vote.
const shareNumber = snap.MaxChoices + 1

// shareBox is the button for it, in the box of the shot.
func shareBox(shot ui.Rect) ui.Rect {
	const wide, high = 200, 26
	w := min(wide, shot.W-24)
	return ui.Rect{X: shot.MiddleX() - w/2, Y: shot.Bottom() - high - 6, W: w, H: high}
}

// reel is where the shot of the round can be watched; false where nobody has recorded it.
func (o *outcome) reel(server string) (reelAddress, bool) {
	if !o.hasShot || o.shot.Link == "" {
		return reelAddress{}, false
	}
	r, err := parseReel(o.shot.Link, server)
	r.tick = o.shot.Tick
	return r, err == nil && r.name != ""
}

// shareShot copies the link where a player asks for it, and says whether one did.
func (g *Game) shareShot(d *input.Devices) bool {
	o := &g.match.told.outcome
	reel, there := o.reel(g.cfg.Server)
	if !there {
		return false
	}
	c := ui.On(g.renderer)
	lay := g.match.told.layout(c.W, c.H)
	asked := d.Number == shareNumber || g.view.PhasePassed >= voteAfter && g.clickedIn(d, shareBox(lay.shot))
	if !asked {
		return false
	}
	o.word = share(shotTitle(o.shot.Name, o.shot.VictimName, o.shot.Banks), reel.page(reel.tick))
	return true
}

// shareButton offers it.
func shareButton(s scribe, o *outcome, r ui.Rect) {
	l := s.write().int(shareNumber).str("  Copy its link")
	if o.word != nil {
		l = s.write().str(o.word.String())
	}
	s.Box(r.X, r.Y, r.W, r.H, render.PanelColor, 0.9)
	s.Frame(r.X, r.Y, r.W, r.H, render.AccentColor.Times(0.7))
	s.Bytes(l.b, r.MiddleX(), r.Y+r.H/2+render.SizeSmall/3, render.SizeSmall, render.Middle, render.TextColor)
}
