package main

import (
	"errors"
	"strconv"

	"bankshot/game/arena"
	"bankshot/server/frontier"
)

// The flags of Frontier.

func setFrontier(c *config, v string) error {
	return setNumber(&c.Frontier, v, 0, frontier.MostPlayers)
}

func setFrontierPilots(c *config, v string) error {
	return setNumber(&c.FrontierPilots, v, 0, frontier.MostPilots)
}

func setFrontierHz(c *config, v string) error {
	if v != "30" && v != "20" {
		return errors.New("it must be 30 or 20")
	}
	return setNumber(&c.FrontierHz, v, 20, 30)
}

func setFrontierWithin(c *config, v string) error {
	if v == "0" {
		c.FrontierWithin = 0
		return nil
	}
	return setNumber(&c.FrontierWithin, v, frontier.LeastWithin, arena.FrontierSide*arena.TileUnits)
}

func setFrontierSeed(c *config, v string) error {
	seed, err := strconv.ParseUint(v, 10, 64)
	if err != nil {
		return errors.New("it must be a number from 0 to 18446744073709551615")
	}
	c.FrontierSeed = seed
	return nil
}
