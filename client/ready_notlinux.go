//go:build !linux

package main

// ready says what the machine lacks: the libraries of other systems come with them.
func ready() error { return nil }

// explained says what to do about an error, where something is known.
func explained(err error) error { return err }
