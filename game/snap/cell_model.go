package snap

// The contexts of what cells tell beside inputs; they follow those of a match.
const (
	ctxShipNews context = contexts        // is this ship not as expected?
	ctxShipGone context = ctxShipNews + 1 // gone, rather than changed?
	ctxShotNews context = ctxShipGone + 1 // this shot?
	ctxShotGone context = ctxShotNews + 1
	ctxShipIn   context = ctxShotGone + 1 // another ship that came in?
	ctxShotIn   context = ctxShipIn + 1
	ctxPickNews context = ctxShotIn + 1 // this pick-up?
	ctxPaneNews context = ctxPickNews + 1
	ctxKill     context = ctxPaneNews + 1
	// ctxGroup: does this group of a ship's fields differ? By group, for those that changed and for those that came in.
	ctxGroup context = ctxKill + 1

	// The contexts of a shot that came in.
	ctxShotMany context = ctxGroup + 2*groups // is it not the first of its volley?
	ctxShotKind context = ctxShotMany + 1     // another weapon than Pulse?
	ctxShotTurn context = ctxShotKind + 1     // returned, or of another owner?
	ctxShotBank context = ctxShotTurn + 1     // has it banked?
	ctxShotFrom context = ctxShotBank + 1     // does its way from birth need words? by whether it banked (2)
	ctxShotVel  context = ctxShotFrom + 2     // is its velocity none that its weapon gives?
	ctxShotGate context = ctxShotVel + 1      // did it just come through a portal?

	allContexts = ctxShotGate + 1
	cellOnly    = allContexts - contexts
)

// untouchedCell is what every cell begins with beside the inputs' part of untouched: how often each question was answered with
// no in recorded matches that were told by cells. To change it is to change the protocol.
var untouchedCell = [cellOnly]uint16{
	64216, 44177, 64547, 63773, 58597, 34414, 64649, 65300, 65244,
	60630, 65300, 48072, 20602, 64947, 64947, 65300, 45325, 65300, 61415, // groups of those that changed
	300, 300, 23568, 36819, 60071, 62940, 65008, 50323, 32768, 300, // and of those that came in
	62922, 61024, 65251, 25843, 65194, 56150, 65300, 65024,
}

// untouchedCells is what every block of a cell begins with.
var untouchedCells = func() (all [allContexts]uint16) {
	copy(all[:], untouched[:])
	copy(all[contexts:], untouchedCell[:])
	return all
}()
