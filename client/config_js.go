package main

import "bankshot/client/scene"

// configure asks the page: it knows where it came from and which room it was opened for.
func configure([]string) (scene.Config, error) { return scene.PageConfig(), nil }
