package main

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func TestHelpExplainsEveryCommandAndFlag(t *testing.T) {
	for _, args := range [][]string{{"-h"}, {"-help"}, {"--help"}, {"help"}} {
		var out bytes.Buffer
		if err := run(t.Context(), args, &out, io.Discard); err != nil {
			t.Fatal(err)
		}
		for _, c := range listed(commands()) {
			for _, want := range []string{"bench " + c.name, c.about, c.example} {
				if want == "" || !strings.Contains(out.String(), want) {
					t.Errorf("%v does not say %q of %s:\n%s", args, want, c.name, &out)
				}
			}
		}
		for _, flag := range strings.Fields("server players room-size pilots light mode hz within warm duration floor rtt jitter stall json html seed") {
			if n := strings.Count(out.String(), "\n  -"+flag+" "); n != 1 {
				t.Errorf("%v explains -%s %d times", args, flag, n)
			}
		}
	}
}

func TestEveryCommandExplainsItself(t *testing.T) {
	for _, c := range listed(commands()) {
		var out bytes.Buffer
		if err := run(t.Context(), []string{c.name, "-h"}, &out, io.Discard); err != nil || out.Len() == 0 {
			t.Errorf("%s -h: %v, %q", c.name, err, &out)
		}
	}
}

func TestMistakesAreNamedWithWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want []string
	}{
		{"an unknown command", []string{"measure"}, []string{`"measure"`, "run", "floor"}},
		{"an unknown flag", []string{"-people", "8"}, []string{"-people"}},
		{"a word behind the flags", []string{"-players", "8", "please"}, []string{`"please"`}},
		{"a word behind the command's flags", []string{"run", "-players", "8", "please"}, []string{`"please"`}},
		{"nobody", []string{"-players", "0"}, []string{"-players is 0", "from 1 to"}},
		{"a room larger than an arena", []string{"-room-size", "65"}, []string{"-room-size is 65", "64"}},
		{"people and pilots beyond that", []string{"-room-size", "60", "-pilots", "5"}, []string{"-pilots", "65", "64"}},
		{"nobody who feels", []string{"-light", "1"}, []string{"-light is 1", "0.99"}},
		{"a share of nothing", []string{"-light", "NaN"}, []string{"-light"}},
		{"a mode that is not there", []string{"-mode", "race"}, []string{`-mode is "race"`, "capture"}},
		{"a crowd in a match", []string{"-within", "900"}, []string{"-within", "frontier"}},
		{"a crowd on one place", []string{"-mode", "frontier", "-within", "9"}, []string{"-within is 9", "256", "or 0"}},
		{"a crowd on another's server", []string{"-mode", "frontier", "-within", "900", "-server", "http://x"}, []string{"-frontier-within"}},
		{"no time", []string{"-duration", "10ms"}, []string{"-duration is 10ms", "1s"}},
		{"a time that is none", []string{"-duration", "long"}, []string{"-duration", "long"}},
		{"a way that takes less than no time", []string{"-rtt", "10ms", "-jitter", "20ms"}, []string{"-jitter 20ms", "-rtt 10ms"}},
		{"floors in no time", []string{"-floor", "20ms"}, []string{"-floor is 20ms", "1s", "0 for no floors"}},
		{"half a stall", []string{"-stall", "400ms"}, []string{"-stall", "400ms/45s"}},
		{"a stall without an end", []string{"-stall", "1m/45s"}, []string{"-stall", "shorter"}},
		{"pilots on somebody else's server", []string{"-server", "http://localhost:1", "-pilots", "3"}, []string{"-pilots", "-ships"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := run(t.Context(), c.args, io.Discard, io.Discard)
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

func TestAServerThatIsNotThereIsNamedAtOnce(t *testing.T) {
	for _, c := range []struct{ server, want string }{
		{"http://127.0.0.1:1", "does not answer"}, // port 1 is nobody's
		{"ftp://example", "-server ftp://example"},
	} {
		err := run(t.Context(), []string{"-server", c.server}, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.server, err)
		}
	}
}

func TestAModeIsWhatPlayersAskTheServerFor(t *testing.T) {
	for mode, want := range map[string]string{"duel": "quick?mode=duel", "any": "quick", "": "quick?mode=free-for-all"} {
		args := []string{}
		if mode != "" {
			args = []string{"-mode", mode}
		}
		o, _, err := parse(args, io.Discard)
		if err != nil || o.room() != want {
			t.Errorf("-mode %s asks for %q, %v", mode, o.room(), err)
		}
	}
}

func TestFlagsBecomeOptions(t *testing.T) {
	o, asked, err := parse(strings.Fields("-players 9 -room-size 1 -pilots 7 -light 0.5 -duration 2s -rtt 40ms -jitter 5ms -stall 400ms/45s -json - -seed 7"), io.Discard)
	if err != nil || !asked {
		t.Fatal(asked, err)
	}
	want := options{
		Players: 9, RoomSize: 1, Pilots: 7, Light: 0.5, Mode: "free-for-all", Hz: 30, Warm: 3 * time.Second, Duration: 2 * time.Second,
		Floor: 6 * time.Second, RTT: 40 * time.Millisecond, Jitter: 5 * time.Millisecond,
		Stall: stall{400 * time.Millisecond, 45 * time.Second}, JSON: "-", Seed: 7,
	}
	if o != want {
		t.Errorf("%+v, want %+v", o, want)
	}
	args := strings.Join(o.serverArgs(), " ")
	for _, want := range []string{"-room-size 1", "-ships 8", "-rooms 1000", "-per-ip 1000"} {
		if !strings.Contains(args, want) {
			t.Errorf("the server is started with %s, without %s", args, want)
		}
	}
	if !strings.Contains(o.way(), "40ms ± 5ms") || !strings.Contains(o.way(), "400ms") {
		t.Errorf("the way is %q", o.way())
	}
}

func TestInFrontierEverybodyPlaysInOneRoom(t *testing.T) {
	o, _, err := parse(strings.Fields("-mode frontier -players 2000 -light 0.95 -pilots 20 -hz 20"), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	args := strings.Join(o.serverArgs(), " ")
	for _, want := range []string{"-room-size 8", "-ships 0", "-frontier 2000", "-frontier-pilots 20", "-frontier-hz 20"} {
		if !strings.Contains(args, want) {
			t.Errorf("the server is started with %s, without %s", args, want)
		}
	}
	if o.hz() != 20 || o.rooms() != 1 {
		t.Errorf("%d snapshots a second in %d rooms", o.hz(), o.rooms())
	}
	if o, _, err = parse(strings.Fields("-players 9"), io.Discard); err != nil || o.RoomSize != 8 || !strings.Contains(strings.Join(o.serverArgs(), " "), "-frontier 0") {
		t.Errorf("a match is for %d, %v: %v", o.RoomSize, o.serverArgs(), err)
	}
	for args, want := range map[string]string{
		"-mode frontier -hz 25": "30 or 20", "-hz 20": "frontier", "-mode frontier -players 3000": "-room-size is 3000", "-mode frontier -pilots 500": "-pilots is 500",
	} {
		if _, _, err := parse(strings.Fields(args), io.Discard); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, without %q", args, err, want)
		}
	}
}

func TestLimitsOfTheServerGrowWithTheCrowd(t *testing.T) {
	o := options{Players: 16_000, RoomSize: 8}
	args := strings.Join(o.serverArgs(), " ")
	for _, want := range []string{"-ships 0", "-rooms 4000", "-per-ip 64000"} {
		if !strings.Contains(args, want) {
			t.Errorf("%s lacks %s", args, want)
		}
	}
}
