// Package scene puts the client together: what is on the screen when, and what the player's acts do.
//
//	Update   devices ─ input ─▶ title / menu / game.Input ─▶ predict ─▶ link
//	         frames of the link ─▶ predict
//	Draw     predict.View ─▶ render, then the HUD, title, tables and banners over it
//
// Game (game.go) is what Ebitengine runs. match.go owns the connection and the predictor, chronicle.go what the room has
// told: kills (feed.go, death.go), calls (announce.go and goals.go decide what is called, calls.go queues it), the outcome
// of the round and the vote. The other files are what is drawn over the match, each named for it; results.go, shotmap.go,
// shot_link.go and cards.go are the end of a round. Every word about modes, weapons, kills and awards is in a table of
// words.go.
//
// What is played beside the match is an aside (aside.go): the trick shot of the day (trick*.go), the range (range*.go), and a
// recording (film*.go): projector.go holds its time and its two worlds, film_camera.go says where to look, film_marks.go
// finds its kills, film_address.go reads links. settings.go is what players choose for their eyes, kept by the browser or in
// a file.
//
// What differs between page and desktop is in pairs of files, _js.go and _notjs.go: session (where to connect, where the
// token is kept, what happens when the page is hidden), share, settings, trick.
//
// client/main makes a Game and runs it; nobody else uses the package. It must hold no rule of the game: what it knows of
// the match it reads from the View.
package scene
