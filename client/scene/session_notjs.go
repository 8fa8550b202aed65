//go:build !js

package scene

// serverAdvice follows the address of a server that does not answer.
const serverAdvice = " · go run ./server starts one, -server names another"

// session is what differs between a page and a desktop: here there is nothing to hide, and nothing outlives the program.
type session struct{}

func newSession(Config) *session { return &session{} }

// load gives what save kept before a reload: there are none.
func (*session) load() saved { return saved{} }
func (*session) save(saved)  {}
func (*session) forget()     {}

// ready tells the page that the first frame stands.
func (*session) ready() {}

// reload fetches the program anew; it says false where that can't be done.
func (*session) reload() bool { return false }

// moved tells the address bar where the player is: a desktop has none.
func (*session) moved(string) {}

// watch would tell that the game can't be seen, and that it can again. A desktop window goes on drawing.
func (*session) watch(hide, back func()) {}

// letGo would have the engine forget what is pressed: here the system tells it.
func (*session) letGo() {}

// offer lets the page ask for the state as JSON.
func (*session) offer(func() []byte) {}

// outdated is what to do about a program that is older or newer than the server.
const outdated = "This client and the server are of different versions: update it (git pull) and start it again."

// canQuit says that the program can be left.
const canQuit = true
