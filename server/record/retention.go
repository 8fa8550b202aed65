package record

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	// sweepEvery is how often old recordings are looked for; sooner when much was written.
	sweepEvery = 5 * time.Minute
	// liveFor is how long a file that was not finished may still be in use: longer than a room sleeps.
	liveFor = time.Hour
)

// kept is a recording on disk.
type kept struct {
	path  string
	bytes int64
	at    time.Time
}

// sweep removes what is too old, and then the oldest while there is too much.
func (s *Store) sweep(now time.Time) {
	s.unswept = 0
	files, bytes := s.list()
	slices.SortFunc(files, func(a, b kept) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.path, b.path))
	})
	left := len(files)
	for _, f := range files {
		if now.Sub(f.at) <= s.cfg.MaxAge && bytes <= s.cfg.MaxBytes && left <= s.cfg.MaxFiles {
			break
		}
		if strings.HasSuffix(f.path, partSuffix) && now.Sub(f.at) < liveFor {
			continue
		}
		if err := os.Remove(f.path); err != nil {
			s.cfg.Log.Warn("an old recording cannot be removed", "file", f.path, "err", err)
			continue
		}
		s.count.removed.Add(1)
		bytes -= f.bytes
		left--
		// The last file of a day takes its folder along; others still need theirs, and Remove knows.
		if dir := filepath.Dir(f.path); filepath.Base(dir) != dayOf(now) {
			_ = os.Remove(dir)
		}
	}
}

// list finds every recording in the folders of days. What else lies there is somebody else's, links included.
func (s *Store) list() (files []kept, bytes int64) {
	days, err := os.ReadDir(s.cfg.Dir)
	if err != nil {
		return nil, 0 // nothing was recorded yet, or writing will say what is wrong
	}
	for _, day := range days {
		if _, err := time.Parse(dayLayout, day.Name()); err != nil || !day.IsDir() {
			continue
		}
		dir := filepath.Join(s.cfg.Dir, day.Name())
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if !e.Type().IsRegular() || !strings.HasSuffix(e.Name(), suffix) && !strings.HasSuffix(e.Name(), partSuffix) {
				continue
			}
			info, err := e.Info()
			if err != nil {
				continue // it went meanwhile
			}
			files = append(files, kept{filepath.Join(dir, e.Name()), info.Size(), info.ModTime()})
			bytes += info.Size()
		}
	}
	return files, bytes
}
