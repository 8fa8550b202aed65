package main

const (
	// serverFiles is what a server keeps of its open files for others than players: for who only asks by HTTP, for recordings,
	// for its database, and for the second descriptor that a connection has while it shakes hands. It never keeps more than half.
	serverFiles = 6000
	// benchFiles is what bench needs beside one file for each light bot, a server with few files beside its half.
	benchFiles = 200
)

// filesFor is how many open files a process needs to have so many light bots on it, be it bench or the server.
func filesFor(players int) int { return players + serverFiles }

// openFor lets this process, and the server that it starts, open as many files as so many light bots need.
func openFor(players int) error {
	limit, err := mostFiles()
	if err != nil {
		return err
	}
	need := filesFor(players)
	if playersFor(limit) >= players {
		need = min(need, limit)
	}
	return raiseFiles(need)
}

// playersFor is how many light bots there can be where each process may have so many open files.
func playersFor(files int) int { return max(files-serverFiles, files/2-benchFiles, 0) }
