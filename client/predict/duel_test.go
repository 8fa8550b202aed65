package predict

import (
	"testing"
	"time"

	"bankshot/game"
)

const itsSeat = game.FirstPilotSeat

// duel is me and one other, on clear ground, in a round that goes on.
type duel struct {
	*play
	do game.Input // of the other
}

func newDuel(t *testing.T, trip time.Duration) *duel {
	t.Helper()
	d := &duel{play: newPlay(t, Config{Name: "Ana"}, 0, trip/2, 0)}
	d.srv.wanderers = []wanderer{{seat: itsSeat, do: func() game.Input {
		in := d.do
		d.do.Buttons &^= game.Fire
		return in
	}}}
	d.srv.facts = append(d.srv.facts, game.Fact{Kind: game.FactJoin, Seat: itsSeat, Name: "W", Pilot: true})
	d.srv.state.Phase, d.srv.state.PhaseEnd = game.Playing, 1<<30
	d.play.run(settled)
	for i := range d.srv.state.Ships {
		d.srv.state.Ships[i].Shield = 0
	}
	return d
}

// place puts both somewhere, in full health and at rest, and waits until everybody knows.
func (d *duel) place(mine, its Point) {
	d.t.Helper()
	d.hold = func(int) game.Input { return game.Input{} }
	d.play.run(time.Second / 2) // until nothing that was held is on its way any more
	for i := range d.srv.state.Ships {
		s := &d.srv.state.Ships[i]
		s.Vel, s.Health, s.Shield, s.Thrust, s.DashLeft = game.Vec{}, game.MaxHealth, 0, 0, 0
		s.Pos = vec(mine)
		if s.Seat == itsSeat {
			s.Pos = vec(its)
		}
	}
	d.srv.state.Shots = d.srv.state.Shots[:0]
	d.srv.wantsFull = true
	d.play.run(time.Second)
}

// hits is how often a seat was hit since a tick.
func (d *duel) hits(victim game.Seat, since game.Tick) (n int) {
	for _, e := range d.srv.events {
		if e.Kind == game.EventHit && e.Seat == victim && e.Tick > since {
			n++
		}
	}
	return n
}

// pass is how near a shot has come to my ship on the screen, from edge to edge: below 0 it has hit.
type pass struct {
	near         float32
	id           game.ShotID
	at, step, me Point
	drawn        bool
}

// watch looks for the first shot drawn that is of that owner and has banked so often. Where it is hidden, because it has met
// my ship, it flies on as it did.
func (p *pass) watch(d *duel, v *View, owner game.Seat, banks uint8) {
	me, at, found := v.Ships[v.Me].Pos, Point{p.at.X + p.step.X, p.at.Y + p.step.Y}, false
	for i := range v.Shots {
		if s := &v.Shots[i]; s.Owner == owner && s.Banks >= banks && !found {
			p.id, at, found = s.ID, s.Trail[0], true
		}
	}
	if !found && (!p.drawn || !d.p.draw.hides(p.id) && owner != mySeat) {
		return
	}
	if p.drawn {
		a, b := Point{at.X - me.X, at.Y - me.Y}, Point{p.at.X - p.me.X, p.at.Y - p.me.Y}
		if near := length(nearestPoint(a, b)) - reachUnits(game.Pulse); found || near < 0 {
			p.near = min(p.near, near)
		}
		p.step = Point{at.X - p.at.X, at.Y - p.at.Y}
	}
	p.at, p.me, p.drawn = at, me, true
}

// dodges are how many shots I got away from, and how many struck me.
type dodges struct{ dodged, struck int }

// judge counts a shot that came so near on the screen, and fails if it was another way by more than slack units. leave is when
// I left its way.
func (n *dodges) judge(t *testing.T, leave, near, slack float32, hit bool) {
	t.Helper()
	switch {
	case near > slack && hit:
		t.Errorf("who leaves at %v units saw it pass at %.1f and was hit", leave, near)
	case near < -slack && !hit:
		t.Errorf("who leaves at %v units saw it hit by %.1f and was not hit", leave, near)
	case hit:
		n.struck++
	default:
		n.dodged++
	}
}

// hasBoth fails if nearly all shots ended in one way.
func (n *dodges) hasBoth(t *testing.T) {
	t.Helper()
	if n.dodged < 2 || n.struck < 2 {
		t.Errorf("%d were dodged, %d were not", n.dodged, n.struck)
	}
}

// up and down are game.Input.Thrust along Y.
const up, down = 13, 5

