package main

import (
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"bankshot/server/record"
)

// replaysHandler serves what was played to whoever has its link.
//
//	GET /api/v1/replays/DAY/ROOM-N   the recording's bytes (package replay); of a round that is still played, what
//	                                 there is so far, with Cache-Control: no-store
//
// Errors are JSON, {"error": "..."}: 400 what is no name, 404 none of that name, 410 deleted by age, 409 made under other
// rules, 403 too long. A recording tells what everybody in the room saw, and the names they went by.
type replaysHandler struct {
	records *record.Store
	log     *slog.Logger
}

// replayWriteLimit bounds one download, which on a slow line takes longer than a usual answer may.
const replayWriteLimit = 2 * time.Minute

func newReplays(s *record.Store, log *slog.Logger) http.Handler {
	h := &replaysHandler{s, log}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/v1/replays/{day}/{name}", h.serve)
	return mux
}

func (h *replaysHandler) serve(w http.ResponseWriter, r *http.Request) {
	found, err := h.records.Find(r.PathValue("day"), r.PathValue("name"))
	if err != nil {
		h.refuse(w, err)
		return
	}
	defer found.File.Close()
	head := w.Header()
	head.Set("Content-Type", "application/octet-stream")
	if found.Whole {
		head.Set("Cache-Control", "public, max-age="+strconv.Itoa(int(record.DefaultMaxAge.Seconds()))+", immutable")
		head.Set("ETag", strconv.Quote(strconv.FormatInt(found.Changed.UnixNano(), 36)+"-"+strconv.FormatInt(found.Bytes, 36)))
	} else {
		head.Set("Cache-Control", "no-store")
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(replayWriteLimit)) // not every writer has one
	http.ServeContent(w, r, "", time.Time{}, found.File)
}

// refuse says why there is none. What is our own fault the log knows.
func (h *replaysHandler) refuse(w http.ResponseWriter, err error) {
	status, why := http.StatusInternalServerError, "the recording cannot be read now: try again later"
	for _, is := range [...]struct {
		error
		status int
	}{
		{record.ErrName, http.StatusBadRequest},
		{record.ErrUnknown, http.StatusNotFound},
		{record.ErrTooOld, http.StatusGone},
		{record.ErrRules, http.StatusConflict},
		{record.ErrTooLong, http.StatusForbidden},
	} {
		if errors.Is(err, is.error) {
			status, why = is.status, err.Error()
		}
	}
	if status == http.StatusInternalServerError {
		h.log.Error("a recording was asked for", "err", err)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(struct {
		Error string `json:"error"`
	}{why}) // the client may leave at any time
}
