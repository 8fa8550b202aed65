//go:build !js

package scene

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// share prints: there is no clipboard that every desktop has.
func share(text, link string) *echo {
	fmt.Println(text, link)
	s := &echo{}
	s.say("Printed")
	return s
}

// canReadFiles says that recordings may lie in files.
const canReadFiles = true

// readRecording reads one from a file.
func readRecording(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("the recording cannot be read: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxRecording+1))
	if err != nil {
		return nil, fmt.Errorf("the recording cannot be read: %w", err)
	}
	if len(b) > maxRecording {
		return nil, errors.New("that file is too long for a recording")
	}
	return b, nil
}
