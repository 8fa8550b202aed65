package gateway

import (
	"net/http"
	"strconv"
	"time"

	"bankshot/server/room"
)

// Health is what /healthz says.
type Health struct {
	Status  string `json:"status"` // ok, full, draining, or stuck
	Version string `json:"version"`
	Go      string `json:"go"`
	UptimeS int64  `json:"uptime_s"`
}

// Detail is what /healthz says on the admin address.
type Detail struct {
	Health
	Connections  int    `json:"connections"`
	Rooms        int    `json:"rooms"`
	Players      int    `json:"players"`
	Watchers     int    `json:"watchers"`
	SeatsKept    int    `json:"seats_kept"` // of players who dropped
	DroppedTicks uint64 `json:"ticks_dropped"`
	Overruns     uint64 `json:"tick_overruns"`
	RoomPanics   uint64 `json:"room_panics"`
	Desyncs      uint64 `json:"desyncs"`
}

func (g *Gateway) health() Health {
	h := Health{Status: "ok", UptimeS: int64(time.Since(g.started).Seconds())}
	h.Version, h.Go = buildVersion()
	switch {
	case g.draining.Load():
		h.Status = "draining"
	case !g.alive():
		h.Status = "stuck"
	default:
		if _, full := g.full(); full {
			h.Status = "full"
		}
	}
	return h
}

func (g *Gateway) serveHealth(w http.ResponseWriter, _ *http.Request) { writeJSON(w, g.health()) }

func (g *Gateway) serveDetail(w http.ResponseWriter, _ *http.Request) {
	d := Detail{Health: g.health()}
	_, d.Connections = g.traffic()
	seats, rooms := g.rooms.Census(), g.rooms.Counters()
	d.Rooms = len(g.rooms.List())
	d.Players, d.Watchers, d.SeatsKept = seats.Here+seats.Away+seats.Kept, seats.Watching, seats.Kept
	d.DroppedTicks, d.Overruns = rooms.DroppedTicks, rooms.Overruns
	d.RoomPanics, d.Desyncs = rooms.Panics, rooms.Desyncs
	writeJSON(w, d)
}

// serveLive is for whoever restarts what is stuck: it says no only where a
// restart would help.
func (g *Gateway) serveLive(w http.ResponseWriter, _ *http.Request) {
	if !g.alive() {
		http.Error(w, "stuck: the watchdog has not run for "+aliveLimit.String(), http.StatusServiceUnavailable)
		return
	}
	writeText(w, "alive\n")
}

// serveReady is for whoever sends new players here.
func (g *Gateway) serveReady(w http.ResponseWriter, _ *http.Request) {
	if g.draining.Load() {
		http.Error(w, "draining", http.StatusServiceUnavailable)
		return
	}
	if why, full := g.full(); full {
		w.Header().Set("Retry-After", strconv.Itoa(room.BusyRetryMS/1000))
		http.Error(w, "full: "+why, http.StatusServiceUnavailable)
		return
	}
	writeText(w, "ready\n")
}

func writeText(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte(text)) // the client may leave at any time
}
