package floor

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"net/textproto"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

const (
	eventsAtOnce = 512
	readBytes    = 16 << 10
	maxRequest   = 4 << 10
)

// epollServer is the floor itself. Its one thread waits in epoll_wait for whoever sends, and no longer than until the next
// slot of the schedule begins; then it writes to those whose turn it is.
type epollServer struct {
	job      *job
	poll     int
	listener int
	frame    []byte
	in       []byte
	slots    [][]int32 // the descriptors of those that are in
	requests map[int32][]byte
	n        int
}

func serveEpoll(ctx context.Context, j *job) error {
	file, err := j.listener.File()
	if err != nil {
		return fmt.Errorf("floor: %w", err)
	}
	defer file.Close()
	s := &epollServer{
		job: j, listener: int(file.Fd()), frame: frameOf(j.payload), in: make([]byte, readBytes),
		slots: make([][]int32, j.schedule.slots), requests: map[int32][]byte{},
	}
	if err := unix.SetNonblock(s.listener, true); err != nil {
		return fmt.Errorf("floor: %w", err)
	}
	if s.poll, err = unix.EpollCreate1(unix.EPOLL_CLOEXEC); err != nil {
		return fmt.Errorf("floor: epoll_create1: %w", err)
	}
	defer unix.Close(s.poll)
	if err := s.watch(int32(s.listener)); err != nil {
		return err
	}
	defer s.closeAll()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return s.run(ctx)
}

func (s *epollServer) run(ctx context.Context) error {
	events := make([]unix.EpollEvent, eventsAtOnce)
	clock := &s.job.schedule
	for ctx.Err() == nil {
		wait := time.Until(clock.due())
		n, err := unix.EpollWait(s.poll, events, int(max(wait+time.Millisecond-1, 0)/time.Millisecond))
		if err != nil && err != unix.EINTR {
			return fmt.Errorf("floor: epoll_wait: %w", err)
		}
		for _, e := range events[:max(n, 0)] {
			if int(e.Fd) == s.listener {
				s.accept()
			} else if !s.read(e.Fd) {
				s.drop(e.Fd)
			}
		}
		for slot, ok := clock.take(time.Now()); ok; slot, ok = clock.take(time.Now()) {
			for _, fd := range s.slots[slot] {
				if n, err := unix.Write(int(fd), s.frame); err == nil && n == len(s.frame) {
					s.job.counters.writes.Add(1)
				}
			}
		}
	}
	return nil
}

func (s *epollServer) watch(fd int32) error {
	if err := unix.EpollCtl(s.poll, unix.EPOLL_CTL_ADD, int(fd), &unix.EpollEvent{Events: unix.EPOLLIN, Fd: fd}); err != nil {
		return fmt.Errorf("floor: epoll_ctl: %w", err)
	}
	return nil
}

func (s *epollServer) accept() {
	for {
		fd, _, err := unix.Accept4(s.listener, unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC)
		if err != nil {
			return // nobody else waits; if it is something else, a player will miss an answer and say so
		}
		_ = unix.SetsockoptInt(fd, unix.IPPROTO_TCP, unix.TCP_NODELAY, 1)
		if s.watch(int32(fd)) != nil {
			_ = unix.Close(fd)
			continue
		}
		s.requests[int32(fd)] = []byte{}
	}
}

// read takes what a player sent; false when it is gone.
func (s *epollServer) read(fd int32) bool {
	n, err := unix.Read(int(fd), s.in)
	if err == unix.EAGAIN || err == unix.EINTR {
		return true
	}
	if err != nil || n == 0 {
		return false
	}
	if s.n > 0 && len(s.requests) == 0 {
		s.job.counters.reads.Add(1)
		return true
	}
	if request, shaking := s.requests[fd]; shaking {
		return s.shake(fd, append(request, s.in[:n]...))
	}
	s.job.counters.reads.Add(1)
	return true
}

// shake answers the handshake once it is whole, and gives the player a slot.
func (s *epollServer) shake(fd int32, request []byte) bool {
	s.requests[fd] = request
	if !bytes.HasSuffix(request, []byte("\r\n\r\n")) {
		return len(request) <= maxRequest
	}
	key := ""
	for line := range strings.SplitSeq(string(request), "\r\n") {
		if name, value, ok := strings.Cut(line, ":"); ok && textproto.CanonicalMIMEHeaderKey(name) == "Sec-Websocket-Key" {
			key = textproto.TrimString(value)
		}
	}
	answer := upgradeAnswer(key)
	if n, err := unix.Write(int(fd), []byte(answer)); key == "" || err != nil || n < len(answer) {
		return false
	}
	delete(s.requests, fd)
	slot := s.job.schedule.slotOf(s.n)
	s.slots[slot] = append(s.slots[slot], fd)
	s.n++
	s.job.counters.players.Add(1)
	return true
}

// drop forgets a player. It happens at the end of a measurement only, so that looking through all of them is good enough.
func (s *epollServer) drop(fd int32) {
	if _, shaking := s.requests[fd]; shaking {
		delete(s.requests, fd)
		s.job.counters.failed.Add(1)
	}
	for i, fds := range s.slots {
		for k := range fds {
			if fds[k] == fd {
				s.slots[i] = append(fds[:k], fds[k+1:]...)
				break
			}
		}
	}
	_ = unix.Close(int(fd))
}

func (s *epollServer) closeAll() {
	for fd := range s.requests {
		_ = unix.Close(int(fd))
	}
	for _, fds := range s.slots {
		for _, fd := range fds {
			_ = unix.Close(int(fd))
		}
	}
}

// frameOf is a server's binary frame around a payload.
func frameOf(payload []byte) []byte {
	frame := []byte{0x82, byte(len(payload))}
	if len(payload) >= 126 {
		frame = binary.BigEndian.AppendUint16([]byte{0x82, 126}, uint16(len(payload)))
	}
	return append(frame, payload...)
}
