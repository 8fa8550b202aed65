package snap

// The contexts of what cells tell beside inputs; they follow those of a match. Their probabilities stand in
// cell_probabilities.go; those of inputs are a match's.
const (
	ctxShipNews context = contexts        // is this ship not as expected?
	ctxShipGone context = ctxShipNews + 1 // gone, rather than changed?
	ctxShotNews context = ctxShipGone + 1 // this shot?
	ctxShotGone context = ctxShotNews + 1
	ctxShipIn   context = ctxShotGone + 1 // another ship that came in? in news, in entries (2)
	ctxShotIn   context = ctxShipIn + 2   // another shot? in news, in entries, in those without a ship (3)
	ctxPickNews context = ctxShotIn + 3   // this pick-up?
	ctxPaneNews context = ctxPickNews + 1
	ctxKill     context = ctxPaneNews + 1
	// ctxGroup: does this group of a ship's fields differ? By group, for those that changed and for those that came in.
	ctxGroup context = ctxKill + 1

	// The contexts of a shot that came in.
	ctxShotMany context = ctxGroup + 2*groups // is it not the first of its volley?
	ctxShotKind context = ctxShotMany + 1     // another weapon than the basic one?
	ctxShotTurn context = ctxShotKind + 1     // returned, or of another owner?
	ctxShotBank context = ctxShotTurn + 1     // has it banked?
	ctxShotFrom context = ctxShotBank + 1     // does its way from birth need words? by whether it banked (2)
	ctxShotVel  context = ctxShotFrom + 2     // is its velocity none that its weapon gives?
	ctxShotGate context = ctxShotVel + 1      // did it just come through a portal?

	// The contexts of what several of these are made of.
	ctxOld       context = ctxShotGate + 1  // is a shot 256 ticks old and more?
	ctxFar       context = ctxOld + 1       // is a place outside of what a cell's bits reach?
	ctxPilotSeat context = ctxFar + 1       // is a seat a pilot's?
	ctxHighSeat  context = ctxPilotSeat + 1 // is it a high one?
	ctxSince     context = ctxHighSeat + 1  // was it not long ago?
	ctxTeam      context = ctxSince + 1     // is somebody of a team?
	ctxSmall     context = ctxTeam + 1      // is a byte of a name a..z?

	allContexts = ctxSmall + 1
	cellOnly    = allContexts - contexts
)

// untouchedCells is what every block of a cell begins with.
var untouchedCells = func() (all [allContexts]uint16) {
	copy(all[:], untouched[:])
	copy(all[contexts:], untouchedCell[:])
	return all
}()
