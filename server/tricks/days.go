package tricks

import (
	"sync"

	"bankshot/game/trick"
)

// days keeps the challenges that were made: each takes a tenth of a second once, and some kilobytes. There is one for each
// day since the first, so that there are never too many.
type days struct {
	mu   sync.Mutex
	made map[trick.Date]*day
	// making lets one be made at a time: whoever asks for many days at once keeps one processor busy, not all.
	making sync.Mutex
}

type day struct {
	once      sync.Once
	challenge *trick.Challenge
}

func (d *days) of(date trick.Date) *trick.Challenge {
	d.mu.Lock()
	is := d.made[date]
	if is == nil {
		is = &day{}
		d.made[date] = is
	}
	d.mu.Unlock()
	is.once.Do(func() {
		d.making.Lock()
		defer d.making.Unlock()
		is.challenge = trick.Daily(date)
	})
	return is.challenge
}

// Challenge is what is told of a day.
type Challenge struct {
	Date string `json:"date"`
	Name string `json:"name"`
	// Shots is how many there are, Unused what one that is left is worth.
	Shots  int `json:"shots"`
	Unused int `json:"unused"`
	// Cannon and Targets are places in 1/256 unit, Radius is a target's, Aim where the cannon points at first.
	Cannon  Place   `json:"cannon"`
	Aim     uint16  `json:"aim"`
	Radius  int     `json:"radius"`
	Targets []Place `json:"targets"`
	// House is what the machine makes.
	House int `json:"house"`
	// Arena is the arena as it goes over the wire, in base64.
	Arena []byte `json:"arena"`
}

// Place is a place in 1/256 unit; Fewest is how many banks it takes to get there, where it is a target.
type Place struct {
	X      int32 `json:"x"`
	Y      int32 `json:"y"`
	Fewest uint8 `json:"fewest,omitempty"`
}

func told(c *trick.Challenge) Challenge {
	t := Challenge{
		Date: c.Date.String(), Name: c.Arena.Name, Shots: trick.Shots, Unused: trick.UnusedPoints,
		Cannon: Place{X: c.Cannon.X, Y: c.Cannon.Y}, Aim: c.Aim, Radius: trick.TargetRadius, House: c.HouseScore,
		Arena: c.Arena.AppendBinary(nil),
	}
	for n, at := range c.Targets {
		t.Targets = append(t.Targets, Place{at.X, at.Y, c.Fewest[n]})
	}
	return t
}
