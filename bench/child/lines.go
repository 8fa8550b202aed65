package child

import (
	"bytes"
	"io"
	"regexp"
	"sync"
)

// keptLog is how much of the log is kept for telling what went wrong.
const keptLog = 16 << 10

var (
	publicLine  = regexp.MustCompile(`msg=listening addr=(127\.0\.0\.1:\d+)`)
	privateLine = regexp.MustCompile(`msg="listening for operators" admin=(127\.0\.0\.1:\d+)`)
)

// lines reads the server's log as it is written: it passes everything on, keeps the end, and finds the two addresses.
type lines struct {
	log   io.Writer
	ready chan struct{} // closed once both addresses are known

	mu           sync.Mutex
	kept         []byte
	rest         []byte // of a line that has not ended
	addr, admin  string
	bothAnnounce sync.Once
}

func newLines(log io.Writer) *lines {
	if log == nil {
		log = io.Discard
	}
	return &lines{log: log, ready: make(chan struct{})}
}

// Write takes in what the server says.
func (l *lines) Write(p []byte) (int, error) {
	_, _ = l.log.Write(p) // whoever listens to the log must not be able to stop the server
	l.mu.Lock()
	defer l.mu.Unlock()
	l.kept = append(l.kept, p...)
	if over := len(l.kept) - keptLog; over > keptLog {
		l.kept = append(l.kept[:0], l.kept[over:]...)
	}
	if l.addr != "" && l.admin != "" {
		return len(p), nil
	}
	l.rest = append(l.rest, p...)
	for {
		line, rest, whole := bytes.Cut(l.rest, []byte("\n"))
		if !whole {
			break
		}
		l.look(line)
		l.rest = rest
	}
	return len(p), nil
}

func (l *lines) look(line []byte) {
	if m := publicLine.FindSubmatch(line); m != nil {
		l.addr = string(m[1])
	}
	if m := privateLine.FindSubmatch(line); m != nil {
		l.admin = string(m[1])
	}
	if l.addr != "" && l.admin != "" {
		l.bothAnnounce.Do(func() { close(l.ready) })
	}
}

func (l *lines) public() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.addr
}

func (l *lines) private() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.admin
}

func (l *lines) tail() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return string(l.kept[max(0, len(l.kept)-keptLog):])
}
