package child

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// binary is the real server.
func binary(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("it builds and starts the real server")
	}
	path, cleanup, err := Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cleanup)
	return path
}

func answers(t *testing.T, url string) bool {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url+"/healthz", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Close = true
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	res.Body.Close()
	return res.StatusCode == http.StatusOK
}

func TestTheServerTellsWhatItUsesAndIsGoneAfterStop(t *testing.T) {
	var log bytes.Buffer
	s, err := Start(t.Context(), Config{Binary: binary(t), Args: []string{"-room-size", "2"}, Log: &log})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Stop()
	if !answers(t, s.URL()) {
		t.Errorf("%s does not answer", s.URL())
	}
	m, err := s.Metrics(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if m["bankshot_players"] != 0 || m["go_goroutines"] < 1 {
		t.Errorf("%v players, %v goroutines", m["bankshot_players"], m["go_goroutines"])
	}
	if runtime.GOOS == "linux" {
		u, err := s.Usage()
		if err != nil || u.CPU <= 0 || u.RSS < 1<<20 || u.Threads < 1 {
			t.Errorf("%+v, %v", u, err)
		}
	}
	if _, err := os.Stat(s.folder); err != nil {
		t.Error(err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-s.Exited():
	default:
		t.Error("its process is not gone")
	}
	if answers(t, s.URL()) {
		t.Error("it still answers")
	}
	if _, err := os.Stat(s.folder); !os.IsNotExist(err) {
		t.Errorf("its data is left behind: %v", err)
	}
	if !strings.Contains(log.String(), "msg=ending") {
		t.Errorf("the log lacks its end:\n%s", &log)
	}
}

func TestAServerThatDiesByItselfIsToldByStop(t *testing.T) {
	s, err := Start(t.Context(), Config{Binary: binary(t)})
	if err != nil {
		t.Fatal(err)
	}
	s.Kill()
	if err := s.Stop(); err == nil || !strings.Contains(err.Error(), "ended by itself") {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(s.folder); !os.IsNotExist(err) {
		t.Errorf("its data is left behind: %v", err)
	}
}

func TestAServerThatCannotStartSaysWhy(t *testing.T) {
	for _, c := range []struct {
		name, binary string
		args         []string
		want         string
	}{
		{"a flag that it does not know", binary(t), []string{"-nonsense"}, "-nonsense"},
		{"a program that does not exist", filepath.Join(t.TempDir(), "nothing"), nil, "nothing"},
	} {
		s, err := Start(t.Context(), Config{Binary: c.binary, Args: c.args})
		if err == nil {
			_ = s.Stop()
			t.Fatalf("%s: it started", c.name)
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
