//go:build !js

package scene

// trickShelf keeps what a page keeps in its browser, for as long as the program runs.
type trickShelf struct {
	token string
	kept  map[string]string
}

// shots are those of the try of a day that counts, as far as it has come; keep keeps them.
func (t *trickShelf) shots(date string) string { return t.kept[date] }

func (t *trickShelf) keep(date, shots string) {
	if t.kept == nil {
		t.kept = map[string]string{}
	}
	t.kept[date] = shots
}

// device is a token that stands for this run of the program.
func (t *trickShelf) device() string {
	if t.token == "" {
		t.token = newToken()
	}
	return t.token
}
