package game

// energy fills the mirror.
var energy = Supply{Name: "energy", Energy: MaxEnergy}
