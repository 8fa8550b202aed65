package gateway

import (
	"errors"
	"net/http"
	"net/netip"
	"testing"
	"time"
)

func prefixes(list ...string) []netip.Prefix {
	var out []netip.Prefix
	for _, s := range list {
		out = append(out, netip.MustParsePrefix(s))
	}
	return out
}

func TestTheClientIsTheLastHopWeCannotVouchFor(t *testing.T) {
	ours := prefixes("10.0.0.0/8", "127.0.0.0/8", "::1/128")
	for _, c := range []struct {
		name      string
		trusted   []netip.Prefix
		peer      string
		forwarded []string
		want      string
	}{
		{"no proxy is trusted by default", nil, "10.0.0.1:99", []string{"1.2.3.4"}, "10.0.0.1"},
		{"a stranger's header is ignored", ours, "9.9.9.9:99", []string{"1.2.3.4"}, "9.9.9.9"},
		{"our proxy is believed", ours, "10.0.0.1:99", []string{"1.2.3.4"}, "1.2.3.4"},
		{"what the client wrote itself stands to the left and is not", ours, "10.0.0.1:99", []string{"6.6.6.6, 1.2.3.4"}, "1.2.3.4"},
		{"two of our proxies in a row", ours, "10.0.0.1:99", []string{"6.6.6.6, 1.2.3.4, 10.0.0.2"}, "1.2.3.4"},
		{"several headers are one list", ours, "10.0.0.1:99", []string{"6.6.6.6", "1.2.3.4"}, "1.2.3.4"},
		{"a hop may carry its port", ours, "10.0.0.1:99", []string{"1.2.3.4:5678"}, "1.2.3.4"},
		{"an IPv6 hop", ours, "[::1]:99", []string{"[2001:db8::7]:443"}, "2001:db8::7"},
		{"an IPv4 peer on an IPv6 socket", ours, "[::ffff:10.0.0.1]:99", []string{"1.2.3.4"}, "1.2.3.4"},
		{"a hop that is no address ends the belief", ours, "10.0.0.1:99", []string{"1.2.3.4, unknown"}, "10.0.0.1"},
		{"no header at all", ours, "10.0.0.1:99", nil, "10.0.0.1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &http.Request{RemoteAddr: c.peer, Header: http.Header{"X-Forwarded-For": c.forwarded}}
			if got := clientAddr(r, c.trusted); got.String() != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}

func TestTheDoorkeeperCountsByPlaceAndInAll(t *testing.T) {
	addr := netip.MustParseAddr
	d, now := newDoorkeeper(2, 6), time.Unix(1, 0)
	enter := func(s string, want error) {
		t.Helper()
		if err := d.enter(addr(s), now); !errors.Is(err, want) {
			t.Fatalf("%s: %v, want %v", s, err, want)
		}
	}
	enter("1.2.3.4", nil)
	enter("1.2.3.4", nil)
	enter("1.2.3.4", errPerAddress)
	enter("1.2.3.5", nil)
	enter("2001:db8:0:1::1", nil)
	enter("2001:db8:0:1:ffff::2", nil)
	enter("2001:db8:0:1::3", errPerAddress)
	enter("2001:db8:0:2::1", nil)
	enter("1.2.3.6", errFull)
	d.leave(addr("1.2.3.4"), now)
	enter("1.2.3.4", nil)
}

func TestLoopbackIsLimitedInAllButNotByPlace(t *testing.T) {
	d := newDoorkeeper(2, 100)
	for range 100 {
		if err := d.enter(netip.MustParseAddr("127.0.0.1"), time.Unix(1, 0)); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.enter(netip.MustParseAddr("127.0.0.1"), time.Unix(1, 0)); !errors.Is(err, errFull) {
		t.Fatal(err)
	}
}

func TestTheDoorkeeperForgetsWhoeverIsGone(t *testing.T) {
	d, now := newDoorkeeper(16, 100), time.Unix(1, 0)
	a := netip.MustParseAddr("1.2.3.4")
	for range 10 {
		if err := d.enter(a, now); err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Second)
		d.leave(a, now)
	}
	if len(d.from) != 0 || d.inside != 0 {
		t.Fatalf("%d places, %d inside", len(d.from), d.inside)
	}
}

func TestWhoComesAndGoesTooOftenHasToWait(t *testing.T) {
	d, now := newDoorkeeper(16, 100), time.Unix(1, 0)
	a, other := netip.MustParseAddr("1.2.3.4"), netip.MustParseAddr("1.2.3.5")
	visit := func(addr netip.Addr) error {
		err := d.enter(addr, now)
		if err == nil {
			d.leave(addr, now)
		}
		return err
	}
	for i := range visitsBurst * 16 {
		if err := visit(a); err != nil {
			t.Fatalf("visit %d: %v", i, err)
		}
	}
	if err := visit(a); !errors.Is(err, errTooOften) {
		t.Errorf("one more: %v", err)
	}
	if err := visit(other); err != nil {
		t.Errorf("somebody else: %v", err)
	}
	now = now.Add(time.Second)
	for i := range 16 / visitsShare {
		if err := visit(a); err != nil {
			t.Errorf("visit %d a second later: %v", i, err)
		}
	}
	if err := visit(a); !errors.Is(err, errTooOften) {
		t.Errorf("more than the rate: %v", err)
	}
}

func TestAPlaceOpensOnlySoManyRooms(t *testing.T) {
	d, now := newDoorkeeper(16, 100), time.Unix(1, 0)
	a := netip.MustParseAddr("1.2.3.4")
	for i := range roomBurst {
		if !d.mayOpen(a, now) {
			t.Fatalf("room %d is refused", i)
		}
	}
	if d.mayOpen(a, now) || !d.mayOpen(netip.MustParseAddr("1.2.3.5"), now) || !d.mayOpen(netip.MustParseAddr("::1"), now) {
		t.Error("the wrong ones may open a room")
	}
	if now = now.Add(roomEvery); !d.mayOpen(a, now) {
		t.Error("it is refused for ever")
	}
}

func TestManyPlacesAreForgottenWithoutAnybodyLeaving(t *testing.T) {
	d, now := newDoorkeeper(16, 100), time.Unix(1, 0)
	for i := range 20 * sweepFrom {
		now = now.Add(10 * time.Millisecond)
		d.mayOpen(netip.AddrFrom4([4]byte{10, byte(i >> 16), byte(i >> 8), byte(i)}), now)
	}
	if len(d.from) > 3*sweepFrom {
		t.Errorf("%d places are remembered", len(d.from))
	}
}
