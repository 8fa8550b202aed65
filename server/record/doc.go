// Package record keeps what rooms play as files of package replay, so that a match can be looked at again: for fun, and
// above all when something went wrong.
//
//	room's goroutine                          one goroutine (writer.go)              FOLDER/2026-01-31/
//	----------------                          -------------------------              ------------------
//	Recording.Snapshot: copies the body       appends a stretch to its file   --->   BAKOTI-1.bsrp.part
//	  a stretch is full: hands it on --queue--> renames a file that is done   --->   BAKOTI-1.bsrp
//	Recording.Desync, Close(crash) ----------> writes the last half minute    --->   BAKOTI-desync-5120.bsrp
//	                                           and logs where it lies                BAKOTI-panic-5120.bsrp
//	                                          every few minutes: removes the oldest (retention.go)
//
// Store is the folder and its goroutine, Recording one room's recorder (room.Recorder). Each recording that the room begins
// is a file of its own: a match begins one with every round. The days are UTC's. A name that is taken gets a number behind it:
// a code comes back when its room has closed.
//
// # What it costs, and what it never costs
//
// A room pays for a copy of each body and, every two seconds, for a checksum and a place in the queue; no tick waits and
// nothing is allocated in a steady one. A disk that is slow or full loses recordings: when the queue is full or a write
// fails, that recording ends where it is, which is counted, and logged once in a while. What is on disk up to there plays, and
// so does what a process that was killed leaves behind (.part): the last stretch may be torn, and is seen to be.
//
// # What stays, and for how long
//
// Files older than MaxAge go, and the oldest ones while there are more than MaxBytes or MaxFiles of them. The folder belongs
// to the store; whatever in it does not look like a recording is left alone. No file is longer than MaxFile: a world that goes on
// for ever is kept in several.
//
// # Who may see it
//
// Find opens a recording for whoever has its link, by a name that is checked before any path is made of it. It tells what
// everybody in that room saw, and the names they went by. What was saved because something failed is not to be had that way,
// and on this machine only the server's own user may read the files.
//
// A client can claim at any time that it holds another state, so what that saves is bounded: once a minute and room, and
// maxDesyncs times a day in all.
//
// The last half minute lies in memory as the very blocks that went to disk, and is copied when it is to be saved: the world that
// failed is asked for nothing but the entries it had decided last, and if that fails too, is done without.
//
// The package must not know any game's rules: bodies and states are bytes to it.
package record
