//go:build !linux

package main

import "bankshot/bench/report"

// hardware is only read on Linux.
func hardware(*report.Setting) {}
