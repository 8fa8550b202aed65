package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
)

func TestAFirstStartBuildsTheClientAndTheNextOneFindsIt(t *testing.T) {
	dir, data := tree(t, "bankshot", tinyMain), t.TempDir()
	s, watched := run(t, dir, data)
	st := ready(t, s)
	wantContains(t, "the terminal", watched, "takes a minute or two", "Compile for the browser", "ready")

	plain := body(t, get(t, s, st.WasmURL))
	if !bytes.HasPrefix(plain, []byte("\x00asm")) || int64(len(plain)) != st.WasmBytes {
		t.Fatalf("the program has %d bytes of %d and begins with %q", len(plain), st.WasmBytes, plain[:4])
	}
	zipped, err := gzip.NewReader(get(t, s, st.WasmURL, "Accept-Encoding", "gzip, deflate").Body)
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]io.Reader{
		"gzip": zipped,
		"br":   brotli.NewReader(get(t, s, st.WasmURL, "Accept-Encoding", "gzip, deflate, br, zstd").Body),
	} {
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%s decodes to something else: %d bytes, %v", name, len(got), err)
		}
	}
	wantContains(t, "wasm_exec.js", string(body(t, get(t, s, st.ExecURL))), "globalThis.Go")

	var told Status
	if err := json.Unmarshal(body(t, get(t, s, "/web/status")), &told); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(st, told); diff != "" {
		t.Errorf("/web/status tells something else:\n%s", diff)
	}

	again, watched := run(t, dir, data)
	if diff := cmp.Diff(st, ready(t, again)); diff != "" {
		t.Errorf("the second start serves something else:\n%s", diff)
	}
	if strings.Contains(watched, "Compile") {
		t.Errorf("the second start compiled again:\n%s", watched)
	}
}

func TestAChangeToAnythingTheClientIsMadeOfChangesTheKey(t *testing.T) {
	dir := tree(t, "bankshot", "package main\n\nimport _ \"bankshot/part\"\n\nfunc main() {}\n")
	part := filepath.Join(dir, "part")
	write(t, filepath.Join(part, "part.go"), "package part\n\nimport _ \"embed\"\n\n//go:embed words.txt\nvar Words string\n")
	write(t, filepath.Join(part, "words.txt"), "bank")
	write(t, filepath.Join(part, "part_test.go"), "package part\n")
	write(t, filepath.Join(dir, "server", "main.go"), "package main\n\nfunc main() {}\n")

	key := func() string {
		t.Helper()
		tool, err := findTree(t.Context(), filepath.Join(dir, "client")) // from anywhere inside
		if err != nil {
			t.Fatal(err)
		}
		src, err := fingerprint(t.Context(), tool, func(string) {})
		if err != nil {
			t.Fatal(err)
		}
		return src.key
	}
	before := key()
	write(t, filepath.Join(part, "part_test.go"), "package part // changed\n")
	write(t, filepath.Join(dir, "server", "main.go"), "package main // changed\n\nfunc main() {}\n")
	if key() != before {
		t.Error("files that are not in the client changed its key")
	}
	for name, text := range map[string]string{
		"client/main.go":  "package main\n\nimport _ \"bankshot/part\"\n\nfunc main() { println() }\n",
		"part/words.txt":  "shot",
		"client/extra.go": "package main\n",
		"go.mod":          "module bankshot\n\ngo 1.26.0\n",
	} {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
		now := key()
		if now == before {
			t.Errorf("a change to %s left the key as it was", name)
		}
		before = now
	}
}

func TestTheCompilersOwnErrorIsShown(t *testing.T) {
	dir := tree(t, "bankshot", "package main\n\nfunc main() { undefinedThing() }\n")
	s, watched := run(t, dir, t.TempDir())
	st := s.Status()
	if st.State != StateFailed {
		t.Fatalf("state is %q", st.State)
	}
	wantContains(t, "the status", st.Error, "client/main.go:3:15: undefined: undefinedThing")
	wantContains(t, "the terminal", watched, "client/main.go:3:15: undefined: undefinedThing", "Everything else is being served")
	wantContains(t, "the page", string(body(t, get(t, s, "/"))), "undefined: undefinedThing")
	wantContains(t, "the advice", strings.Join(st.Advice, "\n"), "start the server again")
}

func TestWithoutASourceTreeThePageSaysWhatToDo(t *testing.T) {
	s, watched := run(t, t.TempDir(), t.TempDir())
	st := s.Status()
	if st.State != StateUnavailable {
		t.Fatalf("state is %q", st.State)
	}
	wantContains(t, "the reason", st.Error, "no go.mod")
	wantContains(t, "the advice", strings.Join(st.Advice, "\n"), "go run ./server", "-tags release")
	wantContains(t, "the terminal", watched, "go run ./server")
}

