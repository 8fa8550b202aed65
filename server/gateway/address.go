package gateway

import (
	"errors"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"
)

var (
	errPerAddress = errors.New("too many connections from your address")
	errTooOften   = errors.New("connections come too often from your address")
	errManySeats  = errors.New("too many players came from your address: wait a little")
	errTooMany    = errors.New("too many rooms were opened from your address: join one, or wait a little")
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

// doorkeeper bounds how many connections there are, in all and from one place,
// how often they come from there, and how many rooms they open. Who comes and
// goes costs more than who stays: a seat is kept for a minute, a room for longer.
type doorkeeper struct {
	perAddress int
	total      int

	mu     sync.Mutex
	inside int
	from   map[netip.Prefix]*guest
	swept  int // how many places there were when those without news were forgotten
}

// guest is what is known about a place.
type guest struct {
	inside                                       int
	visits, rooms, filled, seats, posts, fetches bucket
}

func newDoorkeeper(perAddress, total int) *doorkeeper {
	return &doorkeeper{perAddress: perAddress, total: total, from: map[netip.Prefix]*guest{}}
}

// at is what is known about a place, which from now on is remembered.
func (d *doorkeeper) at(place netip.Prefix, now time.Time) *guest {
	g := d.from[place]
	if g == nil {
		if len(d.from) > 2*d.swept+sweepFrom {
			d.sweep(now)
		}
		g = &guest{
			visits: newBucket(max(1, d.perAddress/visitsShare), visitsBurst*d.perAddress, now),
			rooms:  newBucketEvery(roomEvery, roomBurst, now),
			filled: newBucketEvery(roomEvery, max(1, d.perAddress/roomShare), now),
			seats:  newBucketEvery(seatKept/time.Duration(d.perAddress), visitsBurst*d.perAddress, now),
			posts:  newBucketEvery(postEvery, postBurst, now),

			fetches: newBucketEvery(fetchEvery, fetchBurst, now),
		}
		d.from[place] = g
	}
	return g
}

// sweep forgets the places of which there is nothing to know.
func (d *doorkeeper) sweep(now time.Time) {
	for place, g := range d.from {
		if g.forgettable(now) {
			delete(d.from, place)
		}
	}
	d.swept = len(d.from)
}

func (g *guest) forgettable(now time.Time) bool {
	return g.inside == 0 && g.visits.isFull(now) && g.rooms.isFull(now) && g.filled.isFull(now) && g.seats.isFull(now) &&
		g.posts.isFull(now) && g.fetches.isFull(now)
}

// enter counts a connection in; whoever is let in leaves once.
func (d *doorkeeper) enter(addr netip.Addr, now time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.inside >= d.total {
		return errFull
	}
	if !addr.IsLoopback() {
		g := d.at(placeOf(addr), now)
		switch {
		case g.inside >= d.perAddress:
			return errPerAddress
		case !g.visits.take(1, now):
			return errTooOften
		}
		g.inside++
	}
	d.inside++
	return nil
}

func (d *doorkeeper) leave(addr netip.Addr, now time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.inside--
	if addr.IsLoopback() {
		return
	}
	place := placeOf(addr)
	g := d.from[place]
	if g.inside--; g.forgettable(now) {
		delete(d.from, place)
	}
}

// mayOpen says whether somebody from there may open another room.
func (d *doorkeeper) mayOpen(addr netip.Addr, now time.Time) bool {
	return d.may(addr, now, func(g *guest) *bucket { return &g.rooms })
}

// mayFill says whether another room may be made because all that there are have
// enough people, one of whom comes from there.
func (d *doorkeeper) mayFill(addr netip.Addr, now time.Time) bool {
	return d.may(addr, now, func(g *guest) *bucket { return &g.filled })
}

// mayFetch says whether somebody from there may fetch another recording, or another day's trick shot.
func (d *doorkeeper) mayFetch(addr netip.Addr, now time.Time) bool {
	return d.may(addr, now, func(g *guest) *bucket { return &g.fetches })
}

// mayPost says whether somebody from there may post another try.
func (d *doorkeeper) mayPost(addr netip.Addr, now time.Time) bool {
	return d.may(addr, now, func(g *guest) *bucket { return &g.posts })
}

// maySit says whether somebody from there may have a new seat. Seats are kept for who drops, so that who takes one after the
// other, and drops each, would soon have all of them with the few connections that an address may have.
func (d *doorkeeper) maySit(addr netip.Addr, now time.Time) bool {
	return d.may(addr, now, func(g *guest) *bucket { return &g.seats })
}

// may takes one from a bucket of a place.
func (d *doorkeeper) may(addr netip.Addr, now time.Time, from func(*guest) *bucket) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return addr.IsLoopback() || from(d.at(placeOf(addr), now)).take(1, now)
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
