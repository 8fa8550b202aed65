package link

import (
	"context"
	"math/rand/v2"
	"time"

	"bankshot/game/wire"
)

// run is the link's life: attempt, connection, wait, and again.
func (l *Link) run(ctx context.Context) {
	defer close(l.done)
	defer l.cancel()
	var wait backoff
	for {
		err := l.connect(ctx)
		pause, again := l.after(ctx, err, &wait)
		if !again {
			return
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-l.hurry:
			wait.reset()
		case <-ctx.Done():
		}
		timer.Stop()
	}
}

// connect makes one attempt and stays with it until the connection ends.
func (l *Link) connect(ctx context.Context) error {
	l.mu.Lock()
	url := l.url
	l.stats.Attempts++
	l.heard, l.ended, l.unheard = false, false, false
	l.in.begin()
	attempt, giveUp := context.WithCancel(ctx)
	defer giveUp()
	l.giveUp = giveUp
	l.mu.Unlock()

	s, err := dial(attempt, url, l)
	l.mu.Lock()
	l.giveUp = nil
	l.doubt = doubt{}
	if err != nil {
		l.mu.Unlock()
		return err
	}
	s.send(l.hello)
	l.stats.FramesUp++
	l.stats.BytesUp += len(l.hello)
	l.sock, l.state = s, Open
	l.openedAt = l.Now()
	l.stats.Connections++
	select {
	case <-l.hurry: // this is the attempt that it asked for
	default:
	}
	l.mu.Unlock()

	select {
	case <-s.done:
	case <-ctx.Done():
	}
	l.mu.Lock()
	l.sock = nil
	l.leaving = ctx.Err() != nil
	l.mu.Unlock()
	s.finish()
	<-s.done
	return s.err()
}

// after decides what follows the end of a connection or attempt.
func (l *Link) after(ctx context.Context, err error, wait *backoff) (pause time.Duration, again bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.err = err
	if ctx.Err() != nil {
		l.state = Closed
		return 0, false
	}
	if l.ended && !l.bye.Code.MayRetry() {
		l.state = Closed
		return 0, false
	}
	l.state = Waiting
	if l.heard && l.Now()-l.openedAt > SettledAfter {
		wait.reset()
	}
	if l.ended && l.bye.RetryMS > 0 {
		return wait.told(retry(&l.bye), rand.Float64()), true
	}
	return wait.next(rand.Float64()), true
}

// buffer is called by the socket for memory to receive a frame into.
func (l *Link) buffer(n int) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.in.buffer(n)
}

// receive is called by the socket with a frame in memory from buffer.
func (l *Link) receive(from *socket, data []byte) error {
	at := l.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if from == l.dropped {
		l.in.recycle(data)
		return ErrClosed
	}
	l.heard, l.unheard = true, false
	l.doubt.heard = at
	l.stats.FramesDown++
	l.stats.BytesDown += len(data)
	if l.leaving {
		l.in.recycle(data)
		return nil
	}
	snapshot, ended := scan(&l.walked, data, &l.bye)
	l.ended = l.ended || ended
	return l.in.put(Frame{At: at, Data: data}, snapshot)
}

// closed is called by the socket with the code of a WebSocket close: it stands for a Bye that did not come.
func (l *Link) closed(code uint16) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if bye := wire.FromClose(code); !l.ended && bye != wire.ByeUnknown {
		l.bye, l.ended = wire.Bye{Code: bye, Reason: bye.String()}, true
	}
}
