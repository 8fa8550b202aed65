package gateway

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

const (
	// eventsAtOnce is how many connections one look may find readable.
	eventsAtOnce = 256
	// readAtOnce is the most that one read takes: most bring one frame of 30 bytes.
	readAtOnce = 16 << 10
	// sweepEvery is how often connections are looked at of which nothing has come.
	sweepEvery = 250 * time.Millisecond
	// wakeUp stands for the eventfd where events name a connection.
	wakeUp = -1
)

// poller reads all connections on one goroutine, as one epoll finds them
// readable. A goroutine for each would be woken for every input of 30 bytes, read
// twice because the first read after waking leaves it to a second to find out
// that there is no more, and hold a stack; all of that costs more than the input.
//
// The epoll is itself a file that Go's own epoll watches, so that waiting takes
// no thread, and a hundred inputs that come at once wake one goroutine once.
type poller struct {
	file  *os.File // the epoll
	raw   syscall.RawConn
	epoll int
	wake  int // an eventfd: something stands in fresh or ended

	// The goroutine's own.
	in     []byte
	events []unix.EpollEvent
	ready  []*polled

	mu     sync.Mutex
	all    []*polled // by the number that events name
	free   []int32
	fresh  []*polled
	ended  []*polled
	over   bool
	joined sync.WaitGroup
}

// polled is a connection that a poller reads.
type polled struct {
	socket *socket
	fd     int
	early  []byte
	number int32
	// hungUp says that the client sends no more: what it has sent is followed by the end of the stream.
	hungUp bool
}

// newPoller starts one. Who made it stops it once its last connection has ended.
func newPoller() (*poller, error) {
	epoll, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("gateway: epoll_create1: %w", err)
	}
	if err := unix.SetNonblock(epoll, true); err != nil {
		return nil, errors.Join(fmt.Errorf("gateway: an epoll that does not block: %w", err), unix.Close(epoll))
	}
	wake, err := unix.Eventfd(0, unix.EFD_NONBLOCK|unix.EFD_CLOEXEC)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("gateway: eventfd: %w", err), unix.Close(epoll))
	}
	p := &poller{
		file: os.NewFile(uintptr(epoll), "epoll"), epoll: epoll, wake: wake,
		in: make([]byte, readAtOnce), events: make([]unix.EpollEvent, eventsAtOnce),
	}
	if p.raw, err = p.file.SyscallConn(); err == nil {
		err = p.file.SetReadDeadline(time.Now().Add(sweepEvery)) // fails where Go's epoll does not take ours
	}
	if err == nil {
		err = unix.EpollCtl(epoll, unix.EPOLL_CTL_ADD, wake, &unix.EpollEvent{Events: unix.EPOLLIN, Fd: wakeUp})
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("gateway: an epoll that Go waits for: %w", err), p.file.Close(), unix.Close(wake))
	}
	p.joined.Go(p.run)
	return p, nil
}

// stop ends the goroutine and waits for it.
func (p *poller) stop() {
	p.mu.Lock()
	p.over = true
	p.mu.Unlock()
	p.call()
	p.joined.Wait()
}

// call wakes the goroutine.
func (p *poller) call() {
	one := [8]byte{7: 1, 0: 1} // not zero in either order of bytes
	_, _ = unix.Write(p.wake, one[:])
}

// add has a connection read from now on, until its outbox ends. It must be one
// that can be written to without waiting. early is what came along with the request.
func (p *poller) add(s *socket, early []byte) {
	c := &polled{socket: s, fd: s.out.try.fd, early: early}
	p.mu.Lock()
	p.fresh = append(p.fresh, c)
	p.mu.Unlock()
	s.out.release(func() {
		p.mu.Lock()
		p.ended = append(p.ended, c)
		p.mu.Unlock()
		p.call()
	})
	p.call()
}

