package web

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// cache keeps finished builds in one folder, each under its key.
//
//	lock      held while building and cleaning up
//	KEY/      an entry; whole, or it would not have this name
//	tmp-…/    a build at work; without the lock's holder, a dead one's remains
type cache struct{ dir string }

const (
	lockName  = "lock"
	tmpPrefix = "tmp-"
	// keptEntries is how many builds stay, the newest: going back and forth
	// between two versions then compiles nothing.
	keptEntries = 3
	lockPoll    = 100 * time.Millisecond
)

// load returns the build of that key. A damaged one counts as absent.
func (c cache) load(key string) (*entry, error) {
	dir := filepath.Join(c.dir, key)
	e, err := loadEntry(os.DirFS(dir))
	if err != nil {
		return nil, err
	}
	now := time.Now()
	_ = os.Chtimes(dir, now, now) // so that prune sees it was used; a read-only cache still serves
	return e, nil
}

// lock waits until no other server builds in this folder. It calls waiting,
// once, if it has to.
func (c cache) lock(ctx context.Context, waiting func()) (unlock func(), err error) {
	for first := true; ; first = false {
		unlock, err := tryLock(filepath.Join(c.dir, lockName))
		if err != nil {
			return nil, fmt.Errorf("lock: %w", err)
		}
		if unlock != nil {
			return unlock, nil
		}
		if first {
			waiting()
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockPoll):
		}
	}
}

// add lets fill write an entry and gives it its name. The caller holds the lock.
func (c cache) add(key string, fill func(dir string) error) (*entry, error) {
	tmp, err := os.MkdirTemp(c.dir, tmpPrefix)
	if err != nil {
		return nil, errStore(c.dir, err)
	}
	defer os.RemoveAll(tmp)
	if err := fill(tmp); err != nil {
		return nil, storeTrouble(c.dir, err)
	}
	final := filepath.Join(c.dir, key)
	// What has the name already was found damaged, or this would not be called.
	if err := os.RemoveAll(final); err != nil {
		return nil, errStore(c.dir, err)
	}
	if err := os.Rename(tmp, final); err != nil {
		return nil, errStore(c.dir, err)
	}
	e, err := c.load(key)
	if err != nil {
		return nil, errStore(c.dir, err)
	}
	return e, nil
}

// storeTrouble names the folder when the disk was the reason.
func storeTrouble(dir string, err error) error {
	var onDisk *fs.PathError
	if errors.As(err, &onDisk) && strings.HasPrefix(onDisk.Path, dir) {
		return errStore(dir, err)
	}
	return err
}

// prune removes dead builds and all but the newest entries. The caller holds
// the lock. Servers that still serve a removed entry have read it whole.
func (c cache) prune() error {
	all, err := os.ReadDir(c.dir)
	if err != nil {
		return err
	}
	type aged struct {
		name string
		used time.Time
	}
	var entries []aged
	var problems []error
	for _, item := range all {
		if !item.IsDir() {
			continue
		}
		if strings.HasPrefix(item.Name(), tmpPrefix) {
			problems = append(problems, os.RemoveAll(filepath.Join(c.dir, item.Name())))
			continue
		}
		if info, err := item.Info(); err == nil {
			entries = append(entries, aged{item.Name(), info.ModTime()})
		}
	}
	slices.SortFunc(entries, func(a, b aged) int { return b.used.Compare(a.used) })
	for _, old := range entries[min(keptEntries, len(entries)):] {
		problems = append(problems, os.RemoveAll(filepath.Join(c.dir, old.name)))
	}
	return errors.Join(problems...)
}
