package gateway

import (
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"sync"
)

var (
	errPerAddress = errors.New("too many connections from your address")
	errFull       = errors.New("the server has no room for another connection")
)

// clientAddr is who asks: the peer, or, where the peer is a proxy of ours, the
// last hop in X-Forwarded-For that is not. Anybody may write anything to the
// left of that.
func clientAddr(r *http.Request, trusted []netip.Prefix) netip.Addr {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	addr := peer.Addr().Unmap()
	if !within(addr, trusted) {
		return addr
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- {
		hop, err := parseHop(strings.TrimSpace(hops[i]))
		if err != nil {
			return addr // the last one we can believe
		}
		addr = hop
		if !within(addr, trusted) {
			break
		}
	}
	return addr
}

// parseHop takes an address with or without a port: some proxies add it.
func parseHop(s string) (netip.Addr, error) {
	if withPort, err := netip.ParseAddrPort(s); err == nil {
		return withPort.Addr().Unmap(), nil
	}
	addr, err := netip.ParseAddr(strings.Trim(s, "[]"))
	return addr.Unmap(), err
}

func within(addr netip.Addr, prefixes []netip.Prefix) bool {
	for _, p := range prefixes {
		if p.Contains(addr) {
			return true
		}
	}
	return false
}

// doorkeeper bounds how many connections there are, in all and from one place.
type doorkeeper struct {
	perAddress int
	total      int

	mu     sync.Mutex
	inside int
	from   map[netip.Prefix]int
}

func newDoorkeeper(perAddress, total int) *doorkeeper {
	return &doorkeeper{perAddress: perAddress, total: total, from: map[netip.Prefix]int{}}
}

// enter counts a connection in; whoever is let in leaves once.
func (d *doorkeeper) enter(addr netip.Addr) error {
	place := placeOf(addr)
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.inside >= d.total {
		return errFull
	}
	if !addr.IsLoopback() && d.from[place] >= d.perAddress {
		return errPerAddress
	}
	d.inside++
	d.from[place]++
	return nil
}

func (d *doorkeeper) leave(addr netip.Addr) {
	place := placeOf(addr)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.inside--
	if d.from[place]--; d.from[place] == 0 {
		delete(d.from, place)
	}
}

// placeOf is what one customer of a provider gets: an IPv4 address, or the half
// of an IPv6 address below which he may choose freely.
func placeOf(addr netip.Addr) netip.Prefix {
	bits := 64
	if addr.Is4() {
		bits = 32
	}
	p, err := addr.WithZone("").Prefix(bits)
	if err != nil {
		return netip.Prefix{} // no address at all: all of these share one place
	}
	return p
}
