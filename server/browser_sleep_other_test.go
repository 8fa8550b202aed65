//go:build !linux

package main

import "testing"

// asleep has no form here: it takes /proc to find the browser's processes.
func asleep(t *testing.T) []absence {
	t.Log("a computer that sleeps is only tried on Linux")
	return nil
}
