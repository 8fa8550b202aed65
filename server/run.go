package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"bankshot/game"
	"bankshot/server/gateway"
	"bankshot/server/ops"
	"bankshot/server/record"
	"bankshot/server/room"
	"bankshot/server/tricks"
	"bankshot/server/web"
)

// endLimit is how long the parts may take to end.
const endLimit = 4 * time.Second

// tracedPlayers is up to how many connected people overruns are traced without being asked: recording costs a share of the
// processor that does not matter while most of it is idle, and matters when a machine is full.
const tracedPlayers = 100

// goodbye is what everybody is told when ctx ends.
const goodbye = "the server is going down"

// run is the whole program. It returns when ctx has ended and everything it
// started is gone, or with what went wrong and what to do about it.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	cfg, err := parse(args, getenv)
	if errors.Is(err, flag.ErrHelp) {
		usage(stdout)
		return nil
	}
	if err != nil {
		return err
	}
	metrics := gateway.NewMetrics()
	log := slog.New(ops.Limit(logHandler(cfg, stderr), metrics.Suppressed))
	if err := prepareData(cfg.Data); err != nil {
		return err
	}
	progress := stderr
	if cfg.LogJSON {
		progress = io.Discard // it is for people; the log tells the same
	}
	s, err := newServer(cfg, log, metrics, progress)
	if err != nil {
		return err
	}
	public, err := listen(ctx, cfg.Addr, "-addr", log)
	if err != nil {
		return err
	}
	admin, err := listenAdmin(ctx, cfg, log)
	if err != nil {
		closeAll(public)
		return err
	}

	for _, l := range public {
		log.Info("listening", "addr", l.Addr().String())
	}
	for _, l := range admin {
		log.Info("listening for operators", "admin", l.Addr().String())
	}
	fmt.Fprintf(stdout, "Bankshot is at %s (stop it with Ctrl+C)\n", localURL(cfg.Addr, public[0]))
	return s.serve(ctx, public, admin)
}

// server is the program's parts, put together.
type server struct {
	log     *slog.Logger
	site    *web.Site
	traces  *ops.Traces // nil for none
	records *record.Store
	rooms   *room.Rooms
	gate    *gateway.Gateway
	public  *http.Server
	private *http.Server
	prepare func(context.Context)
}

func newServer(cfg config, log *slog.Logger, metrics *gateway.Metrics, progress io.Writer) (*server, error) {
	hosted, err := newWorlds(cfg)
	if err != nil {
		return nil, err
	}
	return assemble(cfg, hosted, log, metrics, progress)
}

// assemble puts the parts together around what rooms host.
func assemble(cfg config, hosted worlds, log *slog.Logger, metrics *gateway.Metrics, progress io.Writer) (*server, error) {
	records, err := newRecords(cfg.Data, log)
	if err != nil {
		return nil, err
	}
	countRecords(metrics, records)
	site, err := web.Open(web.Config{Data: cfg.Data, Mode: cfg.Web, Log: log, Progress: progress})
	if err != nil {
		return nil, err
	}
	hosting := room.Config{Rules: game.Rules(), Random: rand.Reader, Log: log, MaxRooms: cfg.Rooms, IdleClose: cfg.RoomIdle, Record: recorderOf(records)}
	var traces *ops.Traces
	var rooms *room.Rooms
	if cfg.TraceOverruns != "off" {
		traces = ops.NewTraces(ops.TracesConfig{
			Folder: filepath.Join(cfg.Data, "traces"), Log: log, Count: metrics.Trace,
			// Compiling takes every processor there is: rooms are late then, and nobody need wonder why.
			Busy: func() bool { return site.Status().State == web.StateBuilding },
			Crowded: func() bool {
				c := rooms.Census()
				return cfg.TraceOverruns == "auto" && c.Here+c.Watching > tracedPlayers
			},
		})
		hosting.Overrun = traces.Overrun
	}
	rooms, err = room.NewRooms(hosting, func(code, kind string) room.World {
		return hosted.make(code, kind, func() string { return records.Current(code) })
	})
	if err != nil {
		return nil, err
	}
	daily, err := tricks.New(tricks.Config{Dir: filepath.Join(cfg.Data, "tricks"), Log: log})
	if err != nil {
		return nil, err
	}
	gate, err := gateway.New(gateway.Config{
		Rooms: rooms, Modes: hosted.modes, Metrics: metrics, Tricks: daily, Replays: newReplays(records, log),
		Pages: site.Handler(), Log: log,
		Origins: cfg.Origins, Trusted: cfg.Proxies, PerAddress: cfg.PerIP, Selective: cfg.Selective, ProcessTime: ops.ProcessTime, IdleTime: ops.IdleTime,
	})
	if err != nil {
		return nil, err
	}
	private := gateway.NewServer(gate.Admin(), log)
	private.WriteTimeout = 0 // a profile takes as long as it was asked to
	return &server{
		log: log, site: site, traces: traces, records: records, rooms: rooms, gate: gate,
		public: gateway.NewServer(gate.Handler(), log), private: private, prepare: hosted.prepare,
	}, nil
}