func TestAnotherModuleIsNotBuilt(t *testing.T) {
	s, _ := run(t, tree(t, "example.com/other", tinyMain), t.TempDir())
	if st := s.Status(); st.State != StateUnavailable || !strings.Contains(st.Error, "example.com/other") {
		t.Fatalf("state is %q: %s", st.State, st.Error)
	}
}

func TestWithoutAToolchainThePageSaysWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv("GOROOT", "")
	s, _ := run(t, tree(t, "bankshot", tinyMain), t.TempDir())
	st := s.Status()
	if st.State != StateUnavailable {
		t.Fatalf("state is %q", st.State)
	}
	wantContains(t, "the advice", strings.Join(st.Advice, "\n"), "https://go.dev/dl/")
}

func TestADataFolderThatCannotBeWrittenIsNamed(t *testing.T) {
	data := filepath.Join(t.TempDir(), "a-file")
	write(t, data, "in the way")
	s, _ := run(t, tree(t, "bankshot", tinyMain), data)
	st := s.Status()
	if st.State != StateFailed {
		t.Fatalf("state is %q", st.State)
	}
	wantContains(t, "the summary", st.Summary, data)
	wantContains(t, "the advice", strings.Join(st.Advice, "\n"), "-data")
}

func TestModulesThatCannotBeDownloadedAreBlamedOnTheNetwork(t *testing.T) {
	for _, text := range []string{
		`client/main.go:3:8: github.com/x/y@v1.0.0: Get "https://modules.example/": dial tcp: lookup modules.example: no such host`,
		"x@v1: module lookup disabled by GOPROXY=off",
	} {
		wantContains(t, "the summary", errCompile(text).summary, "could not be downloaded")
	}
	if got := errCompile("main.go:1:1: undefined: x").summary; strings.Contains(got, "download") {
		t.Errorf("a plain compile error is blamed on the network: %s", got)
	}
}

func TestServersThatShareADataFolderBuildOnce(t *testing.T) {
	dir, data := tree(t, "bankshot", tinyMain), t.TempDir()
	var sites [3]*Site
	var watched [3]lockedBuffer
	var wg sync.WaitGroup
	for i := range sites {
		sites[i] = open(t, Config{Data: data, Mode: "auto", Dir: dir, Progress: &watched[i]})
		wg.Go(func() { sites[i].Run(t.Context()) })
	}
	wg.Wait()
	var built int
	for i, s := range sites {
		st := ready(t, s)
		if got := body(t, get(t, s, st.WasmURL)); int64(len(got)) != st.WasmBytes {
			t.Errorf("server %d serves %d bytes of %d", i, len(got), st.WasmBytes)
		}
		built += strings.Count(watched[i].String(), "Building the browser client")
	}
	if built != 1 {
		t.Errorf("%d servers built", built)
	}
}

func TestADamagedBuildIsMadeAnew(t *testing.T) {
	dir, data := tree(t, "bankshot", tinyMain), t.TempDir()
	first, _ := run(t, dir, data)
	found, err := filepath.Glob(filepath.Join(data, "web", "*", fileBr))
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	if err := os.Truncate(found[0], 1000); err != nil {
		t.Fatal(err)
	}
	second, watched := run(t, dir, data)
	wantContains(t, "the terminal", watched, "Building the browser client")
	if diff := cmp.Diff(ready(t, first), ready(t, second)); diff != "" {
		t.Errorf("the new build differs:\n%s", diff)
	}
}

func TestAServerThatStopsLeavesTheBuildToTheNext(t *testing.T) {
	dir, data := tree(t, "bankshot", tinyMain), t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	s := open(t, Config{Data: data, Mode: "auto", Dir: dir, Progress: writerFunc(func(p []byte) {
		if bytes.Contains(p, []byte("Compile")) {
			cancel()
		}
	})})
	begin := time.Now()
	s.Run(ctx)
	if took := time.Since(begin); took > 30*time.Second {
		t.Errorf("stopping took %v", took)
	}
	if st := s.Status(); st.State != StateBuilding {
		t.Errorf("state is %q: %s", st.State, st.Error)
	}
	next, _ := run(t, dir, data)
	ready(t, next)
}

type writerFunc func(p []byte)

func (f writerFunc) Write(p []byte) (int, error) {
	f(p)
	return len(p), nil
}

func TestAReleaseCanBeMadeFromTheTree(t *testing.T) {
	dir := tree(t, "bankshot", tinyMain)
	if err := buildRelease(t.Context(), dir, io.Discard, brotli.BestSpeed); err != nil {
		t.Fatal(err)
	}
	if _, err := loadEntry(os.DirFS(filepath.Join(dir, "server", "web", "dist"))); err != nil {
		t.Fatal(err)
	}
}
