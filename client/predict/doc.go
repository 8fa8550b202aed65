// Package predict turns what a server says into what a player sees. It holds an exact copy of the match (the replica),
// runs my ship and my shots ahead of it, shows everybody else a little behind it, and makes a View of both.
//
//	frames of the link ─ Frame ─▶ replica ─▶ past: the last ticks as they were ─────────────┐
//	                                 │                                                     ├─ View ─▶ render, sound
//	held input ─ SetInput ─ Advance ─▶ ahead: my ship and shots, corrected by the replica ──┘
//	                                 └─ Outgoing ─▶ frames for the link
//
// Snapshots are the inputs that took effect, so the replica is exact: it steps the very rules the server steps. My own
// ship is predicted by the same game.Step on a small State that holds nothing but my ship, my shots, the pick-ups and the
// broken glass. So weapons, mirror, energy, portals, boosters, hazards and pick-ups are all predicted by the rules
// themselves; what others do to them (they break a pane, take a pick-up or a shot of mine) is made good quietly. When a tick
// becomes known that differs from what was predicted for it, the known state replaces the predicted one, the inputs since
// are played again, and the difference on the screen melts within a tenth of a second. When nothing differs, nothing is
// done.
//
// A world too large to be sent is told by cells (cells.go): the replica is then what the cells around me hold together,
// each of which goes on by itself, and only the last tick of each interval is told; those before it are as good as certain,
// and drawn. What causes beyond its border did to a cell is known by what came of it (untold.go). Of the whole world there
// is a minimap, and who leads (far.go).
//
// Two clocks, both in ticks (clock.go). Mine runs ahead of the newest snapshot by as much as my inputs need to be there
// when their tick is stepped; the server measures by how much they are, and that steers it. The others' runs behind it
// by as much as snapshots are late. Both are steered so gently that nobody sees it.
//
// What is drawn in which time: my ship and the pick-ups I take in mine, the other ships and the goals in the others'.
// A shot, whoever owns it, is drawn in the time that the lens has where it is (lens.go): mine near my ship, the others' far
// from it, sliding between, so that what flies at me is where it will meet me, and what I fire where it will meet those whom
// I see. Known ticks are drawn as they were; beyond them mine as I predict them, others' flown on from the newest (flights.go).
// What becomes of a shot, and the glass it breaks, is told and drawn when the lens has got there; beams at once, for they
// are judged as I see them when I fire.
//
// The server judges by the same lens (game/doc.go, "Time"), by the lag that each of my inputs names: it moves against the
// ticks only when it has become wrong by a third of a tick (lag.go). A server goes back a quarter of a second; who is farther
// away has their own shots drawn later by the rest. A shot that meets a ship on the screen in a tick that is not known yet is
// hidden until the server says what became of it (hits.go). Portals, mirrors and splits cut trails and interpolation: nothing
// is drawn across them.
//
// A frame of the screen that comes late leaves ticks for which it is too late to ask: they are predicted as the server
// fills them, and not sent (late.go). So prediction is as exact at five frames a second as at sixty.
//
// After a second without a frame (a hidden page, a computer that slept) the last picture stands until there is news of now:
// what happened meanwhile is neither played in fast motion nor glided through, and nothing is asked for ticks long over.
//
// Use: Frame for every frame that arrived, then SetInput and Advance, then View, then Outgoing, once per frame of the
// screen. Time is an argument everywhere: the link's clock, which also stamped the frames. Nothing here knows a clock, a
// goroutine, a connection or a screen, and a Predictor must not be shared by goroutines. In the steady state no method
// allocates.
package predict
