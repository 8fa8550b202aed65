//go:build !linux

package gateway

import "errors"

// poller would read all connections on one goroutine; without epoll each has one
// of its own.
type poller struct{}

var errNoPoller = errors.New("gateway: this system has no epoll")

func newPoller() (*poller, error) { return nil, errNoPoller }

func (*poller) add(*socket, []byte) {}

func (*poller) stop() {}
