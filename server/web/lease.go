package web

import (
	"errors"
	"io/fs"
	"os"
	"sync"
	"time"
)

const (
	leaseRenew = time.Second
	leaseStale = 15 * leaseRenew
)

// tryLease is a lock for systems without flock: a file that its holder touches
// every second. One that has not been touched for long belonged to a process
// that died, and is taken over.
//
// Two servers that find the same stale lease in the same instant could both get
// it. That costs a second compilation and nothing else: a build gets its name
// by one rename, and each builds in a folder of its own.
func tryLease(name string) (unlock func(), err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		info, err := os.Stat(name)
		if err == nil && time.Since(info.ModTime()) > leaseStale {
			_ = os.Remove(name) // the next try decides who has it
		}
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	f.Close()

	stop := make(chan struct{})
	var renewing sync.WaitGroup
	renewing.Go(func() {
		tick := time.NewTicker(leaseRenew)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case now := <-tick.C:
				_ = os.Chtimes(name, now, now) // failing means being taken for dead, which is safe
			}
		}
	})
	return func() {
		close(stop)
		renewing.Wait()
		_ = os.Remove(name)
	}, nil
}
