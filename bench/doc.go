// Command bench measures Bankshot: what its server costs, and what its players feel.
//
//	go run ./bench -players 200 -duration 20s
//
// Its players are real clients without a screen (package bench/bot), so what it measures is what people get. Unless
// -server names one, it builds the server and runs it as a child (bench/child), whose CPU time, memory and metrics it
// reads over the very time in which it measures at the players. README.md says how each figure is taken.
//
//	flags ─▶ run ─▶ child: the server          ┐
//	              ─▶ bot.Crew: the players     ├─▶ meter: by the second ─▶ report: table, JSON, page
//	              ─▶ delay: the way between    ┘
//
// Commands stand in the table in main.go, each in a file of its own name. Nothing here imports the server's packages or a
// screen: bench sees the server as the world does.
package main
