package record

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"bankshot/game/replay"
)

// Why a recording that was asked for is not to be had. The texts are for whoever followed a link.
var (
	ErrName    = errors.New("that is no name of a recording: it is a day and a room, such as 2026-01-31/BAKOTI-1")
	ErrUnknown = errors.New("there is no such recording on this server: check the link")
	ErrTooOld  = errors.New("that recording is deleted")
	ErrRules   = errors.New("that recording was made by another version of the game, whose rules are not these: it cannot be watched here")
	ErrTooLong = errors.New("that recording is too long to be sent")
)

// names are those of what rooms have played. What was saved because something failed is for operators, and has others.
var names = regexp.MustCompile(`^[A-Za-z0-9_]{1,32}-[1-9][0-9]{0,8}(-[1-9][0-9]{0,3})?$`)

// Found is a recording that was asked for. Whoever has it closes the file.
type Found struct {
	File *os.File
	// Bytes is how long it was when it was opened, Changed when it was last written.
	Bytes   int64
	Changed time.Time
	// Whole says that nothing will be added to it any more.
	Whole bool
}

// Find opens the recording of a name as Current tells it: a day, and the file in its folder without the ending. One that is
// still being written is given as far as it has come, and one that a server was killed over.
func (s *Store) Find(day, name string) (*Found, error) {
	at, err := time.Parse(dayLayout, day)
	if err != nil || at.Format(dayLayout) != day || !names.MatchString(name) {
		return nil, ErrName
	}
	for _, ending := range [...]string{suffix, partSuffix, suffix} { // it may get its name meanwhile
		// Not through a link to elsewhere, whoever may have put one there.
		f, err := os.OpenInRoot(s.cfg.Dir, filepath.Join(day, name+ending))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("record: open what was asked for: %w", err)
		}
		found, err := s.look(f, ending == suffix)
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		return found, nil
	}
	if time.Since(at.Add(24*time.Hour)) > s.cfg.MaxAge {
		return nil, fmt.Errorf("%w: they are kept for %d days", ErrTooOld, int(s.cfg.MaxAge.Hours()/24))
	}
	return nil, ErrUnknown
}

// look checks what was opened by its first bytes.
func (s *Store) look(f *os.File, whole bool) (*Found, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("record: look at what was asked for: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, ErrUnknown
	}
	if info.Size() > MaxFile {
		return nil, ErrTooLong
	}
	var head [replay.HeadBytes]byte
	if _, err := f.ReadAt(head[:], 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("record: read what was asked for: %w", err)
	}
	if rules, err := replay.RulesOf(head[:]); err != nil || rules != s.cfg.Rules {
		return nil, ErrRules
	}
	return &Found{File: f, Bytes: info.Size(), Changed: info.ModTime(), Whole: whole}, nil
}
