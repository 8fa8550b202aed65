package main

import (
	"log/slog"
	"path/filepath"
	"runtime/debug"

	"bankshot/game"
	"bankshot/server/record"
	"bankshot/server/room"
)

// newRecords is where rooms' recordings go: the folder replays among the data.
func newRecords(data string, log *slog.Logger) (*record.Store, error) {
	return record.New(record.Config{
		Dir: filepath.Join(data, "replays"), Rules: game.Rules(), Server: builtFrom(), Log: log,
	})
}

// recorderOf gives each new room a recorder.
func recorderOf(s *record.Store) func(code string) room.Recorder {
	return func(code string) room.Recorder { return s.Recording(code) }
}

// builtFrom is the commit that this program was built from, as far as the Go command noted it: whoever finds a recording
// made under other rules has to build that one.
func builtFrom() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return info.Main.Version
}
