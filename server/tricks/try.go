package tricks

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"bankshot/game"
	"bankshot/game/trick"
	"bankshot/game/wire"
)

// ErrTry is part of every error about what was posted.
var ErrTry = errors.New("that is no try")

// Try is what is posted.
type Try struct {
	Name string `json:"name"`
	// Device is a token that the device has made up and keeps: a name on a device has one entry a day.
	Device string `json:"device"`
	// Shots are the aims, 0 to 4095.
	Shots []int `json:"shots"`
	// Score is what the client says it made; a client that plays by other rules is told so.
	Score *int `json:"score,omitempty"`
}

// decodeTry reads a try and brings it into shape.
func decodeTry(body []byte) (Try, error) {
	var t Try
	d := json.NewDecoder(bytes.NewReader(body))
	d.DisallowUnknownFields()
	if err := d.Decode(&t); err != nil {
		return Try{}, fmt.Errorf("%w: %w", ErrTry, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return Try{}, fmt.Errorf("%w: something follows it", ErrTry)
	}
	if t.Name = wire.CleanName(t.Name); t.Name == "" {
		return Try{}, fmt.Errorf("%w: give it a name", ErrTry)
	}
	if n := len(t.Device); n < minDevice || n > maxDevice {
		return Try{}, fmt.Errorf("%w: device must be %d to %d bytes, it has %d", ErrTry, minDevice, maxDevice, n)
	}
	if n := len(t.Shots); n == 0 || n > trick.Shots {
		return Try{}, fmt.Errorf("%w: shots must be 1 to %d aims, there are %d", ErrTry, trick.Shots, n)
	}
	for i, aim := range t.Shots {
		if aim < 0 || aim >= game.AimSteps {
			return Try{}, fmt.Errorf("%w: shot %d aims at %d, an aim is 0 to %d", ErrTry, i+1, aim, game.AimSteps-1)
		}
	}
	return t, nil
}

// aims are the shots as the rules take them.
func (t *Try) aims() []uint16 {
	aims := make([]uint16, len(t.Shots))
	for i, aim := range t.Shots {
		aims[i] = uint16(aim)
	}
	return aims
}
