package brain

import "bankshot/game"

// temper is how a pilot likes to play, whatever its strength: each number is 0..255, drawn once around those of its
// character, so that no two in a match play alike.
type temper struct {
	// aggression brings it closer to its prey and lets it stay there when it goes badly.
	aggression int32
	// patience lets it wait for the better shot.
	patience int32
	// dashLove lets it dash where flying would do.
	dashLove int32
	// company keeps it near its team-mates.
	company int32
	// likes are how much it is drawn to each kind of pick-up.
	likes [game.PickupKinds]uint8
}

// character is a temper that has a word.
type character struct {
	word                                    string
	aggression, patience, dashLove, company int32
}

// characters are such that over all of them each number is about even.
var characters = [...]character{
	{word: "bold", aggression: 220, patience: 90, dashLove: 150, company: 60},
	{word: "patient", aggression: 70, patience: 225, dashLove: 60, company: 130},
	{word: "sly", aggression: 100, patience: 170, dashLove: 190, company: 40},
	{word: "loyal", aggression: 130, patience: 120, dashLove: 100, company: 230},
	{word: "wary", aggression: 35, patience: 150, dashLove: 120, company: 170},
	{word: "restless", aggression: 160, patience: 40, dashLove: 225, company: 110},
	{word: "grim", aggression: 190, patience: 190, dashLove: 40, company: 90},
	{word: "rash", aggression: 230, patience: 30, dashLove: 200, company: 160},
}

// characterOf is a seat's: neighbours differ.
func characterOf(seat game.Seat) *character { return &characters[int(seat)%len(characters)] }

func (p *Pilot) drawTemper() temper {
	of := characterOf(p.seat)
	around := func(n int32) int32 { return min(max(n+p.draw(61)-30, 0), 255) }
	t := temper{
		aggression: around(of.aggression), patience: around(of.patience),
		dashLove: around(of.dashLove), company: around(of.company),
	}
	for kind := range t.likes {
		t.likes[kind] = uint8(p.draw(256))
	}
	return t
}
