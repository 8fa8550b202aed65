package room

// MostHands is how many goroutines may share a room's work.
const MostHands = 8

// Share has do called once for each of 0..n-1, by several goroutines at the same time where there are processors for them,
// and returns when all have been done. hand, 0..MostHands-1, tells the goroutines apart, so that each may have memory of its
// own; nothing that do leaves may depend on which of them came to what, nor in which order.
type Share func(n int, do func(hand, i int))

// alone is Share by the caller's goroutine.
func alone(n int, do func(hand, i int)) {
	for i := range n {
		do(0, i)
	}
}
