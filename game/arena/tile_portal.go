package arena

// portal is floor that leads to the other portal of its pair. Shots keep their speed and their banks.
var portal = TileRules{Name: "portal", Rune: 'O', Leads: true}
