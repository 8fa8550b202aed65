package scene

import (
	"strings"
	"testing"

	"bankshot/client/input"
	"bankshot/client/predict"
	"bankshot/client/ui"
	"bankshot/game"
	"bankshot/game/snap"
)

func TestTheShotOfTheRoundHasALinkThatAClickOrItsNumberCopies(t *testing.T) {
	g := aGame(t, 1280, 720)
	g.cfg.Server = "http://host"
	g.renderer.Frame(g.w, g.h, 1, g.view)
	g.match = &match{told: newChronicle()}
	o := &g.match.told.outcome
	number := input.Devices{Number: shareNumber}
	if g.shareShot(&number) {
		t.Fatal("there is no shot yet")
	}
	shot := snap.BestShot{Name: "Ana", VictimName: "Bo", Banks: 3, Tick: 2100, Path: make([]game.Vec, 2)}
	if o.best(&shot, 0); g.shareShot(&number) {
		t.Fatal("nobody has recorded it")
	}
	shot.Link = "2026-01-31/BAKOTI-1"
	o.best(&shot, 0)
	reel, there := o.reel(g.cfg.Server)
	if page := reel.page(reel.tick); !there || page != "http://host/p/2026-01-31/BAKOTI-1#t=2100" {
		t.Errorf("it is %s", page)
	}
	if got := shotTitle("Ana", "Bo", 3); got != "Bankshot: Ana over Bo, 3 banks —" {
		t.Errorf("it is told as %q", got)
	}
	if !g.shareShot(&number) || o.word == nil || o.word.String() == "" {
		t.Error("its number copies nothing")
	}
	c := ui.On(g.renderer)
	box := shareBox(g.match.told.layout(c.W, c.H).shot)
	click := input.Devices{Clicked: true, ClickX: box.MiddleX() * g.renderer.UI, ClickY: (box.Y + 3) * g.renderer.UI}
	o.word = nil
	if g.view = (&predict.View{Me: -1, PhasePassed: voteAfter - 1}); g.shareShot(&click) {
		t.Error("who was firing when the round ended has copied it")
	}
	if g.view.PhasePassed = voteAfter; !g.shareShot(&click) || o.word == nil {
		t.Error("a click copies nothing")
	}
	shot.Link = "../../etc"
	if o.best(&shot, 0); g.shareShot(&number) {
		t.Error("what is no name of a recording is copied")
	}
	if strings.Contains(reel.api(), "#") {
		t.Error(reel.api())
	}
}
