package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

// balanced runs bench balance as its command line would.
func balanced(ctx context.Context, args ...string) (string, error) {
	var out, complaints bytes.Buffer
	err := run(ctx, append([]string{"balance"}, args...), &out, &complaints)
	return out.String(), err
}

func TestAFewRoundsAreJudgedAndTheSameForAnyWorkers(t *testing.T) {
	args := []string{"-rounds", "4", "-mode", "free-for-all,duel", "-arena", "cross", "-json", "-"}
	one, err := balanced(t.Context(), append(args, "-workers", "1")...)
	if err != nil && !errors.Is(err, errUnbalanced) {
		t.Fatal(err)
	}
	three, _ := balanced(t.Context(), append(args, "-workers", "3")...)
	if one != three {
		t.Error("three workers find something else than one")
	}
	var report struct {
		Rounds int
		Rows   []struct {
			Name  string
			Value *float64
		}
	}
	if err := json.Unmarshal([]byte(one), &report); err != nil {
		t.Fatal(err)
	}
	if report.Rounds != 4 || len(report.Rows) < 20 || report.Rows[0].Value == nil {
		t.Errorf("%+v", report)
	}
}

func TestBalanceStoppedEarlyTellsWhatItHasAndSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	out, err := balanced(ctx, "-rounds", "50")
	if !errors.Is(err, errCutShort) && !errors.Is(err, context.Canceled) {
		t.Fatalf("%v\n%s", err, out)
	}
}

func TestBalanceNamesWhatIsWrongWithItsFlags(t *testing.T) {
	for want, args := range map[string][]string{
		"-rounds must":   {"-rounds", "0"},
		"-ships":         {"-ships", "65"},
		`"golf"`:         {"-mode", "golf"},
		`"nowhere"`:      {"-arena", "nowhere"},
		"no such file":   {"nothing.txt"},
		"not defined":    {"-nonsense"},
		"no arena with ": {"-arena", "crossfire", "-mode", "capture"},
	} {
		if _, err := balanced(t.Context(), args...); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v", args, err)
		}
	}
}
