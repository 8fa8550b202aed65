package web

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestOldBuildsAndDeadOnesAreCleanedUp(t *testing.T) {
	c := cache{dir: t.TempDir()}
	write(t, filepath.Join(c.dir, lockName), "")
	base := time.Now().Add(-time.Hour)
	for i, name := range []string{"oldest", "older", "c", "b", "a"} {
		dir := filepath.Join(c.dir, name)
		write(t, filepath.Join(dir, fileManifest), "{}")
		used := base.Add(time.Duration(i) * time.Minute)
		if err := os.Chtimes(dir, used, used); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(c.dir, tmpPrefix+"123", "client.wasm"), "half a")
	if err := c.prune(); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(c.dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, item := range left {
		names = append(names, item.Name())
	}
	if diff := cmp.Diff([]string{"a", "b", "c", lockName}, names); diff != "" {
		t.Errorf("what is left differs:\n%s", diff)
	}
}

func TestTheLockIsHeldByOneAndWaitedForByOthers(t *testing.T) {
	c := cache{dir: t.TempDir()}
	unlock, err := c.lock(t.Context(), func() { t.Error("waited for nobody") })
	if err != nil {
		t.Fatal(err)
	}
	var waited int
	ctx, cancel := context.WithTimeout(t.Context(), 3*lockPoll)
	defer cancel()
	if _, err := c.lock(ctx, func() { waited++ }); !errors.Is(err, context.DeadlineExceeded) || waited != 1 {
		t.Errorf("the second got %v and was told %d times that it waits", err, waited)
	}
	unlock()
	unlock, err = c.lock(t.Context(), func() { t.Error("the lock's file alone must not count as held") })
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}

func TestALeaseIsTakenOverOnlyFromTheDead(t *testing.T) {
	name := filepath.Join(t.TempDir(), "lease")
	unlock, err := tryLease(name)
	if err != nil || unlock == nil {
		t.Fatalf("a free lease was refused: %v", err)
	}
	if other, err := tryLease(name); other != nil || err != nil {
		t.Fatalf("a living holder's lease was given away (%v)", err)
	}
	unlock()

	write(t, name, "") // what a dead holder leaves
	long := time.Now().Add(-2 * leaseStale)
	if err := os.Chtimes(name, long, long); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the first try clears it away, the second takes it
		if unlock, err = tryLease(name); err != nil {
			t.Fatal(err)
		}
	}
	if unlock == nil {
		t.Fatal("a dead holder's lease blocks for ever")
	}
	unlock()
	if _, err := os.Stat(name); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the lease stays behind: %v", err)
	}
}
