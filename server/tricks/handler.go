package tricks

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"bankshot/game/trick"
)

// Config says where scores are kept. Dir is required.
type Config struct {
	// Dir is made with the first score.
	Dir string
	// Log is told of files that cannot be read or written. Nil means nowhere.
	Log *slog.Logger
	// Now is the clock; nil for the machine's.
	Now func() time.Time
}

// Handler answers for the daily trick shot.
type Handler struct {
	mux *http.ServeMux
	log *slog.Logger
	now func() time.Time

	mu    sync.Mutex
	books shelf
	days  days
}

// New makes a handler. It touches no disk yet.
func New(cfg Config) (*Handler, error) {
	if cfg.Dir == "" {
		return nil, errors.New("tricks: Config.Dir is missing")
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	h := &Handler{
		mux: http.NewServeMux(), log: cfg.Log, now: cfg.Now,
		books: shelf{dir: cfg.Dir, log: cfg.Log, open: map[trick.Date]*book{}},
		days:  days{made: map[trick.Date]*day{}},
	}
	h.mux.HandleFunc("GET /api/v1/tricks/{date}", h.serveChallenge)
	h.mux.HandleFunc("POST /api/v1/tricks/{date}", h.serveTry)
	h.mux.HandleFunc("GET /api/v1/tricks/{date}/scores", h.serveScores)
	return h, nil
}

// ServeHTTP answers.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.mux.ServeHTTP(w, r) }

func (h *Handler) serveChallenge(w http.ResponseWriter, r *http.Request) {
	if d, ok := h.date(w, r); ok {
		answer(w, http.StatusOK, told(h.days.of(d)))
	}
}

func (h *Handler) serveScores(w http.ResponseWriter, r *http.Request) {
	d, ok := h.date(w, r)
	if !ok {
		return
	}
	s, err := h.scores(d)
	if err != nil {
		h.failed(w, err)
		return
	}
	s.Date, s.House = d.String(), h.days.of(d).HouseScore
	answer(w, http.StatusOK, s)
}

// scores are those of a day. As with add, nobody is answered under the lock: who reads slowly would have all others wait.
func (h *Handler) scores(d trick.Date) (Scores, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	b, err := h.books.book(d)
	if err != nil {
		return Scores{}, err
	}
	return b.scores(), nil
}

func (h *Handler) serveTry(w http.ResponseWriter, r *http.Request) {
	d, ok := h.date(w, r)
	if !ok {
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	var long *http.MaxBytesError
	switch {
	case errors.As(err, &long):
		refuse(w, http.StatusRequestEntityTooLarge, fmt.Sprintf("a try has %d bytes at most", maxBody))
		return
	case err != nil:
		refuse(w, http.StatusBadRequest, "the try did not arrive whole")
		return
	}
	t, err := decodeTry(body)
	if err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	c := h.days.of(d)
	result := trick.Play(c, t.aims())
	if t.Score != nil && *t.Score != result.Score {
		refuse(w, http.StatusConflict, fmt.Sprintf("these shots make %d points, not %d: load the game again", result.Score, *t.Score))
		return
	}
	s, err := h.add(d, entry{whoIs(t.Name, t.Device), t.Name, result.Score, t.Shots[:len(result.Shots)], h.now().Unix()})
	if err != nil {
		h.failed(w, err)
		return
	}
	s.House = c.HouseScore
	answer(w, http.StatusOK, s)
}

// add has a try stand in the book of its day.
func (h *Handler) add(d trick.Date, e entry) (Standing, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	b, err := h.books.book(d)
	if err != nil {
		return Standing{}, err
	}
	s, changed := b.add(e)
	if changed {
		err = h.books.write(d, b)
	}
	return s, err
}

// date is what the path names, if there is a challenge for it; if not, that was said.
func (h *Handler) date(w http.ResponseWriter, r *http.Request) (trick.Date, bool) {
	today := dateOf(h.now())
	name := r.PathValue("date")
	if name == "today" {
		return today, true
	}
	d, err := trick.ParseDate(name)
	switch {
	case err != nil:
		refuse(w, http.StatusBadRequest, err.Error())
	case d.Before(trick.First):
		refuse(w, http.StatusNotFound, fmt.Sprintf("the first trick shot is that of %s", trick.First))
	case today.Next().Before(d):
		refuse(w, http.StatusNotFound, fmt.Sprintf("the trick shot of %s is not there yet: today is %s", d, today))
	default:
		return d, true
	}
	return d, false
}

// dateOf is the day in UTC.
func dateOf(t time.Time) trick.Date {
	y, m, d := t.UTC().Date()
	return trick.Date{Year: y, Month: int(m), Day: d}
}

// failed is for what is our own fault: the log has the reason, the player a way to go on.
func (h *Handler) failed(w http.ResponseWriter, err error) {
	h.log.Error("the trick shot's scores", "err", err)
	refuse(w, http.StatusInternalServerError, "the scores cannot be kept now: try again later")
}

func refuse(w http.ResponseWriter, status int, why string) {
	answer(w, status, struct {
		Error string `json:"error"`
	}{why})
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the client may leave at any time
}
