package snap

// The contexts of what cells tell beside inputs; they follow those of a match.
const (
	ctxNews     context = contexts        // is anything not as expected?
	ctxShipNews context = ctxNews + 1     // this ship? by whether it is expected inside (2)
	ctxShipGone context = ctxShipNews + 2 // gone, rather than changed?
	ctxShotNews context = ctxShipGone + 1 // this shot? by whether it is expected inside (2)
	ctxShotGone context = ctxShotNews + 2
	ctxShipIn   context = ctxShotGone + 1 // another ship that came in?
	ctxShotIn   context = ctxShipIn + 1
	ctxPickNews context = ctxShotIn + 1 // this pick-up?
	ctxPaneNews context = ctxPickNews + 1
	ctxKill     context = ctxPaneNews + 1
	ctxCellHash context = ctxKill + 1
	// ctxGroup: does this group of a ship's fields differ? By group, for those that changed and for those that came in.
	ctxGroup context = ctxCellHash + 1

	// The contexts of a shot that came in.
	ctxShotMany context = ctxGroup + 2*groups // is it not the first of its volley?
	ctxShotKind context = ctxShotMany + 1     // another weapon than the basic one?
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
	57908, 64216, 65300, 44177, 64547, 65300, 63773, 58597, 34414, 64649, 65300, 65244, 64513,
	60630, 65300, 48072, 20602, 64947, 64947, 65300, 45325, 65300, 61415, // groups of those that changed
	300, 300, 23568, 36819, 60071, 62940, 65008, 50323, 32768, 300, // and of those that came in
	62922, 61024, 65251, 25843, 65194, 56150, 65300, 65024,
}

// expectCells adds what is expected of cells to what is of inputs.
func expectCells(m *[allContexts]uint16) { copy(m[contexts:], untouchedCell[:]) }
