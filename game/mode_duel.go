package game

// duelMode is one against one.
var duelMode = ModeRules{Play: 180 * TickHz, Extra: 60 * TickHz, KillPoints: true, Limit: 25, Mercy: 15, Ships: 2}
