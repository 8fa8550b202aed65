package web

import (
	"encoding/json"
	"net/http"
)

// Handler serves the page and its files; anything else is 404. It may be used
// before, while and after Run works.
func (s *Site) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.servePage)
	mux.HandleFunc("GET /r/{code}", s.servePage)
	mux.HandleFunc("GET /d/{date}", s.servePage)
	mux.HandleFunc("GET /p/{day}/{name}", s.servePage)
	mux.HandleFunc("GET /range", s.servePage)
	mux.HandleFunc("GET /web/status", s.serveStatus)
	mux.HandleFunc("GET /web/{name}", s.serveBuild)
	for _, a := range s.page.assets {
		mux.Handle("GET "+a.url, a)
		if a.url == "/favicon.svg" {
			mux.Handle("GET /favicon.ico", a) // asked for by those who read no page
		}
	}
	return Secure(mux)
}

func (s *Site) servePage(w http.ResponseWriter, r *http.Request) {
	text, err := s.page.render(s.Status())
	if err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	// Compressing anew each time would cost more than these few kilobytes do.
	a := &asset{contentType: "text/html; charset=utf-8", hash: hashHex(text)[:hashLength], size: int64(len(text)), plain: text}
	a.ServeHTTP(w, r)
}

func (s *Site) serveStatus(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	_ = json.NewEncoder(w).Encode(s.Status()) // the client may leave at any time
}

// serveBuild serves the program under its present name only: a page that asks
// for an older one learns from the status what it is called now.
func (s *Site) serveBuild(w http.ResponseWriter, r *http.Request) {
	v := s.now.Load()
	for _, a := range []*asset{v.wasm, v.exec} {
		if a != nil && r.URL.Path == a.url {
			a.ServeHTTP(w, r)
			return
		}
	}
	w.Header().Set("Cache-Control", "no-store")
	http.NotFound(w, r)
}