func TestWhatIDodgeOnMyScreenMissesMeAndWhatIDoNotHits(t *testing.T) {
	for _, trip := range trips {
		t.Run(trip.String(), func(t *testing.T) {
			d := newDuel(t, trip)
			var all dodges
			for _, leave := range [...]float32{20, 40, 60, 75, 85, 90, 95, 100, 110, 120, 140, 160} {
				// Who fires is farther away than the lens reaches, and sees me as late as anybody may.
				d.place(Point{1000, 240}, Point{300, 240})
				since := d.srv.state.Tick
				p, going := pass{near: 1000}, false
				d.do = game.Input{Lag: game.MaxLag, Buttons: game.Fire}
				d.hold = func(int) game.Input {
					if going {
						return game.Input{Thrust: down}
					}
					return game.Input{}
				}
				d.seen = func(v *View) {
					p.watch(d, v, itsSeat, 0)
					going = going || p.drawn && p.at.X > 1000-leave
				}
				d.run(2500 * time.Millisecond)
				d.seen = nil
				all.judge(t, leave, p.near, 1, d.hits(mySeat, since) > 0)
			}
			all.hasBoth(t)
		})
	}
}

func TestAShotOfMineThatComesBackHitsMeWhereISeeIt(t *testing.T) {
	for _, trip := range trips {
		t.Run(trip.String(), func(t *testing.T) {
			d := newDuel(t, trip)
			var all dodges
			for _, leave := range [...]float32{20, 40, 50, 60, 70, 80, 90, 100, 120, 140, 160, 180} {
				d.place(Point{1000, 240}, Point{100, 100})
				since := d.srv.state.Tick
				p, frames, going := pass{near: 1000}, 0, false
				d.hold = func(int) game.Input {
					frames++
					switch {
					case going:
						return game.Input{Thrust: down}
					case frames == 1:
						return game.Input{Buttons: game.Fire}
					}
					return game.Input{}
				}
				d.seen = func(v *View) {
					p.watch(d, v, mySeat, 1)
					going = going || p.drawn && p.at.X < 1000+leave
				}
				d.run(1500 * time.Millisecond)
				d.seen = nil
				// Beyond what a server rewinds, my own shots are drawn later by the rest.
				slack := 1 + float32(d.p.draw.lens.over)*5
				all.judge(t, leave, p.near, slack, d.hits(mySeat, since) > 0)
			}
			all.hasBoth(t)
		})
	}
}

func TestABeamHitsWhomItIsDrawnToHit(t *testing.T) {
	for _, trip := range trips {
		t.Run(trip.String(), func(t *testing.T) {
			d := newDuel(t, trip)
			met, missed := 0, 0
			for n := range 24 {
				d.srv.wanderers[0].do = func() game.Input { return game.Input{} }
				d.place(Point{500, 240}, Point{850, 240})
				me := &d.srv.state.Ships[d.srv.state.ShipOf(mySeat)]
				me.Weapon, me.Ammo = game.Rail, 5
				d.srv.wantsFull = true
				d.run(time.Second / 2)
				since := d.srv.state.Tick
				// It flies up and down across my way.
				turn := 0
				d.srv.wanderers[0].do = func() game.Input {
					if turn++; (turn+12)/24%2 == 0 {
						return game.Input{Thrust: up}
					}
					return game.Input{Thrust: down}
				}
				frames, cut, drawn := 0, false, false
				var depth float32
				d.hold = func(int) game.Input {
					if frames++; frames == 8+n {
						return game.Input{Buttons: game.Fire}
					}
					return game.Input{}
				}
				d.seen = func(v *View) {
					for i := range v.Beams {
						b := &v.Beams[i]
						if drawn {
							continue
						}
						drawn = true
						end := b.At[b.Points-1]
						it := v.Ships[1-v.Me].Pos
						depth = max(it.Y-end.Y, end.Y-it.Y) - reachUnits(game.Rail)
						cut = b.Points == 2 && end.X < 860
					}
				}
				d.run(1800 * time.Millisecond)
				d.seen = nil
				hit := d.hits(itsSeat, since) > 0
				switch {
				case !drawn:
					t.Error("no beam was drawn")
				case cut != hit:
					t.Errorf("beam %d is drawn to hit: %v, and hits: %v", n, cut, hit)
				case cut && depth > 6:
					t.Errorf("beam %d ends at a ship that is drawn %.1f units beside it", n, depth)
				case hit:
					met++
				default:
					missed++
				}
			}
			if met < 4 || missed < 4 {
				t.Errorf("%d met it, %d did not", met, missed)
			}
		})
	}
}
