package link

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestAnAskIsAnsweredOnce(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.WriteHeader(http.StatusTeapot)
		w.Write([]byte(r.Method + r.Header.Get("Content-Type") + string(body)))
	}))
	defer s.Close()
	if a := <-Ask("POST", s.URL, []byte("{}")); a.Err != nil || a.Status != http.StatusTeapot || string(a.Body) != "POSTapplication/json{}" {
		t.Errorf("%+v", a)
	}
	if a := <-Ask("GET", s.URL, nil); string(a.Body) != "GET" {
		t.Errorf("%+v", a)
	}
	s.Close()
	if a := <-Ask("GET", s.URL, nil); a.Err == nil {
		t.Errorf("nobody is there: %+v", a)
	}
}

func TestWhatIsFetchedMayBeLongButNotLongerThanAgreed(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write(make([]byte, 100_000)) }))
	defer s.Close()
	if a := <-Fetch(s.URL, 100_000); a.Err != nil || len(a.Body) != 100_000 {
		t.Errorf("%d bytes, %v", len(a.Body), a.Err)
	}
	if a := <-Fetch(s.URL, 99_999); !errors.Is(a.Err, ErrAnswer) || a.Body != nil {
		t.Errorf("%d bytes, %v", len(a.Body), a.Err)
	}
	if a := <-Ask("GET", s.URL, nil); !errors.Is(a.Err, ErrAnswer) {
		t.Errorf("%d bytes, %v", len(a.Body), a.Err)
	}
}
