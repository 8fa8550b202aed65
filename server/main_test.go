package main

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"

	"bankshot/client/link"
	"bankshot/game"
	"bankshot/game/wire"
	"bankshot/server/match"
)

func TestHelpExplainsEachFlagInOneLine(t *testing.T) {
	for _, flag := range []string{"-h", "-help", "--help"} {
		var out bytes.Buffer
		if err := run(t.Context(), []string{flag}, noEnv, &out, io.Discard); err != nil {
			t.Fatal(err)
		}
		for _, o := range options() {
			if n := strings.Count(out.String(), "\n  -"+o.name+" "); n != 1 {
				t.Errorf("%s explains -%s %d times:\n%s", flag, o.name, n, &out)
			}
		}
	}
}

func TestMistakesAreNamedWithWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want []string
	}{
		{"an unknown flag", []string{"-port", "80"}, nil, []string{"-port", "-h"}},
		{"a word that is no flag", []string{"go"}, nil, []string{`"go"`, "-h"}},
		{"a flag without its value", []string{"-addr"}, nil, []string{"-addr", "-h"}},
		{"an address without a port", []string{"-addr", "localhost"}, nil, []string{"-addr", "localhost:8080"}},
		{"a port beyond the last", []string{"-addr", "localhost:65536"}, nil, []string{"-addr", "65535"}},
		{"a port by name", []string{"-admin", "localhost:http"}, nil, []string{"-admin", "number"}},
		{"no data folder", []string{"-data", ""}, nil, []string{"-data", "folder"}},
		{"a public admin address", []string{"-admin", "localhost:8080"}, nil, []string{"-admin", "-addr", "public"}},
		{"an origin with a path", []string{"-allow-origin", "https://a.example/x"}, nil, []string{"-allow-origin", "path"}},
		{"a proxy by name", []string{"-trust-proxy", "10.0.0.1,proxy"}, nil, []string{"-trust-proxy", `"proxy"`, "CIDR"}},
		{"nobody may connect", []string{"-per-ip", "0"}, nil, []string{"-per-ip", "from 1 to"}},
		{"a room that is kept for ever", []string{"-room-idle", "0"}, nil, []string{"-room-idle", "15m"}},
		{"a room larger than an arena", []string{"-room-size", "100"}, nil, []string{"-room-size", "from 1 to"}},
		{"a mode that nobody plays", []string{"-modes", "teams,golf"}, nil, []string{"-modes", `"golf"`, "capture"}},
		{"no mode at all", []string{"-modes", ","}, nil, []string{"-modes", "hill"}},
		{"Frontier by turns", []string{"-modes", "hill,frontier"}, nil, []string{"-modes", "-frontier N", "capture"}},
		{"half a browser client", []string{"-web", "on"}, nil, []string{"-web", "auto or off"}},
		{"half an admission", []string{"-admission", "on"}, nil, []string{"-admission", "auto or off"}},
		{"a format of logs that there is not", []string{"-log-format", "xml"}, nil, []string{"-log-format", "text or json"}},
		{"an unknown level", []string{"-log-level", "loud"}, nil, []string{"-log-level", "debug"}},
		{"a mistake in the environment", nil, map[string]string{"BANKSHOT_PER_IP": "many"}, []string{"BANKSHOT_PER_IP", "many"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := run(t.Context(), c.args, func(k string) string { return c.env[k] }, io.Discard, io.Discard)
			if !errors.Is(err, errUsage) {
				t.Fatalf("%v does not point to -h", err)
			}
			for _, want := range c.want {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
		})
	}
}

func TestFlagsWinOverTheEnvironmentAndThatOverDefaults(t *testing.T) {
	env := map[string]string{
		"BANKSHOT_ADDR": ":9000", "BANKSHOT_PER_IP": "7", "BANKSHOT_TRUST_PROXY": "10.1.2.3/8, 192.0.2.1",
		"BANKSHOT_ALLOW_ORIGIN": "https://Play.Example/,http://a.example:81", "BANKSHOT_LOG_LEVEL": "warn",
	}
	cfg, err := parse([]string{"-addr", "localhost:9001", "-admin="}, func(k string) string { return env[k] })
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Addr != "localhost:9001" || cfg.PerIP != 7 || cfg.Data != "./data" || cfg.Web != "auto" || cfg.LogLevel != slog.LevelWarn {
		t.Errorf("%+v", cfg)
	}
	if cfg.Admin != "" || !cfg.AdminChosen {
		t.Errorf("admin %q, chosen %v", cfg.Admin, cfg.AdminChosen)
	}
	if len(cfg.Proxies) != 2 || cfg.Proxies[0].String() != "10.0.0.0/8" || cfg.Proxies[1].String() != "192.0.2.1/32" {
		t.Errorf("proxies %v", cfg.Proxies)
	}
	if strings.Join(cfg.Origins, " ") != "https://play.example http://a.example:81" {
		t.Errorf("origins %v", cfg.Origins)
	}
	cfg, err = parse(nil, noEnv)
	if err != nil {
		t.Fatal(err)
	}
	if cfg.Addr != "localhost:8080" || cfg.AdminChosen || cfg.Modes != match.Usual() {
		t.Errorf("%+v", cfg)
	}
}

