package brain

// temper is how a pilot likes to play, whatever its strength: each number is 0..255, drawn once from its seed, so that no
// two in a match play alike.
type temper struct {
	// aggression brings it closer to its prey and lets it stay there when it goes badly.
	aggression int32
	// patience lets it wait for the better shot.
	patience int32
	// dashLove lets it dash where flying would do.
	dashLove int32
}

func (p *Pilot) drawTemper() temper {
	return temper{aggression: p.draw(256), patience: p.draw(256), dashLove: p.draw(256)}
}
