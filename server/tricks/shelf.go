package tricks

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankshot/game"
	"bankshot/game/trick"
	"bankshot/game/wire"
)

// shelf is the folder of books, and those that are open. It is used under the handler's lock.
type shelf struct {
	dir  string
	log  *slog.Logger
	open map[trick.Date]*book
	used []trick.Date // the open ones, those used last at the end
}

func (s *shelf) path(d trick.Date) string { return filepath.Join(s.dir, d.String()+".json") }

// book opens a day's. A file that cannot be read as one is put aside, so that nobody writes over what may be mended.
func (s *shelf) book(d trick.Date) (*book, error) {
	if b, ok := s.open[d]; ok {
		s.touch(d)
		return b, nil
	}
	b, err := s.read(d)
	if errors.Is(err, errBook) {
		aside := s.path(d) + ".bad"
		s.log.Warn("a day's scores cannot be read and begin anew", "file", s.path(d), "kept", aside, "err", err)
		if err := os.Rename(s.path(d), aside); err != nil {
			return nil, fmt.Errorf("put a damaged book aside: %w", err)
		}
		b, err = &book{}, nil
	}
	if err != nil {
		return nil, err
	}
	s.open[d] = b
	s.touch(d)
	if len(s.used) > maxBooks {
		delete(s.open, s.used[0])
		s.used = slices.Delete(s.used, 0, 1)
	}
	return b, nil
}

func (s *shelf) touch(d trick.Date) {
	if i := slices.Index(s.used, d); i >= 0 {
		s.used = slices.Delete(s.used, i, i+1)
	}
	s.used = append(s.used, d)
}

// errBook says that a file is no book.
var errBook = errors.New("tricks: the file is damaged")

// read reads a day's book; one that was never written is empty.
func (s *shelf) read(d trick.Date) (*book, error) {
	f, err := os.Open(s.path(d))
	if errors.Is(err, fs.ErrNotExist) {
		return &book{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("open a day's scores: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read a day's scores: %w", err)
	}
	return decodeBook(text)
}

// decodeBook reads a book and checks what was read, for files are edited.
func decodeBook(text []byte) (*book, error) {
	var b book
	if len(text) > maxFile {
		return nil, fmt.Errorf("%w: over %d bytes", errBook, maxFile)
	}
	if err := json.Unmarshal(text, &b); err != nil {
		return nil, fmt.Errorf("%w: %w", errBook, err)
	}
	if len(b.Entries) > maxEntries {
		return nil, fmt.Errorf("%w: %d entries, at most %d", errBook, len(b.Entries), maxEntries)
	}
	for i := range b.Entries {
		e := &b.Entries[i]
		switch {
		case e.Who == "" || e.Name == "" || e.Name != wire.CleanName(e.Name):
			return nil, fmt.Errorf("%w: entry %d is nobody's", errBook, i)
		case len(e.Shots) == 0 || len(e.Shots) > trick.Shots || slices.Min(e.Shots) < 0 || slices.Max(e.Shots) >= game.AimSteps:
			return nil, fmt.Errorf("%w: entry %d has no shots that can be fired", errBook, i)
		case i > 0 && e.Score > b.Entries[i-1].Score:
			return nil, fmt.Errorf("%w: entry %d is out of order", errBook, i)
		}
	}
	return &b, nil
}

// write writes a day's book: whole, to the disk, and only then under its name.
func (s *shelf) write(d trick.Date, b *book) error {
	text, err := json.Marshal(b)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return fmt.Errorf("make the folder of scores: %w", err)
	}
	f, err := os.CreateTemp(s.dir, strings.TrimSuffix(filepath.Base(s.path(d)), ".json")+"-*.tmp")
	if err != nil {
		return fmt.Errorf("write a day's scores: %w", err)
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), s.path(d))
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fmt.Errorf("write a day's scores: %w", err)
	}
	return nil
}
