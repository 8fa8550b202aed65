package main

import (
	"log/slog"
	"path/filepath"
	"runtime/debug"

	"bankshot/game"
	"bankshot/server/gateway"
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

// countRecords has operators see what becomes of recordings.
func countRecords(m *gateway.Metrics, s *record.Store) {
	const saved, why = "bankshot_replays_saved_total", "Last half minutes of rooms that were saved, because the world failed or a client doubts its state."
	m.Count("bankshot_recordings_total", "Recordings begun on disk, one for each round.", "", func() uint64 { return s.Counters().Recordings })
	m.Count("bankshot_recordings_lost_total", "Recordings that end too early, because the disk was too slow, full or not writable.", "", func() uint64 { return s.Counters().Lost })
	m.Count("bankshot_recorded_bytes_total", "Bytes of recordings written.", "", func() uint64 { return s.Counters().Bytes })
	m.Count(saved, why, "panic", func() uint64 { return s.Counters().Crashes })
	m.Count(saved, why, "desync", func() uint64 { return s.Counters().Desyncs })
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
