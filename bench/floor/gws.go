package floor

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	"github.com/lxzan/gws"
)

// serveGWS is gws without a game: net/http shakes hands, a goroutine reads each connection, one goroutine writes one
// message to each when its turn comes.
func serveGWS(ctx context.Context, j *job) error {
	s := &gwsServer{job: j, slots: make([][]*gws.Conn, j.schedule.slots)}
	upgrader := gws.NewUpgrader(s, &gws.ServerOption{ReadBufferSize: 1 << 10})
	server := &http.Server{
		ReadHeaderTimeout: 5 * time.Second,
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			conn, err := upgrader.Upgrade(w, r)
			if err != nil {
				j.counters.failed.Add(1)
				return
			}
			s.add(conn)
			go conn.ReadLoop()
		}),
	}
	var running sync.WaitGroup
	running.Go(func() { s.write(ctx) })
	stop := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer stop()
	err := server.Serve(j.listener)
	running.Wait()
	s.closeAll()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

type gwsServer struct {
	gws.BuiltinEventHandler
	job *job

	mu    sync.Mutex
	slots [][]*gws.Conn
	n     int
}

func (s *gwsServer) add(conn *gws.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	slot := s.job.schedule.slotOf(s.n)
	s.slots[slot] = append(s.slots[slot], conn)
	s.n++
	s.job.counters.players.Add(1)
}

// OnMessage is called by gws.
func (s *gwsServer) OnMessage(_ *gws.Conn, m *gws.Message) {
	s.job.counters.reads.Add(1)
	_ = m.Close() // gives the memory back to gws' pool
}

// write writes to everybody whose turn it is, until ctx ends.
func (s *gwsServer) write(ctx context.Context) {
	clock := &s.job.schedule
	timer := time.NewTimer(time.Until(clock.due()))
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		for slot, ok := clock.take(time.Now()); ok; slot, ok = clock.take(time.Now()) {
			s.mu.Lock()
			for _, conn := range s.slots[slot] {
				if conn.WriteMessage(gws.OpcodeBinary, s.job.payload) == nil {
					s.job.counters.writes.Add(1)
				}
			}
			s.mu.Unlock()
		}
		timer.Reset(time.Until(clock.due()))
	}
}

func (s *gwsServer) closeAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, conns := range s.slots {
		for _, conn := range conns {
			_ = conn.NetConn().Close()
		}
	}
}
