// Package bot is a real client without a screen: the connection (client/link) and the prediction (client/predict) are the
// very ones that people play with, and a pilot (game/brain) holds the controls. So what is measured at a bot is what a
// player feels.
//
//	b, err := bot.New(bot.Config{Server: "http://localhost:8080", Strength: brain.Ace, Seed: 1})
//	crew := bot.NewCrew()
//	crew.Add(b)
//	go crew.Run(ctx) // sixty frames a second for everybody in the crew
//
// A bot's frame is a screen's: read what has arrived, look, decide, predict, send. It aims by what it is shown, not by
// what its replica knows: itself ahead of the server, the others behind it. A Crew draws many bots on few goroutines, each
// at its own moment of the frame, and measures by how much it was late itself: a load generator that is late measures
// itself and not the server.
//
// Figures that Counts and predict.Stats do not hold are taken in Config.Arrived and Config.Drawn. A bot knows nothing of
// reports, and nothing of the server but its address.
package bot
