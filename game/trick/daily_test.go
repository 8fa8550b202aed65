package trick

import (
	"encoding/binary"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"bankshot/game"
	"bankshot/game/arena"
)

// days is how many are looked at: all of them, -days 400, take two minutes.
var days = flag.Int("days", 5, "look at so many days, spread over a little more than a year")

const allDays = 400

func TestEveryDayIsAChallengeThatCanBeSolvedButNotStraight(t *testing.T) {
	every := max(allDays / *days, 1)
	names := map[uint64]Date{}
	d := First
	for n := range allDays {
		if n%every == 0 {
			day := d
			t.Run(day.String(), func(t *testing.T) {
				c := Daily(day)
				checkDay(t, c)
				if same, ok := names[c.Arena.Hash]; ok {
					t.Errorf("it is the same as %s", same)
				}
				names[c.Arena.Hash] = day
			})
		}
		d = d.Next()
	}
}

func checkDay(t *testing.T, c *Challenge) {
	if err := arena.Validate(c.Arena, arena.MinSpawns); err != nil {
		t.Error(err)
	}
	if c.Arena.W*arena.TileUnits > 1280 || c.Arena.H*arena.TileUnits > 720 {
		t.Errorf("%d x %d tiles are more than one view", c.Arena.W, c.Arena.H)
	}
	if n := len(c.Targets); n < MinTargets || n > MaxTargets || len(c.Fewest) != n {
		t.Errorf("%d targets", n)
	}
	for i, at := range c.Targets {
		if !c.Arena.Fits(at, TargetRadius) {
			t.Errorf("target %d is in a wall", i)
		}
		for k := range i {
			if apart(arena.CellOf(at), arena.CellOf(c.Targets[k])) < apartTiles*apartTiles {
				t.Errorf("targets %d and %d are too near", k, i)
			}
		}
	}
	hit := make([]bool, len(c.Targets))
	for aim := range uint16(game.AimSteps) {
		for _, b := range Play(c, []uint16{aim}).Shots[0].Bursts {
			if b.Banks == 0 {
				t.Errorf("aim %d bursts target %d without a bank", aim, b.Target)
			}
			hit[b.Target] = hit[b.Target] || b.Banks <= mostBanks
		}
	}
	for i := range hit {
		if !hit[i] {
			t.Errorf("no shot bursts target %d", i)
		}
	}
	house := Play(c, c.House)
	if house.Score != c.HouseScore || house.Bursts() != len(c.Targets) || len(c.House) > Shots {
		t.Errorf("the house makes %d with %d of %d targets, and says %d", house.Score, house.Bursts(), len(c.Targets), c.HouseScore)
	}
}

// update writes down what the days come to, after a meant change of the generator or of what a Pulse is.
var update = flag.Bool("update", false, "write testdata/days.txt anew")

func TestADayIsTheSameOnEveryProcessor(t *testing.T) {
	var got strings.Builder
	d := First
	for range 6 {
		c := Daily(d)
		h := fnv.New64a()
		h.Write(c.Arena.AppendBinary(nil))
		for _, at := range append([]game.Vec{c.Cannon}, c.Targets...) {
			binary.Write(h, binary.LittleEndian, at)
		}
		binary.Write(h, binary.LittleEndian, c.House)
		fmt.Fprintf(&got, "%s %-20s %d targets, the house makes %d, %016x\n", d, c.Arena.Name, len(c.Targets), c.HouseScore, h.Sum64())
		d = d.Next()
	}
	const file = "testdata/days.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("got\n%swant\n%sIf that is meant: go test ./game/trick -run SameOnEvery -update", got.String(), want)
	}
}
