package game

// health gives back half a life.
var health = Supply{Name: "health", Health: 50}
