package scene

import "bankshot/game/wire"

// Config is what the program was started with.
type Config struct {
	// Server is the address of the server, http://host. Room is a room's code, empty for any. Name is what the player
	// wants to be called, empty for one made by the server.
	Server, Room, Name string
	// Trick opens the trick shot of that date, or of today; Range opens the range; Replay plays a recording, by its name on
	// the server, its address or its file.
	Trick  string
	Range  bool
	Replay string
	// Debug offers bankshot.state() to the page.
	Debug bool
}

// saved is what gets a player back into their ship after a page was loaded anew.
type saved struct {
	Room  string
	Token wire.Token
}