func (p *poller) run() {
	for !p.settle() {
		err := p.raw.Read(p.harvest)
		if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
			panic(fmt.Sprintf("gateway: waiting for connections: %v", err)) // our own epoll is broken: nobody would be heard again
		}
		if err != nil {
			p.sweep(time.Now())
			_ = p.file.SetReadDeadline(time.Now().Add(sweepEvery))
		}
	}
	_ = p.file.Close()
	_ = unix.Close(p.wake)
}

// harvest reads what has come. Saying false, it waits for more: epoll tells of
// everything that comes after a look, so one that found less than it could need
// not look again.
func (p *poller) harvest(uintptr) bool {
	n, err := unix.EpollWait(p.epoll, p.events, 0)
	if err != nil || n == 0 { // it can only be EINTR
		return err != nil
	}
	called := false
	p.ready = p.ready[:0]
	p.mu.Lock()
	for _, e := range p.events[:n] {
		if e.Fd == wakeUp {
			called = true
		} else {
			c := p.all[e.Fd]
			c.hungUp = e.Events&(unix.EPOLLRDHUP|unix.EPOLLHUP|unix.EPOLLERR) != 0
			p.ready = append(p.ready, c)
		}
	}
	p.mu.Unlock()
	now := time.Now()
	for _, c := range p.ready {
		p.serve(c, now)
	}
	if called {
		var count [8]byte
		_, _ = unix.Read(p.wake, count[:])
	}
	return called || n == len(p.events)
}

// serve reads all that one connection has brought. A read that takes less than it might has taken all there was, and
// what comes after it epoll tells anew, but for the end of the stream that was told along with it.
func (p *poller) serve(c *polled, now time.Time) {
	s := c.socket
	for s.out.open() {
		n, err := recv(c.fd, p.in)
		switch {
		case n > 0:
			s.hear(p.in[:n], now)
			if n < len(p.in) && !c.hungUp {
				return
			}
		case err == syscall.EAGAIN:
			return
		case err != syscall.EINTR: // none is the end of the stream
			s.lost()
		}
	}
}

// settle takes in who has come and lets go who has ended. It says when all is over.
func (p *poller) settle() (over bool) {
	p.mu.Lock()
	fresh, ended := p.fresh, p.ended
	p.fresh, p.ended = nil, nil
	over = p.over
	p.mu.Unlock()
	now := time.Now()
	for _, c := range fresh {
		p.watch(c)
		c.socket.hear(c.early, now)
		c.early = nil
	}
	for _, c := range ended {
		p.forget(c)
		c.socket.detach()
		go c.socket.end()
	}
	return over
}

// watch has the epoll tell of a connection.
func (p *poller) watch(c *polled) {
	p.mu.Lock()
	if n := len(p.free); n > 0 {
		c.number, p.free = p.free[n-1], p.free[:n-1]
		p.all[c.number] = c
	} else {
		c.number = int32(len(p.all))
		p.all = append(p.all, c)
	}
	p.mu.Unlock()
	// Told of what comes, not of what is there: the kernel would look at each connection once more after it was read.
	event := unix.EpollEvent{Events: unix.EPOLLIN | unix.EPOLLRDHUP | unix.EPOLLET, Fd: c.number}
	if err := unix.EpollCtl(p.epoll, unix.EPOLL_CTL_ADD, c.fd, &event); err != nil {
		c.socket.lost()
	}
}

// forget takes it out again. What the epoll had found of it has been read already.
func (p *poller) forget(c *polled) {
	_ = unix.EpollCtl(p.epoll, unix.EPOLL_CTL_DEL, c.fd, nil)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.all[c.number] = nil
	p.free = append(p.free, c.number)
}

// sweep ends connections of which nothing was heard in time.
func (p *poller) sweep(now time.Time) {
	p.mu.Lock()
	p.ready = p.ready[:0]
	for _, c := range p.all {
		if c != nil && now.After(c.socket.deadline()) {
			p.ready = append(p.ready, c)
		}
	}
	p.mu.Unlock()
	for _, c := range p.ready {
		c.socket.silent()
	}
}
