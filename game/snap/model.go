package snap

// context names a kind of decision that has a probability of its own.
type context uint16

// learning is how fast a probability follows what happens within one snapshot: by 1/32 of the way each time. Nothing is
// learned from snapshot to snapshot, so that a body can be read by whoever holds the state before it.
const learning = 5

// How finely the history of a ship's aim is told apart.
const (
	aimFirst = iota // nothing known of the tick before
	aimStill
	aimSlow
	aimFast
	aimSwift
	aimDead

	aimClasses
)

// buckets is how many orders of magnitude an aim's surprise may have: 1, 2-3, 4-7 … 2048.
const buckets = 12

// lagBuckets is how many orders of magnitude a lag may change by: 1, 2-3, 4-7 … 32-63.
const lagBuckets = 6

// The contexts. Those that end in a number of alternatives are the first of so many.
const (
	ctxNotTwo context = 0
	ctxHash   context = 1
	ctxFact   context = 2

	ctxThrust     context = 3                   // changes? by history (4)
	ctxThrustStop context = ctxThrust + 4       // to none?
	ctxThrustTurn context = ctxThrustStop + 1   // tree: by how many directions (16)
	ctxThrustGo   context = ctxThrustTurn + 16  // tree: from none to which direction (16)
	ctxTrigger    context = ctxThrustGo + 16    // any trigger? by history (3)
	ctxNotFire    context = ctxTrigger + 3      // another than fire alone?
	ctxNotDash    context = ctxNotFire + 1      // another than dash alone?
	ctxAim        context = ctxNotDash + 1      // surprise? by class
	ctxAimStop    context = ctxAim + aimClasses // it stopped? by class
	ctxAimBack    context = ctxAimStop + aimClasses
	ctxAimBucket  context = ctxAimBack + aimClasses // more than this bucket? by class, bucket
	ctxAimTop     context = ctxAimBucket + aimClasses*(buckets-1)
	ctxMirror     context = ctxAimTop + buckets // mirror? by whether it was held (2)
	ctxLag        context = ctxMirror + 2       // another lag? by history (4)
	ctxLagBack    context = ctxLag + 4          // a shorter one?
	ctxLagBucket  context = ctxLagBack + 1      // by more than this bucket? (5)

	contexts = ctxLagBucket + lagBuckets - 1
)

// model holds a probability for every context.
type model [contexts]uint16
