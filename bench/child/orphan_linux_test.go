package child

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// parentEnv makes this test's program start a server and wait for being killed.
const parentEnv = "CHILD_TEST_PARENT_OF"

func TestTheServerDiesWithAParentThatIsKilled(t *testing.T) {
	if path := os.Getenv(parentEnv); path != "" {
		s, err := Start(t.Context(), Config{Binary: path})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("\nserver %d %s\n", s.PID(), s.folder)
		select {}
	}
	path := binary(t)
	parent := exec.Command(os.Args[0], "-test.run=^TestTheServerDiesWithAParentThatIsKilled$")
	parent.Env = append(os.Environ(), parentEnv+"="+path)
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	pid := 0
	for lines := bufio.NewScanner(out); pid == 0 && lines.Scan(); {
		if words := strings.Fields(lines.Text()); len(words) == 3 && words[0] == "server" {
			pid, _ = strconv.Atoi(words[1])
			t.Cleanup(func() { _ = os.RemoveAll(words[2]) }) // who is killed leaves its folders
		}
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()
	if pid == 0 {
		t.Fatal("the parent started no server")
	}
	look := time.NewTicker(5 * time.Millisecond)
	defer look.Stop()
	deadline := time.After(30 * time.Second)
	for !gone(pid) {
		select {
		case <-look.C:
		case <-deadline:
			t.Fatalf("process %d is still there", pid)
		}
	}
}

// gone says whether a process is no more, or waits as a zombie for somebody to take note.
func gone(pid int) bool {
	if errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) {
		return true
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err != nil || strings.Contains(string(stat), ") Z ")
}
