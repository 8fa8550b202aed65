package gateway

import (
	"encoding/json"
	"log"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"bankshot/server/room"
)

// Handler answers everything on the public address.
//
//	GET /ws/room/{code}   a WebSocket into that room; quick: into any, with ?mode=…
//	                      into one of that mode (400 names them)
//	GET /healthz          Health as JSON: what runs, and that it runs
//	GET /livez            200 while the process gets things done, else 503
//	GET /readyz           200 while new players are welcome, else 503
//	GET /api/v1/rooms     RoomList as JSON
//	/api/v1/tricks/…      Config.Tricks; 429 for an address that posts too often
//	/api/v1/replays/…     Config.Replays; 429 for an address that fetches too often
//	anything else         Config.Pages
func (g *Gateway) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/ws/room/{code}", plain(g.serveSocket))
	mux.Handle("GET /healthz", plain(g.serveHealth))
	mux.Handle("GET /livez", plain(g.serveLive))
	mux.Handle("GET /readyz", plain(g.serveReady))
	mux.Handle("GET /api/v1/rooms", plain(g.serveRooms))
	mux.Handle("/api/v1/tricks/", plain(g.serveTricks))
	mux.Handle("/api/v1/replays/", plain(g.serveReplays))
	mux.Handle("/", g.pages)
	return mux
}

// plain sets the headers for answers that are no page: nothing in them may be
// run, shown in a frame or guessed at.
func plain(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		if r.TLS != nil {
			h.Set("Strict-Transport-Security", "max-age=63072000")
		}
		next(w, r)
	})
}

// RoomList is what /api/v1/rooms says.
type RoomList struct {
	Rooms []RoomInfo `json:"rooms"`
}

// RoomInfo is one room in a RoomList.
type RoomInfo struct {
	Code string `json:"code"`
	// Mode is what is played, Arena where, Phase how far the round is; all empty
	// until the room has begun.
	Mode  string `json:"mode"`
	Arena string `json:"arena"`
	Phase string `json:"phase"`
	// Kind is the mode that the room was opened for and keeps to, empty for the
	// usual rotation.
	Kind     string `json:"kind"`
	People   int    `json:"people"`
	Pilots   int    `json:"pilots"`
	Watching int    `json:"watching"`
	Places   int    `json:"places"`
	Seats    int    `json:"seats"`
	Tick     uint32 `json:"tick"`
	Asleep   bool   `json:"asleep"`
}

func (g *Gateway) serveRooms(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(g.listed.text(time.Now(), g.rooms)) // the client may leave at any time
}

// listing is the list of rooms as it was told last. It is made once a second at
// most: for a thousand rooms it asks each of them, and anybody may ask as often
// as a connection carries.
type listing struct {
	mu   sync.Mutex
	at   time.Time
	json []byte
}

func (l *listing) text(now time.Time, rooms *room.Rooms) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.json == nil || now.Sub(l.at) >= listEvery {
		list := RoomList{Rooms: []RoomInfo{}}
		for _, i := range rooms.List() {
			list.Rooms = append(list.Rooms, RoomInfo{
				Code: i.Code, Kind: i.Kind, Mode: i.About.Mode, Arena: i.About.Arena, Phase: i.About.Phase,
				People: i.People, Pilots: i.About.Pilots, Watching: i.Watching, Places: i.Places, Seats: i.Seats,
				Tick: i.Tick, Asleep: i.Asleep,
			})
		}
		text, err := json.Marshal(list)
		if err != nil {
			panic(err) // strings, numbers and booleans
		}
		l.at, l.json = now, append(text, '\n')
	}
	return l.json
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // the client may leave at any time
}

// NewServer is a net/http server with the limits that keep slow and greedy
// clients cheap. Who answers at length moves the write deadline itself.
func NewServer(h http.Handler, logger *slog.Logger) *http.Server {
	// Of HTTP/2 a WebSocket has no use, and a flood of its frames passes by all
	// that is counted here.
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	return &http.Server{
		Handler:           h,
		Protocols:         &protocols,
		ConnState:         newWaiting(requestFiles()).watch,
		ReadHeaderTimeout: headerLimit,
		ReadTimeout:       requestLimit,
		WriteTimeout:      requestLimit,
		IdleTimeout:       idleLimit,
		MaxHeaderBytes:    requestHeader,
		ErrorLog:          debugLog(logger),
	}
}

// debugLog is where net/http complains about clients: of interest only to who looks.
func debugLog(logger *slog.Logger) *log.Logger {
	return slog.NewLogLogger(logger.Handler(), slog.LevelDebug)
}
