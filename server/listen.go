package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"strings"
	"syscall"
)

// listen takes an address for the flag that names it. The host localhost means
// both loopback addresses under one port: browsers try either, and a listener of
// one family leaves some of them waiting. A machine without IPv6 has just one.
func listen(ctx context.Context, addr, flag string, log *slog.Logger) ([]net.Listener, error) {
	var lc net.ListenConfig
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	if !strings.EqualFold(host, "localhost") {
		l, err := lc.Listen(ctx, "tcp", addr)
		if err != nil {
			return nil, explain(err, addr, flag)
		}
		return []net.Listener{l}, nil
	}

	four, err := lc.Listen(ctx, "tcp4", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return nil, explain(err, addr, flag)
	}
	_, chosen, err := net.SplitHostPort(four.Addr().String())
	if err != nil {
		four.Close()
		return nil, err
	}
	six, err := lc.Listen(ctx, "tcp6", net.JoinHostPort("::1", chosen))
	switch {
	case err == nil:
		return []net.Listener{four, six}, nil
	case errors.Is(err, syscall.EADDRINUSE) && port != "0":
		// Whoever opened localhost in a browser would see that other program.
		four.Close()
		return nil, explain(err, addr, flag)
	default:
		log.Debug("no listener on ::1", "err", err)
		return []net.Listener{four}, nil
	}
}

// explain says what can be done about an address that cannot be had.
func explain(err error, addr, flag string) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("%s is in use by another program, perhaps another Bankshot: stop it, or choose another port with %s: %w", addr, flag, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s is not for everybody to take: choose a port above 1023 with %s: %w", addr, flag, err)
	default:
		return fmt.Errorf("%s cannot be listened on; %s changes it: %w", addr, flag, err)
	}
}

// localURL is where a browser on this machine finds a listener's server.
func localURL(addr string, l net.Listener) string {
	host, _, _ := net.SplitHostPort(addr)
	_, port, _ := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}
