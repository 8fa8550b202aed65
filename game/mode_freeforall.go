package game

// freeForAllMode is everybody against everybody.
var freeForAllMode = ModeRules{Play: 180 * TickHz, Extra: 45 * TickHz, KillPoints: true}
