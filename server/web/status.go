package web

import (
	"fmt"
	"strings"
)

// State says whether the browser client can be played.
type State string

const (
	StateBuilding    State = "building"
	StateReady       State = "ready"
	StateFailed      State = "failed"      // it was tried, and an error came of it
	StateUnavailable State = "unavailable" // it cannot be tried here
)

// steps are what Run does, in order, as people read them.
var steps = [...]string{
	stepFind:     "Find the source",
	stepRead:     "Read what the client is made of",
	stepCompile:  "Compile for the browser",
	stepCompress: "Compress",
}

const (
	stepFind = iota
	stepRead
	stepCompile
	stepCompress
)

// Status is what /web/status answers and what the page shows.
type Status struct {
	State    State    `json:"state"`
	Steps    []string `json:"steps,omitempty"`  // all of them, in order, while building
	Step     int      `json:"step"`             // index of the one at work
	Progress float64  `json:"progress"`         // of that step, 0 to 1; 0 also when unknown
	Detail   string   `json:"detail,omitempty"` // the package being compiled, or what is waited for
	Summary  string   `json:"summary,omitempty"`
	Error    string   `json:"error,omitempty"`  // the tool's own text
	Advice   []string `json:"advice,omitempty"` // what to do, a sentence each; ORIGIN stands for this server

	WasmURL   string `json:"wasm_url,omitempty"`
	WasmBytes int64  `json:"wasm_bytes,omitempty"` // after decoding, for a progress bar
	ExecURL   string `json:"exec_url,omitempty"`
}

// trouble is an error that a player or a host can act on.
type trouble struct {
	state   State
	summary string // one sentence
	text    string // what the tool said
	advice  []string
}

func (t *trouble) Error() string {
	if t.text == "" {
		return t.summary
	}
	return t.summary + "\n" + t.text
}

const adviceDesktop = "Or play in a window of its own: go run ./client -server ORIGIN"

func errSwitchedOff() *trouble {
	return &trouble{
		state:   StateUnavailable,
		summary: "This server was started without the browser client.",
		advice:  []string{"Start it again without -web off.", adviceDesktop},
	}
}

func errNoToolchain(cause error) *trouble {
	return &trouble{
		state:   StateUnavailable,
		summary: "The browser client must be compiled first, and the server found no Go toolchain.",
		text:    cause.Error(),
		advice: []string{
			"Install Go from https://go.dev/dl/ so that the command go works, then start the server again.",
			"Or use a server built with -tags release: it carries the client inside it.",
		},
	}
}

func errNoTree(why string) *trouble {
	return &trouble{
		state:   StateUnavailable,
		summary: "The browser client must be compiled first, and the server was not started inside Bankshot's source folder.",
		text:    why,
		advice: []string{
			"Start it from the folder that holds Bankshot's go.mod: go run ./server",
			"Or use a server built with -tags release: it carries the client inside it.",
			adviceDesktop,
		},
	}
}

func errCompile(text string) *trouble {
	t := &trouble{
		state:   StateFailed,
		summary: "The browser client does not compile.",
		text:    text,
		advice:  []string{"Mend what the compiler names, then start the server again.", adviceDesktop},
	}
	if looksLikeNetwork(text) {
		t.summary = "The browser client needs modules that could not be downloaded."
		t.advice[0] = "Connect this machine to the network once, then start the server again."
	}
	return t
}

func errStore(folder string, cause error) *trouble {
	return &trouble{
		state:   StateFailed,
		summary: fmt.Sprintf("The browser client cannot be kept in %s.", folder),
		text:    cause.Error(),
		advice:  []string{"Make that folder writable, free space on its disk or choose another with -data, then start the server again."},
	}
}

// looksLikeNetwork recognises the go command's words for a module it could not
// fetch; it has no exit code of its own for that.
func looksLikeNetwork(text string) bool {
	for _, sign := range []string{
		"dial tcp", "no such host", "i/o timeout", "connection refused", "TLS handshake timeout",
		"module lookup disabled", "network is unreachable", "proxyconnect",
	} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}
