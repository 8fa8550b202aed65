package record

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	suffix = ".bsrp"
	// partSuffix marks a file that is still being written, or was when the server was killed.
	partSuffix = suffix + ".part"
	dayLayout  = time.DateOnly
	// maxNameTries is how many recordings of one name a day may have.
	maxNameTries = 1000
)

var errNames = errors.New("record: every name is taken")

func dayOf(t time.Time) string { return t.UTC().Format(dayLayout) }

// safe makes a part of a file's name of a room's code, which is letters already as long as rooms make them.
func safe(code string) string {
	name := strings.Map(func(c rune) rune {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			return c
		}
		return '_'
	}, code)
	if name == "" {
		return "room"
	}
	return name[:min(len(name), 32)]
}

// create makes a new file in the folder of a day, under a name that neither a file being written nor a finished one has.
// It gives the finished file's path; until then partSuffix takes the place of suffix.
func create(dir string, day time.Time, name string, content []byte) (path string, err error) {
	dir = filepath.Join(dir, dayOf(day))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("record: make a folder: %w", err)
	}
	for n := 1; n <= maxNameTries; n++ {
		path = filepath.Join(dir, name)
		if n > 1 {
			path += fmt.Sprintf("-%d", n)
		}
		if _, err := os.Lstat(path + suffix); err == nil {
			continue
		}
		f, err := os.OpenFile(path+partSuffix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("record: make a file: %w", err)
		}
		_, err = f.Write(content)
		return path + suffix, errors.Join(err, f.Close())
	}
	return "", fmt.Errorf("%w: %s in %s", errNames, name, dir)
}

// extend appends to a file that create has made. It is opened anew each time: thousands of rooms would take as many of the
// files that connections need, and a stretch comes once in two seconds.
func extend(path string, content []byte) error {
	f, err := os.OpenFile(part(path), os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return fmt.Errorf("record: open a file again: %w", err)
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// finish gives a file its name.
func finish(path string) error { return os.Rename(part(path), path) }

// nameOf is how a file is called outside of this machine: by its day and its own name.
func nameOf(path string) string {
	dir, base := filepath.Split(path)
	return filepath.Base(dir) + "/" + strings.TrimSuffix(base, suffix)
}

func part(path string) string { return strings.TrimSuffix(path, suffix) + partSuffix }
