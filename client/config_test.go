//go:build !js

package main

import (
	"errors"
	"strings"
	"testing"
)

func TestAFlagThatMakesNoSenseIsNamedBeforeAWindowOpens(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		want string
	}{
		{"no such flag", []string{"-fullscreen"}, "-fullscreen"},
		{"no flag at all", []string{"today"}, `"today"`},
		{"an address without a host", []string{"-server", "http://"}, "server address"},
		{"another protocol", []string{"-server", "ftp://localhost"}, "server address"},
		{"no code of a room", []string{"-room", "BAKOTI/../x"}, "room code"},
		{"too long a name", []string{"-name", strings.Repeat("x", 25)}, "24 fit"},
		{"no day", []string{"-trick", "yesterday"}, "-trick"},
		{"a day that no calendar has", []string{"-trick", "2026-13-40"}, "-trick"},
		{"a day before there were any", []string{"-trick", "2020-01-01"}, "-trick"},
		{"two things at once", []string{"-trick", "today", "-range"}, "name one"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := configure(c.args)
			if !errors.Is(err, errUsage) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestFlagsThatMakeSenseAreTaken(t *testing.T) {
	for _, args := range [][]string{
		nil,
		{"-server", "https://play.example", "-name", "Ana", "-room", "BAKOTI"},
		{"-server", "localhost:8080"},
		{"-trick", "today"},
		{"-trick", "2026-11-23"},
		{"-range"},
		{"-replay", "2026-11-23/BAKOTI-1"},
	} {
		if _, err := configure(args); err != nil {
			t.Errorf("%q: %v", args, err)
		}
	}
}
