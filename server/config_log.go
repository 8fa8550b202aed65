package main

import (
	"errors"
	"io"
	"log/slog"
)

// logHandler writes the log as it was asked for.
func logHandler(cfg config, w io.Writer) slog.Handler {
	opts := &slog.HandlerOptions{Level: cfg.LogLevel}
	if cfg.LogJSON {
		return slog.NewJSONHandler(w, opts)
	}
	return slog.NewTextHandler(w, opts)
}

func setLogLevel(c *config, v string) error {
	if err := c.LogLevel.UnmarshalText([]byte(v)); err != nil {
		return errors.New("it must be debug, info, warn or error")
	}
	return nil
}

func setLogFormat(c *config, v string) error {
	if v != "text" && v != "json" {
		return errors.New("it must be text or json")
	}
	c.LogJSON = v == "json"
	return nil
}

func setTraceOverruns(c *config, v string) error {
	c.TraceOverruns = v
	if v != "auto" && v != "on" && v != "off" {
		return errors.New("it must be auto, on or off")
	}
	return nil
}
