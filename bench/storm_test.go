package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"bankshot/bench/child"
)

func TestAfterAStormEverybodyIsBackInTheirOwnShip(t *testing.T) {
	binary := server(t)
	s, err := child.Start(t.Context(), child.Config{Binary: binary, Args: []string{"-per-ip", "100"}})
	if err != nil {
		t.Fatal(err)
	}
	var out, told bytes.Buffer
	// How fast is a matter of the machine.
	err = run(t.Context(), []string{"storm", "-server", s.URL(), "-players", "64", "-times", "2", "-within", "30s"}, &out, &told)
	if err != nil {
		t.Errorf("%v\n%s%s", err, &told, &out)
	}
	if n := strings.Count(out.String(), "64 of 64"); n != 2 {
		t.Errorf("the table is\n%s", &out)
	}
	if m, err := s.Metrics(t.Context()); err != nil || m["bankshot_joins_total"] != 64 || m[`bankshot_resumes_total{result="resumed"}`] != 128 {
		t.Errorf("%v, %v joins, %v resumes", err, m["bankshot_joins_total"], m[`bankshot_resumes_total{result="resumed"}`])
	}
	if err := s.Stop(); err != nil {
		t.Error(err)
	}
}

func TestMistakesInAStormsFlagsAreNamed(t *testing.T) {
	for _, args := range [][]string{{"-players", "0"}, {"-room-size", "65"}, {"-times", "0"}, {"-within", "1h"}, {"now"}, {"-fast"}} {
		var out bytes.Buffer
		err := run(t.Context(), append([]string{"storm"}, args...), &out, &out)
		if !errors.Is(err, errUsage) || !strings.Contains(err.Error(), strings.TrimPrefix(args[0], "-")) {
			t.Errorf("%v: %v", args, err)
		}
	}
	var out bytes.Buffer
	if err := run(t.Context(), []string{"storm", "-h"}, &out, &out); err != nil || !strings.Contains(out.String(), "-within") {
		t.Errorf("%v\n%s", err, &out)
	}
}
