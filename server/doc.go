// Command server is Bankshot's server: matches, the page and the browser client
// on one address, metrics and profiles on another one.
//
// The program is wiring. Who does what:
//
//	main.go     signals, exit codes
//	config.go   flags and their twins in the environment, checked once
//	run.go      makes the parts, runs them, ends them in order
//	listen.go   takes the addresses, says what to do when it cannot
//	worlds.go   what a new room hosts
//	records.go  where what they play is kept
//	replays.go  gives it to whoever has its link
//
//	server/web      the page and the browser client
//	server/gateway  connections, limits, health, metrics
//	server/room     rooms, their clocks and seats
//	server/match    Bankshot as a room hosts it
//	server/frontier Frontier: one arena for a thousand, told by cells
//	server/record   what rooms play, kept as files
//
// Tests call run, which is the whole program but for signals.
package main
