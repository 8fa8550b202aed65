package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"
)

// Config is everything a Site needs to know.
type Config struct {
	// Data is the server's data folder; builds are kept in its folder web.
	Data string
	// Mode is "auto" (compile the client if it can be) or "off".
	Mode string
	// Dir is where the search for the source tree begins; empty means the
	// working directory.
	Dir string
	// Log gets one line when the client is ready or will not be. Nil means none.
	Log *slog.Logger
	// Progress is where people watch the build, usually standard error. Nil
	// means nobody watches.
	Progress io.Writer
}

// Site is the browser client and its page.
type Site struct {
	cfg     Config
	quality int // of brotli
	page    *pageFiles
	show    *terminal
	now     atomic.Pointer[view] // replaced as a whole, only by Run
}

// view is what the handlers answer with at one moment.
type view struct {
	status Status
	wasm   *asset
	exec   *asset
}

// Open prepares the page. Until Run is called nothing is compiled.
func Open(cfg Config) (*Site, error) {
	if cfg.Mode != "auto" && cfg.Mode != "off" {
		return nil, fmt.Errorf("-web is %q: it must be auto or off", cfg.Mode)
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	page, err := newPageFiles()
	if err != nil {
		return nil, fmt.Errorf("prepare the page: %w", err)
	}
	s := &Site{cfg: cfg, quality: qualityCache, page: page, show: newTerminal(cfg.Progress)}
	s.set(Status{State: StateBuilding, Steps: steps[:]})
	if cfg.Mode == "off" {
		s.fail(errSwitchedOff())
	}
	return s, nil
}

// Status is what the page is told now.
func (s *Site) Status() Status { return s.now.Load().status }

// Run makes the client ready to be served, or finds out why it cannot be, and
// returns. Its owner calls it once and waits for it; nothing it meets is a
// reason to stop the server.
func (s *Site) Run(ctx context.Context) {
	if s.cfg.Mode == "off" {
		return
	}
	begin := time.Now()
	e, err := s.build(ctx)
	switch {
	case ctx.Err() != nil:
		return // the server is on its way out
	case err != nil:
		t := asTrouble(err)
		s.fail(t)
		s.show.trouble(t)
		s.cfg.Log.Warn("the browser client is not available", "state", string(t.state), "reason", t.summary)
	default:
		s.publish(e)
		s.show.line(fmt.Sprintf("The browser client is ready (%.1f MB to download).", float64(len(e.br))/1e6))
		s.cfg.Log.Info("the browser client is ready",
			"bytes", e.WasmBytes, "br_bytes", len(e.br), "gzip_bytes", len(e.gz), "took", time.Since(begin).Round(time.Millisecond))
	}
}

func (s *Site) build(ctx context.Context) (*entry, error) {
	if folder := prebuilt(); folder != nil {
		return loadEntry(folder)
	}
	s.step(stepFind, 0, "")
	tool, err := findTree(ctx, s.cfg.Dir)
	if err != nil {
		return nil, err
	}
	s.step(stepRead, 0, "")
	src, err := fingerprint(ctx, tool, func(line string) { s.step(stepRead, 0, line) })
	if err != nil {
		return nil, err
	}

	c := cache{dir: filepath.Join(s.cfg.Data, "web")}
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return nil, errStore(c.dir, err)
	}
	if e, err := s.cached(c, src.key); err == nil {
		return e, nil
	}
	unlock, err := c.lock(ctx, func() {
		s.step(stepCompile, 0, "another server is building it in the same data folder")
	})
	if err != nil {
		return nil, ctxOr(ctx, errStore(c.dir, err))
	}
	defer unlock()
	if e, err := s.cached(c, src.key); err == nil {
		return e, nil // the other server has built it meanwhile
	}
	e, err := c.add(src.key, func(dir string) error { return s.fill(ctx, tool, src, dir) })
	if err != nil {
		return nil, err
	}
	if err := c.prune(); err != nil {
		s.cfg.Log.Warn("old builds of the browser client stay on disk", "err", err)
	}
	return e, nil
}

func (s *Site) cached(c cache, key string) (*entry, error) {
	e, err := c.load(key)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.cfg.Log.Warn("a kept build of the browser client is damaged and is made anew", "err", err)
	}
	return e, err
}

// fill compiles and compresses into dir.
func (s *Site) fill(ctx context.Context, tool goTool, src sources, dir string) error {
	s.show.line("Building the browser client. The first time takes a minute or two; the server is up meanwhile.")
	s.step(stepCompile, 0, "")
	return makeEntry(ctx, tool, src, dir, s.quality, s.step)
}

// makeEntry compiles the client and packs it into dir.
func makeEntry(ctx context.Context, tool goTool, src sources, dir string, quality int,
	report func(step int, share float64, detail string),
) error {
	wasm := filepath.Join(dir, "client.wasm")
	err := compile(ctx, tool, src, wasm, func(share float64, detail string) { report(stepCompile, share, detail) })
	if err != nil {
		return err
	}
	report(stepCompress, 0, "")
	wasmExec := filepath.Join(src.goRoot, "lib", "wasm", fileExec)
	if err := pack(ctx, dir, wasm, wasmExec, quality, func(share float64) { report(stepCompress, share, "") }); err != nil {
		return err
	}
	return os.Remove(wasm)
}

func (s *Site) step(step int, share float64, detail string) {
	s.set(Status{State: StateBuilding, Steps: steps[:], Step: step, Progress: share, Detail: detail})
	s.show.progress(step, share)
}

func (s *Site) set(st Status) { s.now.Store(&view{status: st}) }

func (s *Site) fail(t *trouble) {
	s.set(Status{State: t.state, Summary: t.summary, Error: t.text, Advice: t.advice})
}

func (s *Site) publish(e *entry) {
	v := &view{
		wasm: wasmAsset(e),
		exec: newAsset("/web/"+fileExec, contentTypes[".js"], e.exec, true),
	}
	v.status = Status{
		State: StateReady, Progress: 1,
		WasmURL: v.wasm.url, WasmBytes: e.WasmBytes, ExecURL: v.exec.url,
	}
	s.now.Store(v)
}

// asTrouble gives an unforeseen error the shape the page can show.
func asTrouble(err error) *trouble {
	var t *trouble
	if errors.As(err, &t) {
		return t
	}
	return &trouble{
		state:   StateFailed,
		summary: "The browser client could not be made.",
		text:    err.Error(),
		advice:  []string{"See the server's log.", adviceDesktop},
	}
}
