package snap

import (
	"math/bits"

	"bankshot/game"
)

// input writes what one ship does in one tick, against what is known of it.
func (w *writer) input(k *known, in game.Input) {
	w.thrust(k, in.Thrust)
	w.mirror(k, in.Buttons)
	w.triggers(k, in.Buttons)
	w.aim(k, in.Aim)
	w.lag(k, in.Lag)
	k.follow(in)
}

func (r *reader) input(k *known) game.Input {
	in := game.Input{Thrust: r.thrust(k), Buttons: r.mirror(k) | r.triggers(k), Aim: r.aim(k), Lag: r.lag(k)}
	k.follow(in)
	return in
}

// thrustContext tells the dead, who never thrust, from the living, whose hands rest after each change.
func (k *known) thrustContext() context {
	switch {
	case !k.alive:
		return ctxThrust
	case !k.moved:
		return ctxThrust + 1
	case k.change:
		return ctxThrust + 2
	default:
		return ctxThrust + 3
	}
}

func (w *writer) thrust(k *known, thrust uint8) {
	w.bit(k.thrustContext(), thrust != k.thrust)
	if thrust == k.thrust {
		return
	}
	if k.thrust == 0 {
		w.tree(ctxThrustGo, (thrust-1)&15)
		return
	}
	if w.bit(ctxThrustStop, thrust == 0); thrust != 0 {
		w.tree(ctxThrustTurn, (thrust-k.thrust)&15)
	}
}

func (r *reader) thrust(k *known) uint8 {
	if !r.bit(k.thrustContext()) {
		return k.thrust
	}
	if k.thrust == 0 {
		return 1 + r.tree(ctxThrustGo)
	}
	if r.bit(ctxThrustStop) {
		return 0
	}
	return 1 + (k.thrust-1+r.tree(ctxThrustTurn))&15
}

// tree writes one of 16 alternatives as 4 decisions, each in the context of those before it.
func (w *writer) tree(c context, v uint8) {
	node := context(1)
	for i := 3; i >= 0; i-- {
		yes := v>>i&1 != 0
		w.bit(c+node, yes)
		node = node<<1 | oneIf(yes)
	}
}

func (r *reader) tree(c context) uint8 {
	node := context(1)
	for range 4 {
		node = node<<1 | oneIf(r.bit(c+node))
	}
	return uint8(node & 15)
}

func oneIf(yes bool) context {
	if yes {
		return 1
	}
	return 0
}

func (k *known) triggerContext() context {
	switch {
	case !k.alive:
		return ctxTrigger
	case !k.fired:
		return ctxTrigger + 1
	default:
		return ctxTrigger + 2
	}
}

func (w *writer) mirror(k *known, b game.Buttons) {
	w.bit(ctxMirror+oneIf(k.mirror), b&game.Mirror != 0)
}

func (r *reader) mirror(k *known) game.Buttons {
	if r.bit(ctxMirror + oneIf(k.mirror)) {
		return game.Mirror
	}
	return 0
}

// triggers writes all buttons but the mirror.
func (w *writer) triggers(k *known, b game.Buttons) {
	b &^= game.Mirror
	if w.bit(k.triggerContext(), b != 0); b == 0 {
		return
	}
	if w.bit(ctxNotFire, b != game.Fire); b == game.Fire {
		return
	}
	if w.bit(ctxNotDash, b != game.Dash); b == game.Dash {
		return
	}
	w.raw(uint32(b), 2)
}

func (r *reader) triggers(k *known) game.Buttons {
	switch {
	case !r.bit(k.triggerContext()):
		return 0
	case !r.bit(ctxNotFire):
		return game.Fire
	case !r.bit(ctxNotDash):
		return game.Dash
	default:
		return game.Buttons(r.raw(2))
	}
}

// aimClass is what the tick before lets expect of the next.
func (k *known) aimClass() context {
	switch turn := max(k.turn, -k.turn); {
	case !k.alive:
		return aimDead
	case !k.moved:
		return aimFirst
	case turn == 0:
		return aimStill
	case turn < 16:
		return aimSlow
	case turn < 64:
		return aimFast
	default:
		return aimSwift
	}
}

// aim writes how far the aim is from where it would be had it gone on turning: the surprise. In order: is there any;
// did it stop; is it against the turn; its order of magnitude; the rest of its digits.
func (w *writer) aim(k *known, aim uint16) {
	c := k.aimClass()
	turned := wrap(int32(aim) - int32(k.aim))
	surprise := wrap(int32(turned) - int32(k.turn))
	if w.bit(ctxAim+c, surprise != 0); surprise == 0 {
		return
	}
	if k.turn != 0 {
		if w.bit(ctxAimStop+c, turned == 0); turned == 0 {
			return
		}
	}
	back := surprise < 0
	size := uint32(max(surprise, -surprise))
	w.bit(ctxAimBack+c, back != (k.turn < 0))
	bucket := bits.Len32(size) - 1
	for i := range bucket {
		w.bit(ctxAimBucket+c*(buckets-1)+context(i), true)
	}
	if bucket < buckets-1 {
		w.bit(ctxAimBucket+c*(buckets-1)+context(bucket), false)
	}
	if bucket > 0 {
		w.bit(ctxAimTop+context(bucket), size>>(bucket-1)&1 != 0)
		w.raw(size&(1<<(bucket-1)-1), bucket-1)
	}
}

func (r *reader) aim(k *known) uint16 {
	c := k.aimClass()
	on := int32(k.aim) + int32(k.turn)
	if !r.bit(ctxAim + c) {
		return uint16(on & aimMask)
	}
	if k.turn != 0 && r.bit(ctxAimStop+c) {
		return k.aim
	}
	back := r.bit(ctxAimBack+c) != (k.turn < 0)
	bucket := 0
	for bucket < buckets-1 && r.bit(ctxAimBucket+c*(buckets-1)+context(bucket)) {
		bucket++
	}
	size := int32(1)
	if bucket > 0 {
		size = size<<1 | int32(oneIf(r.bit(ctxAimTop+context(bucket))))
		size = size<<(bucket-1) | int32(r.raw(bucket-1))
	}
	if back {
		size = -size
	}
	return uint16((on + size) & aimMask)
}
