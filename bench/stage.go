package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"bankshot/bench/bot"
	"bankshot/bench/child"
	"bankshot/bench/delay"
	"bankshot/client/link"
)

// stage is what players play on: a server, bench's own or another, and the way there.
type stage struct {
	// url is where players connect, behind the delay if there is one.
	url string
	// server is bench's own; nil if -server has named one.
	server *child.Server
	proxy  *delay.Proxy
	// empty is what the server uses before anybody has come, scrape what it costs it to tell its metrics once: a run takes that
	// off what the server has spent.
	empty  child.Usage
	scrape time.Duration
}

const (
	// settleTime is how long a server has to itself before its memory is taken for that of nobody.
	settleTime = 300 * time.Millisecond
	// scrapeTries is how often the metrics are read to see what that costs.
	scrapeTries = 5
	// reachLimit is how long a server that -server names may take to answer.
	reachLimit = 5 * time.Second
)

// newStage starts what there is to be started. close ends it, also after an error of whoever plays on it.
func newStage(ctx context.Context, o *options, binary string) (*stage, error) {
	s := &stage{url: o.Server}
	if o.Server != "" {
		if err := reachable(ctx, o.Server); err != nil {
			return nil, err
		}
	} else {
		server, err := child.Start(ctx, child.Config{Binary: binary, Args: o.serverArgs()})
		if err != nil {
			return nil, err
		}
		s.server, s.url = server, server.URL()
		if err := s.settle(ctx); err != nil {
			return nil, errors.Join(err, s.close())
		}
	}
	if o.RTT > 0 || o.Stall.For > 0 {
		proxy, err := delay.Listen(ctx, delay.Config{
			Target: s.url, RTT: o.RTT, Jitter: o.Jitter, StallFor: o.Stall.For, StallEvery: o.Stall.Every, Seed: o.Seed,
		})
		if err != nil {
			return nil, errors.Join(err, s.close())
		}
		s.proxy, s.url = proxy, proxy.URL()
	}
	return s, nil
}

// reachable finds out at once what bots would otherwise take half a minute to give up on.
func reachable(ctx context.Context, server string) error {
	url, err := link.RoomURL(server, bot.AnyRoom)
	if err != nil {
		return fmt.Errorf("-server %s: %w", server, err)
	}
	url = "http" + strings.TrimPrefix(strings.TrimSuffix(url, "/ws/room/"+bot.AnyRoom), "ws") + "/healthz"
	ctx, cancel := context.WithTimeout(ctx, reachLimit)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return fmt.Errorf("-server %s: %w", server, err)
	}
	req.Close = true
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("-server %s does not answer; leave the flag out and bench starts one of its own: %w", server, err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("-server %s is no Bankshot server, or not well: %s answers %s", server, url, res.Status)
	}
	return nil
}

// settle reads what an idle server uses, once what it does at its start is done, and what reading costs it.
func (s *stage) settle(ctx context.Context) error {
	if err := wait(ctx, settleTime, nil); err != nil {
		return err
	}
	usage, err := s.server.Usage()
	if errors.Is(err, child.ErrUsage) {
		return nil
	}
	if err != nil {
		return err
	}
	s.empty = usage
	if _, err := s.server.Metrics(ctx); err != nil {
		return err // the first one makes what later ones have
	}
	before, err := s.server.Usage()
	if err != nil {
		return err
	}
	for range scrapeTries {
		if _, err := s.server.Metrics(ctx); err != nil {
			return err
		}
	}
	after, err := s.server.Usage()
	s.scrape = (after.CPU - before.CPU) / scrapeTries
	return err
}

// alive is an error once the server has gone while it was needed.
func (s *stage) alive() error {
	if s.server == nil {
		return nil
	}
	select {
	case <-s.server.Exited():
		return fmt.Errorf("the server has ended in the middle of the run; the end of its log:\n%s", s.server.Log())
	default:
		return nil
	}
}

// close ends what newStage has started.
func (s *stage) close() error {
	var err error
	if s.proxy != nil {
		s.proxy.Close()
	}
	if s.server != nil {
		err = s.server.Stop()
	}
	return err
}
