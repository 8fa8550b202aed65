package delay

import "time"

const (
	// MostHeld is how many bytes a way holds at most: above it nothing is read, so that the sender's own buffers fill up
	// and it notices, as behind any slow path. What it takes to remember a chunk counts too.
	MostHeld = 1 << 20
	// chunkCost is what remembering a chunk takes beside its bytes.
	chunkCost = 16
	// chunkBytes is how much is read at once at most.
	chunkBytes = 4 << 10
)

// queue is what has come and not left yet, oldest first.
type queue struct {
	bytes  []byte
	chunks []chunk
	head   int // bytes before it have left
	first  int // chunks before it have left
}

type chunk struct {
	leaves time.Duration
	end    int // in bytes
}

// room is memory to read the next chunk into; add then takes it in.
func (q *queue) room() []byte {
	if q.first == len(q.chunks) {
		q.bytes, q.head = q.bytes[:0], 0
		q.chunks, q.first = q.chunks[:0], 0
	}
	if cap(q.bytes)-len(q.bytes) < chunkBytes {
		q.compact()
	}
	return q.bytes[len(q.bytes):][:chunkBytes]
}

// compact moves what is held to the front, of more memory if it fills half of what there is.
func (q *queue) compact() {
	held := q.bytes[q.head:]
	to := q.bytes[:0]
	if 2*(len(held)+chunkBytes) > cap(q.bytes) {
		to = make([]byte, 0, 2*(len(held)+chunkBytes))
	}
	q.bytes = append(to, held...)
	kept := append(q.chunks[:0], q.chunks[q.first:]...)
	for i := range kept {
		kept[i].end -= q.head
	}
	q.chunks, q.head, q.first = kept, 0, 0
}

// add takes in the n bytes that were read into room, which leave at that time.
func (q *queue) add(n int, leaves time.Duration) {
	q.bytes = q.bytes[:len(q.bytes)+n]
	q.chunks = append(q.chunks, chunk{leaves, len(q.bytes)})
}

// due is everything that should have left by now. It is valid until the next call of room.
func (q *queue) due(now time.Duration) []byte {
	from := q.head
	for q.first < len(q.chunks) && q.chunks[q.first].leaves <= now {
		q.head = q.chunks[q.first].end
		q.first++
	}
	return q.bytes[from:q.head]
}

// next is when the next chunk leaves; false when there is none.
func (q *queue) next() (time.Duration, bool) {
	if q.first == len(q.chunks) {
		return 0, false
	}
	return q.chunks[q.first].leaves, true
}

// held is how many bytes of memory wait for their time.
func (q *queue) held() int { return len(q.bytes) - q.head + chunkCost*(len(q.chunks)-q.first) }
