package floor

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"sync/atomic"
	"time"

	"bankshot/bench/light"
)

// Count is what a server has done so far: frames out, and reads that brought something in (gws: messages).
type Count struct {
	Players, Reads, Writes, Failed int64
}

// counters are a server's, as it runs.
type counters struct {
	players, reads, writes, failed atomic.Int64
}

func (c *counters) now() Count {
	return Count{Players: c.players.Load(), Reads: c.reads.Load(), Writes: c.writes.Load(), Failed: c.failed.Load()}
}

// job is what a server has to do.
type job struct {
	listener *net.TCPListener
	schedule schedule
	payload  []byte // of the frame that everybody gets
	counters counters
}

// Serve is the whole of a server's process: it prints where it listens, serves, and ends when stdin does. Each line that
// comes on stdin is answered by a Count as JSON.
func Serve(ctx context.Context, args []string, stdin io.Reader, stdout io.Writer) error {
	flags := flag.NewFlagSet(Command, flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	players := flags.Int("players", 1000, "how many will come")
	hz := flags.Int("hz", 30, "frames a second to each player")
	down := flags.Int("down", 40, "bytes of such a frame")
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("%s: %w", Command, err)
	}
	if flags.NArg() != 1 || *players < 1 || *hz < 1 || *hz > mostHz || *down < leastDown || *down > mostDown {
		return fmt.Errorf("%w: %s is bench's own way to start a server: -players N -hz N -down N epoll|gws", ErrConfig, Command)
	}
	serve := map[string]func(context.Context, *job) error{"epoll": serveEpoll, "gws": serveGWS}[flags.Arg(0)]
	if serve == nil {
		return fmt.Errorf("%w: %q is no server: epoll and gws are", ErrConfig, flags.Arg(0))
	}
	l, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return fmt.Errorf("floor: listen: %w", err)
	}
	defer l.Close()
	j := &job{listener: l, schedule: newSchedule(time.Now(), *hz, *players), payload: make([]byte, payloadOf(*down))}

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	served := make(chan error, 1)
	go func() {
		served <- serve(ctx, j)
		cancel()
	}()
	if _, err := fmt.Fprintln(stdout, l.Addr()); err != nil {
		return err
	}
	asked := make(chan error, 1)
	go func() { asked <- answer(j, stdin, stdout) }() // it ends with stdin, which is the process's
	select {
	case err = <-asked:
	case <-ctx.Done():
	}
	cancel()
	return errors.Join(err, <-served)
}

func answer(j *job, stdin io.Reader, stdout io.Writer) error {
	for lines := bufio.NewScanner(stdin); lines.Scan(); {
		if err := json.NewEncoder(stdout).Encode(j.counters.now()); err != nil {
			return err
		}
	}
	return nil
}

// payloadOf is the payload of an unmasked frame of so many bytes in all.
func payloadOf(bytes int) int {
	if bytes >= 2+126 {
		return max(bytes-4, 126)
	}
	return bytes - 2
}

// upgradeAnswer is what completes a handshake.
func upgradeAnswer(key string) string {
	return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
		light.Accept(key) + "\r\n\r\n"
}
