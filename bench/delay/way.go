package delay

import (
	"errors"
	"io"
	"net"
	"os"
	"time"
)

// way carries what one end of a line sends to the other.
type way struct {
	line     *line
	from, to *net.TCPConn
	schedule schedule
	queue    queue
}

// run carries until the sender ends or the line does. It returns once everything that was sent has been delivered.
func (w *way) run() {
	for {
		if err := w.deliver(); err != nil {
			w.line.end(abruptly) // who cannot be told anything any more has gone without a word
			return
		}
		if w.queue.held() >= MostHeld {
			if !w.pause() {
				return
			}
			continue
		}
		n, err := w.receive()
		if n > 0 {
			w.queue.add(n, w.schedule.leaves(w.line.now()))
		}
		switch {
		case err == nil || errors.Is(err, os.ErrDeadlineExceeded):
		case errors.Is(err, io.EOF):
			w.finish()
			return
		default:
			w.reset()
			return
		}
	}
}

// receive reads the next chunk, but returns when one that is held has to leave.
func (w *way) receive() (int, error) {
	deadline := time.Time{}
	if leaves, ok := w.queue.next(); ok {
		deadline = w.line.began.Add(leaves)
	}
	if err := w.from.SetReadDeadline(deadline); err != nil {
		return 0, err
	}
	return w.from.Read(w.queue.room())
}

// deliver passes on what is due. A line that was swallowed passes nothing.
func (w *way) deliver() error {
	due := w.queue.due(w.line.now())
	if len(due) == 0 || w.line.swallowed.Load() {
		return nil
	}
	_, err := w.to.Write(due)
	return err
}

// pause waits for the next chunk to leave without reading. It says false when the line has ended.
func (w *way) pause() bool {
	leaves, _ := w.queue.next()
	timer := time.NewTimer(leaves - w.line.now())
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-w.line.ended:
		return false
	}
}

// drain delivers what is held, each chunk at its time. It says false when the line has ended before.
func (w *way) drain() bool {
	for {
		if err := w.deliver(); err != nil {
			w.line.end(abruptly)
			return false
		}
		if _, more := w.queue.next(); !more {
			return true
		}
		if !w.pause() {
			return false
		}
	}
}

// finish passes on that the sender has no more to say, once all before it has been delivered: the end travels like a
// chunk. The other way goes on.
func (w *way) finish() {
	w.queue.room()
	w.queue.add(0, w.schedule.leaves(w.line.now()))
	if w.drain() && !w.line.swallowed.Load() {
		// It fails where the receiver has gone, and then nobody needs to be told.
		_ = w.to.CloseWrite()
	}
}

// reset passes on that the sender broke the connection, as late as anything else it sent.
func (w *way) reset() {
	w.queue.room()
	w.queue.add(0, w.schedule.leaves(w.line.now()))
	if w.drain() && !w.line.swallowed.Load() {
		w.line.end(abruptly)
	}
}
