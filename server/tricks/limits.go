package tricks

const (
	// maxBody is the longest try that is read.
	maxBody = 4 << 10
	// maxEntries is how many tries of a day are kept: the best.
	maxEntries = 1000
	// topEntries is how many of them are told.
	topEntries = 20
	// maxBooks is how many days' books are in memory.
	maxBooks = 32
	// minDevice and maxDevice bound a device's token, in bytes.
	minDevice = 8
	maxDevice = 64
	// maxFile is the longest book that is read back: maxEntries of the longest names.
	maxFile = 1 << 20
)
