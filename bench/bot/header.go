package bot

// HeaderDown is how many bytes the WebSocket header of a frame from the server has.
func HeaderDown(payload int) int {
	switch {
	case payload < 126:
		return 2
	case payload < 1<<16:
		return 4
	default:
		return 10
	}
}

// HeaderUp is the same for a frame of a client, which carries a mask.
func HeaderUp(payload int) int { return HeaderDown(payload) + 4 }
