package floor

import (
	"context"
	"errors"
	"os"
	"runtime"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// TestMain makes the test's program a server where it was started as one, as bench is by its main.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == Command {
		if err := Serve(context.Background(), os.Args[2:], os.Stdin, os.Stdout); err != nil {
			println(err.Error())
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func TestBothFloorsAreMeasured(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("it needs epoll")
	}
	var told []int
	res, err := Run(t.Context(), Config{
		Players: 24, Hz: 30, BytesDown: 40, BytesUp: 34, Duration: time.Second, Windows: 1,
		Progress: func(done, of int) { told = append(told, done, of) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if res.EpollUS <= 0 || res.GWSUS <= 0 || len(res.Epoll.Windows) != 1 || len(res.GWS.Windows) != 1 {
		t.Errorf("%+v", res)
	}
	if len(told) != 6 || told[4] != 2 {
		t.Errorf("progress: %v", told)
	}
	t.Logf("%+v", res)
}

func TestWhatCannotBeMeasuredIsNamed(t *testing.T) {
	good := Config{Players: 1, Hz: 30, BytesDown: 40, BytesUp: 34}
	for name, break_ := range map[string]func(*Config){
		"nobody":               func(c *Config) { c.Players = 0 },
		"too fast":             func(c *Config) { c.Hz = 5000 },
		"nothing down":         func(c *Config) { c.BytesDown = 1 },
		"too much down":        func(c *Config) { c.BytesDown = 1 << 20 },
		"no room for a header": func(c *Config) { c.BytesUp = 5 },
		"windows of nothing":   func(c *Config) { c.Windows = 1000 },
	} {
		c := good
		break_(&c)
		if _, err := Run(t.Context(), c); !errors.Is(err, ErrConfig) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
