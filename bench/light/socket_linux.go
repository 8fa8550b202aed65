package light

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"time"

	"golang.org/x/sys/unix"

	"bankshot/game/wire"
)

// What a bot's socket lives through. All of it runs on its thread, under the thread's lock, and never waits.

// comes is when a bot is to connect.
func (t *thread) comes(i int) int64 {
	return int64(t.bots[i].number) * int64(time.Second) / int64(t.cfg.JoinPerSecond)
}

// arrive has those connect whose time has come.
func (t *thread) arrive() {
	for now := t.now(); t.absent < len(t.bots) && t.comes(t.absent) <= now; t.absent++ {
		i := int32(t.absent)
		if err := t.connect(i); err != nil {
			t.end(&t.bots[i], fmt.Errorf("light: connecting to %v: %w", t.to.addr, err))
		}
	}
}

func (t *thread) connect(i int32) error {
	b := &t.bots[i]
	b.stage = connecting
	family, addr := unix.AF_INET6, unix.Sockaddr(&unix.SockaddrInet6{Addr: t.to.addr.Addr().As16(), Port: int(t.to.addr.Port())})
	if t.to.addr.Addr().Is4() {
		family, addr = unix.AF_INET, &unix.SockaddrInet4{Addr: t.to.addr.Addr().As4(), Port: int(t.to.addr.Port())}
	}
	fd, err := unix.Socket(family, unix.SOCK_STREAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
	if errors.Is(err, unix.EMFILE) || errors.Is(err, unix.ENFILE) {
		return fmt.Errorf("%w: raise the limit of open files (ulimit -n)", err)
	}
	if err != nil {
		return err
	}
	b.fd = fd
	if err := unix.SetsockoptInt(fd, unix.IPPROTO_TCP, unix.TCP_NODELAY, 1); err != nil {
		return err
	}
	if err := unix.Connect(fd, addr); err != nil && err != unix.EINPROGRESS {
		return err
	}
	return t.watch(unix.EPOLL_CTL_ADD, fd, i, unix.EPOLLOUT)
}

// event is what epoll reports of a bot.
func (t *thread) event(i int32, events uint32) {
	b := &t.bots[i]
	var err error
	switch {
	case b.stage == gone:
		return // closed while this event was on its way
	case b.stage == connecting:
		err = t.connected(i)
	case events&(unix.EPOLLIN|unix.EPOLLHUP|unix.EPOLLERR|unix.EPOLLRDHUP) != 0:
		err = t.read(i)
	}
	if err != nil {
		t.end(b, err)
	}
}

// connected sends the handshake's request.
func (t *thread) connected(i int32) error {
	b := &t.bots[i]
	if code, err := unix.GetsockoptInt(b.fd, unix.SOL_SOCKET, unix.SO_ERROR); err != nil {
		return err
	} else if code != 0 {
		return fmt.Errorf("light: connecting to %v: %w", t.to.addr, unix.Errno(code))
	}
	if err := t.watch(unix.EPOLL_CTL_MOD, b.fd, i, unix.EPOLLIN|unix.EPOLLRDHUP); err != nil {
		return err
	}
	b.stage = shaking
	request := appendRequest(nil, t.to, keyOf(t.cfg.Seed, b.number))
	if n, err := unix.Write(b.fd, request); err != nil || n < len(request) {
		return fmt.Errorf("%w: %d of %d bytes of the request were taken: %w", ErrHandshake, n, len(request), err)
	}
	return nil
}

// read takes what has come, if anything has. What is left there is taken the next time.
func (t *thread) read(i int32) error {
	b := &t.bots[i]
	n, err := recv(b.fd, t.in)
	switch {
	case err == unix.EAGAIN || err == unix.EINTR:
		return nil
	case err != nil:
		return err
	case n == 0:
		return io.EOF
	}
	p := t.in[:n]
	if b.stage == shaking {
		if p, err = t.shake(i, p); err != nil || p == nil {
			return err
		}
	} else {
		t.stats.BytesDown += uint64(n)
	}
	b.stream.begin(p)
	defer b.stream.end()
	for {
		op, payload, ok, err := b.stream.next()
		if err != nil || !ok {
			return err
		}
		if err := t.frame(i, op, payload); err != nil {
			return err
		}
	}
}

// shake reads the handshake's answer. It gives what came behind it, nil while it is not whole.
func (t *thread) shake(i int32, p []byte) (behind []byte, err error) {
	b := &t.bots[i]
	b.stream.rest = append(b.stream.rest, p...)
	size, err := readAnswer(b.stream.rest, keyOf(t.cfg.Seed, b.number))
	if err != nil || size == 0 {
		return nil, err
	}
	behind = b.stream.rest[size:]
	b.stream.rest = nil
	if t.cfg.Plain != nil {
		return behind, t.play(i, t.cfg.Plain.Interval)
	}
	b.stage = greeting
	t.write(b, opBinary, hello(t.out[:maxHead], b.name()))
	return behind, nil
}

// play puts a bot that is in onto the wheel. One that is not watched leaves the epoll: then it is not woken, and the kernel
// need not tell anybody.
func (t *thread) play(i int32, every time.Duration) error {
	b := &t.bots[i]
	b.stage = playing
	b.start(t.now(), int64(every))
	t.wheel.put(t.bots, i)
	t.ready++
	t.stats.Connected++
	if b.watched {
		return nil
	}
	return t.watch(unix.EPOLL_CTL_DEL, b.fd, i, 0)
}

// frame takes one frame of the server.
func (t *thread) frame(i int32, op byte, payload []byte) error {
	b := &t.bots[i]
	switch op {
	case opPing:
		t.write(b, opPong, append(t.out[:maxHead], payload...))
		return nil
	case opPong:
		return nil
	case opClose:
		return closed(payload, b.player.bye)
	}
	t.stats.Frames++
	h := heard{snapshots: 1}
	if t.cfg.Plain == nil {
		var err error
		if h, err = b.player.receive(payload, &t.scratch); err != nil {
			return fmt.Errorf("light: a frame of the server: %w", err)
		}
	}
	t.stats.Snapshots += h.snapshots
	t.stats.Fulls += h.fulls
	t.stats.Gaps += h.gaps
	t.stats.Rebases += h.rebases
	if h.snapshots > 0 && b.watched {
		now := t.now()
		if b.came > 0 {
			t.stats.Interarrival.Add(time.Duration(now - b.came))
		}
		b.came = now
	}
	if b.stage == greeting && b.player.in && b.player.ready {
		return t.play(i, b.player.interval())
	}
	return nil
}

// write seals a frame, whose payload begins at maxHead, and sends it. What the kernel does not take waits for the next
// one; false says that too much waits already, or that the connection has ended, which reading will tell.
func (t *thread) write(b *bot, op byte, frame []byte) bool {
	t.out = frame[:maxHead] // it may have grown
	sealed := seal(frame, op, uint32(t.mask.Uint64()))
	if len(b.tail)+len(sealed) > maxTail {
		t.stats.Stuck++
		return false
	}
	p := sealed
	if len(b.tail) > 0 {
		b.tail = append(b.tail, sealed...)
		p = b.tail
	}
	n, err := send(b.fd, p)
	switch {
	case err == unix.EAGAIN || err == unix.EINTR:
		n = 0
	case err != nil:
		return false
	}
	if n < len(p) || len(b.tail) > 0 {
		b.tail = append(b.tail[:0], p[n:]...)
	}
	t.stats.FramesUp++
	t.stats.BytesUp += uint64(len(sealed))
	return true
}

// end closes a bot's connection for good.
func (t *thread) end(b *bot, why error) {
	if b.stage == gone {
		return
	}
	if b.player.bye != "" {
		why = fmt.Errorf("light: the server said %s", b.player.bye)
	}
	switch {
	case b.stage == playing:
		t.stats.Connected--
	case t.cfg.MayRefuse && b.player.busy:
		t.ready++
		t.stats.Refused++
	default:
		t.fail(fmt.Errorf("bot %d: %w", b.number+1, named(why)))
	}
	t.hangUp(b)
	if t.stats.Closes == nil {
		t.stats.Closes = map[string]int{}
	}
	t.stats.Closes[named(why).Error()]++
}

// named is an ending in words that are the same for all bots that ended so.
func named(why error) error {
	if errors.Is(why, io.EOF) {
		return errors.New("light: the server closed the connection without a word")
	}
	return why
}

// leave says goodbye for a bot that is in, and closes.
func (t *thread) leave(b *bot) {
	if b.stage == playing && t.cfg.Plain == nil {
		t.write(b, opBinary, wire.AppendPresence(t.out[:maxHead], &wire.SetPresence{Presence: wire.PresenceGone}))
	}
	if b.stage == playing || b.stage == greeting {
		_, _ = recv(b.fd, t.in) // what nobody has read when a connection closes makes the kernel break it off, and the goodbye with it
		t.write(b, opClose, binary.BigEndian.AppendUint16(t.out[:maxHead], closeNormal))
	}
	t.hangUp(b)
}

// hangUp gives the descriptor back. The kernel still sends what was written.
func (t *thread) hangUp(b *bot) {
	b.stage = gone
	if b.fd >= 0 {
		_ = unix.Close(b.fd)
		b.fd = -1
	}
	b.stream, b.tail = stream{}, nil
}

// closeNormal is the WebSocket close code for a connection that has served its purpose.
const closeNormal = 1000

// plainPayload is the payload of a masked frame of so many bytes in all.
func plainPayload(bytes int) int {
	if bytes >= minPlain+126 {
		return max(bytes-maxHead, 126)
	}
	return min(bytes-minPlain, 125)
}
