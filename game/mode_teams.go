package game

// teamsMode is Free-for-all by two teams, until one is too far ahead to be caught.
var teamsMode = ModeRules{Play: 240 * TickHz, Extra: 45 * TickHz, KillPoints: true, Mercy: 60}
