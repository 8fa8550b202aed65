package snap

// untouchedCell is what every block of a cell begins with beside the inputs' part of untouched: what `go test -run Probabilities
// -train` found to suit a recorded crowd that was told by cells. To change it is to change the protocol.
var untouchedCell = [cellOnly]uint16{
	62752, 44586, 63988, 63234, 55943, 59569, 36747, 26940, 32254, 64669, 65320, 65173,
	60638, 65305, 47248, 20343, 64960, 64960, 65305, 45625, 65305, 61507, 241, 241,
	24740, 41000, 61204, 63285, 65018, 53196, 33400, 241, 65143, 64867, 65376, 32235,
	65369, 61621, 65485, 65358, 65444, 65493, 55421, 65495, 54862, 65345, 14457,
}