// serve runs everything until asked ends or a listener fails.
func (s *server) serve(asked context.Context, public, admin []net.Listener) error {
	ctx, cancel := context.WithCancelCause(asked)
	defer cancel(nil)
	var running sync.WaitGroup
	answer := func(server *http.Server, l net.Listener) {
		running.Go(func() {
			if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
				cancel(fmt.Errorf("serve %s: %w", l.Addr(), err))
			}
		})
	}
	for _, l := range public {
		answer(s.public, l)
	}
	for _, l := range admin {
		answer(s.private, l)
	}
	running.Go(func() { s.site.Run(ctx) })
	running.Go(func() { s.prepare(ctx) })
	// It ends by its Close, in end, which does not wait for a disk for ever.
	go s.records.Run()
	if s.traces != nil {
		running.Go(func() { s.traces.Run(ctx) })
	}
	// Who ends is alive until the end, so this one goes last.
	watched, unwatch := context.WithCancel(context.WithoutCancel(ctx))
	defer unwatch()
	running.Go(func() { s.gate.Watch(watched) })

	<-ctx.Done()
	why := context.Cause(ctx)
	s.log.Info("ending", "why", why)
	err := s.end()
	unwatch()
	running.Wait()
	if asked.Err() == nil {
		err = errors.Join(why, err)
	}
	return err
}

// end says goodbye to players, then closes what carried it.
func (s *server) end() error {
	ctx, cancel := context.WithTimeout(context.Background(), endLimit)
	defer cancel()
	s.gate.Drain()
	err := errors.Join(s.rooms.Close(ctx, goodbye), s.gate.Close(ctx), s.records.Close(ctx))
	for _, server := range []*http.Server{s.public, s.private} {
		if server.Shutdown(ctx) != nil {
			_ = server.Close() // somebody was still downloading; the page asks again
		}
	}
	return err
}

// prepareData makes the folder and finds out now, not after an hour, whether it can be written to.
func prepareData(folder string) error {
	err := os.MkdirAll(folder, 0o755)
	if err == nil {
		var f *os.File
		if f, err = os.CreateTemp(folder, "writable-*"); err == nil {
			err = errors.Join(f.Close(), os.Remove(f.Name()))
		}
	}
	if err != nil {
		return fmt.Errorf("the data folder %s cannot be written to: allow it, or choose another with -data: %w", folder, err)
	}
	return nil
}

// listenAdmin takes the admin address. Nobody has to care that the default one
// is taken, as by a second server on the same machine; who chose one does.
func listenAdmin(ctx context.Context, cfg config, log *slog.Logger) ([]net.Listener, error) {
	if cfg.Admin == "" {
		return nil, nil
	}
	l, err := listen(ctx, cfg.Admin, "-admin", log)
	if err != nil && !cfg.AdminChosen {
		log.Warn("no metrics and profiles", "err", err)
		return nil, nil
	}
	return l, err
}

func closeAll(listeners []net.Listener) {
	for _, l := range listeners {
		l.Close()
	}
}
