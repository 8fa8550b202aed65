package delay

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"runtime"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is for what must happen; it is only ever waited for in full by a test that fails.
const patience = 20 * time.Second

// pair is a client and a server with a proxy between.
type pair struct {
	*testing.T
	proxy          *Proxy
	listener       *net.TCPListener
	client, server *net.TCPConn
}

func connect(t *testing.T, cfg Config) *pair {
	t.Helper()
	listener, err := net.ListenTCP("tcp", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	cfg.Target = "ws://" + listener.Addr().String()
	proxy, err := Listen(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	p := &pair{T: t, proxy: proxy, listener: listener}
	t.Cleanup(func() {
		proxy.Close()
		_ = listener.Close()
	})
	p.client, p.server = p.dial()
	return p
}

func (p *pair) dial() (client, server *net.TCPConn) {
	p.Helper()
	conn, err := net.Dial("tcp", p.proxy.Addr())
	if err != nil {
		p.Fatal(err)
	}
	server, err = p.listener.AcceptTCP()
	if err != nil {
		p.Fatal(err)
	}
	client = conn.(*net.TCPConn)
	for _, c := range []*net.TCPConn{client, server} {
		p.Cleanup(func() { _ = c.Close() })
		if err := c.SetDeadline(time.Now().Add(patience)); err != nil {
			p.Fatal(err)
		}
	}
	return client, server
}

// noted waits until the proxy has noted so many connections, which the server may know of before.
func (p *pair) noted(n int) {
	for p.proxy.Lines() < n {
		runtime.Gosched()
	}
}

func (p *pair) write(c *net.TCPConn, data string) {
	p.Helper()
	if _, err := c.Write([]byte(data)); err != nil {
		p.Fatal(err)
	}
}

func (p *pair) expect(c *net.TCPConn, want string) {
	p.Helper()
	got := make([]byte, len(want))
	if _, err := io.ReadFull(c, got); err != nil || string(got) != want {
		p.Fatalf("got %q (%v), want %q", got, err, want)
	}
}

// end reads until there is nothing more, and says why.
func end(c *net.TCPConn) error {
	_, err := io.Copy(io.Discard, c)
	return err
}

// broken says that a connection did not end in good order. Systems name that differently.
func broken(err error) bool { return err != nil && !errors.Is(err, os.ErrDeadlineExceeded) }

func TestEverythingArrivesInOrderBothWays(t *testing.T) {
	p := connect(t, Config{RTT: 4 * time.Millisecond, Jitter: 4 * time.Millisecond, StallFor: 5 * time.Millisecond, StallEvery: 20 * time.Millisecond, Seed: 1})
	sent := make([]byte, 3*MostHeld)
	rng := rand.NewChaCha8([32]byte{1})
	_, _ = rng.Read(sent) // never fails
	for what, ends := range map[string][2]*net.TCPConn{"up": {p.client, p.server}, "down": {p.server, p.client}} {
		failed := make(chan error, 1)
		go func() {
			for rest := sent; len(rest) > 0; {
				n := min(1+int(rng.Uint64()%9000), len(rest))
				if _, err := ends[0].Write(rest[:n]); err != nil {
					failed <- err
					return
				}
				rest = rest[n:]
			}
			failed <- nil
		}()
		got := make([]byte, len(sent))
		if _, err := io.ReadFull(ends[1], got); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if err := <-failed; err != nil || !bytes.Equal(got, sent) {
			t.Errorf("%s: %v, or it arrived otherwise than it was sent", what, err)
		}
	}
}

func TestNothingArrivesBeforeHalfTheRoundTrip(t *testing.T) {
	const rtt = 60 * time.Millisecond
	p := connect(t, Config{RTT: rtt})
	p.write(p.client, "hello")
	p.expect(p.server, "hello") // the connection stands on both sides now
	for range 3 {
		sent := time.Now()
		p.write(p.client, "ping")
		p.expect(p.server, "ping")
		there := time.Now()
		p.write(p.server, "pong")
		p.expect(p.client, "pong")
		if up, down := there.Sub(sent), time.Since(there); up < rtt/2 || down < rtt/2 {
			t.Errorf("up took %v, down %v", up, down)
		}
	}
}

func TestOneSideMayFinishWhileTheOtherGoesOn(t *testing.T) {
	p := connect(t, Config{RTT: 10 * time.Millisecond})
	p.write(p.client, "question")
	if err := p.client.CloseWrite(); err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(p.server); err != nil || string(got) != "question" {
		t.Fatalf("the server got %q, %v", got, err)
	}
	p.write(p.server, "answer")
	_ = p.server.Close()
	if got, err := io.ReadAll(p.client); err != nil || string(got) != "answer" {
		t.Errorf("the client got %q, %v", got, err)
	}
}

func TestAResetOfOneSideReachesTheOther(t *testing.T) {
	p := connect(t, Config{RTT: 10 * time.Millisecond})
	p.write(p.client, "hello")
	p.expect(p.server, "hello")
	if err := p.client.SetLinger(0); err != nil {
		t.Fatal(err)
	}
	_ = p.client.Close()
	if err := end(p.server); !broken(err) {
		t.Errorf("the server saw %v", err)
	}
}

func TestCutBreaksEveryConnectionAtOnceAndLetsNewOnesIn(t *testing.T) {
	p := connect(t, Config{RTT: time.Hour}) // so that nothing but the cut can reach anybody
	client2, server2 := p.dial()
	p.noted(2)
	p.proxy.Cut()
	for _, c := range []*net.TCPConn{p.client, p.server, client2, server2} {
		if err := end(c); !broken(err) {
			t.Errorf("an end saw %v", err)
		}
	}
	p.dial()
}

func TestHangupEndsEveryConnectionInGoodOrder(t *testing.T) {
	p := connect(t, Config{})
	p.write(p.client, "hello")
	p.expect(p.server, "hello")
	p.proxy.Hangup()
	for _, c := range []*net.TCPConn{p.client, p.server} {
		if err := end(c); err != nil {
			t.Errorf("an end saw %v", err)
		}
	}
}

func TestABlackholeSwallowsEvenTheEndOfAConnection(t *testing.T) {
	p := connect(t, Config{})
	p.write(p.client, "hello")
	p.expect(p.server, "hello")
	p.proxy.Blackhole(true)
	p.write(p.client, "lost")
	p.write(p.server, "lost")
	late, lateServer := p.dial()
	p.noted(2)
	p.write(late, "lost too")
	_ = p.client.Close()

	// What was swallowed stays so when the path is good again; whoever comes then is served.
	p.proxy.Blackhole(false)
	fresh, freshServer := p.dial()
	p.write(fresh, "again")
	p.expect(freshServer, "again")
	for _, c := range []*net.TCPConn{p.server, lateServer} {
		if err := c.SetReadDeadline(time.Now().Add(20 * time.Millisecond)); err != nil {
			t.Fatal(err)
		}
		if n, err := c.Read(make([]byte, 8)); n != 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
			t.Errorf("a swallowed connection still gave %d bytes and %v", n, err)
		}
	}
	if got := p.proxy.Lines(); got != 3 {
		t.Errorf("%d connections are open, want 3", got)
	}
}

func TestWhoIsNotReadFromSoonCannotSendMore(t *testing.T) {
	p := connect(t, Config{RTT: time.Hour})
	if err := p.client.SetWriteBuffer(64 << 10); err != nil {
		t.Fatal(err)
	}
	const most = 256 << 20
	sent := 0
	for block := make([]byte, 1<<20); sent < most; {
		if err := p.client.SetWriteDeadline(time.Now().Add(300 * time.Millisecond)); err != nil {
			t.Fatal(err)
		}
		n, err := p.client.Write(block)
		sent += n
		if err != nil {
			break
		}
	}
	// The kernel's own buffers come on top of what the proxy holds: some megabytes.
	if sent < MostHeld || sent >= most/2 {
		t.Errorf("%d bytes were taken, nothing of which had left", sent)
	}
}

func TestAServerThatIsNotThereIsSeenAsAReset(t *testing.T) {
	p := connect(t, Config{})
	_ = p.listener.Close()
	conn, err := net.Dial("tcp", p.proxy.Addr())
	if err == nil { // the reset may even be there before the connection is
		defer func() { _ = conn.Close() }()
		if err := end(conn.(*net.TCPConn)); !broken(err) {
			t.Errorf("the client saw %v", err)
		}
	}
	if p.proxy.Refused() != 1 {
		t.Errorf("%d refused", p.proxy.Refused())
	}
}

func TestTheProxyEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	proxy, err := Listen(ctx, Config{Target: "127.0.0.1:1"})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	proxy.running.Wait()
	if _, err := net.Dial("tcp", proxy.Addr()); err == nil {
		t.Error("it still takes connections")
	}
	proxy.Close()
}

func TestAConfigThatCannotBeIsRefused(t *testing.T) {
	for what, cfg := range map[string]Config{
		"no target":               {},
		"a target without a port": {Target: "localhost"},
		"a delay below zero":      {Target: "a:1", RTT: -1},
		"more jitter than delay":  {Target: "a:1", RTT: 10, Jitter: 11},
		"half of a stall":         {Target: "a:1", StallFor: 10},
		"nothing but stalls":      {Target: "a:1", StallFor: 10, StallEvery: 11},
	} {
		if _, err := Listen(t.Context(), cfg); !errors.Is(err, ErrConfig) {
			t.Errorf("%s: %v", what, err)
		}
	}
}