// occupied is an address that somebody else has.
func occupied(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l.Addr().String()
}

func TestABusyPortIsNamedWithTheFlagThatChangesIt(t *testing.T) {
	busy := occupied(t)
	_, port, _ := net.SplitHostPort(busy)
	for _, c := range []struct {
		flag, addr string
		args       []string
	}{
		{"-addr", busy, []string{"-addr", busy, "-admin="}},
		{"-addr", "localhost:" + port, []string{"-addr", "localhost:" + port, "-admin="}},
		{"-admin", busy, []string{"-addr", "localhost:0", "-admin", busy}},
	} {
		err := run(t.Context(), append(c.args, "-web", "off", "-trace-overruns", "off", "-data", t.TempDir()), noEnv, io.Discard, io.Discard)
		if !errors.Is(err, syscall.EADDRINUSE) || !strings.Contains(err.Error(), c.addr) || !strings.Contains(err.Error(), "with "+c.flag) {
			t.Errorf("%v: %v", c.args, err)
		}
	}
}

func TestABusyAdminPortThatNobodyAskedForIsOnlyAWarning(t *testing.T) {
	log := newOutput()
	cfg := config{Admin: occupied(t)}
	l, err := listenAdmin(t.Context(), cfg, slog.New(slog.NewTextHandler(log, nil)))
	if err != nil || l != nil {
		t.Fatal(l, err)
	}
	if !strings.Contains(log.String(), "level=WARN") || !strings.Contains(log.String(), "-admin") {
		t.Errorf("logged %q", log)
	}
}

func TestADataFolderThatCannotBeWrittenIsNamedBeforeAnythingStarts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{file, filepath.Join(file, "below")} {
		err := run(t.Context(), []string{"-data", folder}, noEnv, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), folder) || !strings.Contains(err.Error(), "-data") {
			t.Errorf("%s: %v", folder, err)
		}
	}
}

func TestTheDataFolderIsMadeAndLeftClean(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	if err := prepareData(folder); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) > 0 {
		t.Fatal(entries, err)
	}
}

func TestLocalhostMeansBothLoopbackAddresses(t *testing.T) {
	p := start(t)
	hosts := []string{"localhost", "127.0.0.1"}
	if l, err := net.Listen("tcp6", "[::1]:0"); err == nil {
		l.Close()
		hosts = append(hosts, "[::1]")
	}
	for _, host := range hosts {
		url := strings.Replace(p.url, "localhost", host, 1)
		status, body := p.get(url + "/healthz")
		if status != 200 || !strings.Contains(body, `"status":"ok"`) || !strings.Contains(body, `"version":"`) {
			t.Errorf("%s: %d %s", url, status, body)
		}
		if status, body := p.get(url + "/"); status != 200 || !strings.Contains(body, "<title>") {
			t.Errorf("%s: %d %s", url, status, body)
		}
	}
	if !strings.Contains(p.stdout.String(), p.url) || !strings.Contains(p.stdout.String(), "Ctrl+C") {
		t.Errorf("it says %q", p.stdout)
	}
}

func TestMetricsAndProfilesAreForTheAdminAddressAlone(t *testing.T) {
	p := start(t)
	for _, path := range []string{"/metrics", "/debug/pprof/"} {
		if status, _ := p.get(p.url + path); status != 404 {
			t.Errorf("the public %s answers %d", path, status)
		}
		if status, _ := p.get(p.admin + path); status != 200 {
			t.Errorf("the operators' %s answers %d", path, status)
		}
	}
}

func TestTheProgramEndsWithAGoodbyeToEverybody(t *testing.T) {
	before := goleak.IgnoreCurrent()
	p := start(t)
	url, err := link.RoomURL(p.url, "quick")
	if err != nil {
		t.Fatal(err)
	}
	var clients [3]*link.Link
	for i := range clients {
		clients[i] = link.Dial(link.Config{URL: url, Hello: wire.AppendHello(nil, &wire.Hello{
			Protocol: wire.Protocol, Rules: game.Rules(), Presence: wire.PresenceWatching,
		})})
		defer clients[i].Close()
	}
	waitFor(t, "everybody is in", func() bool {
		for _, c := range clients {
			if _, ok := c.Poll(); !ok && c.Stats().FramesDown == 0 {
				return false
			}
		}
		return true
	})
	if err := p.stop(); err != nil {
		t.Fatalf("it ended with %v", err)
	}
	for _, c := range clients {
		waitFor(t, "a goodbye", func() bool { _, ok := c.Bye(); return ok })
		if bye, _ := c.Bye(); bye.Code != wire.ByeDown || bye.Reason != goodbye || bye.RetryMS == 0 {
			t.Errorf("%+v", bye)
		}
		c.Close()
		<-c.Done()
	}
	goleak.VerifyNone(t, before)
}

// waitFor looks again and again until something has come true.
func waitFor(t *testing.T, what string, true func() bool) {
	t.Helper()
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(patience)
	for !true() {
		select {
		case <-look.C:
		case <-deadline:
			t.Fatalf("still waiting: %s", what)
		}
	}
}
