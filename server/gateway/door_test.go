package gateway

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"bankshot/game/wire"
)

func TestForeignPagesAreRefusedAtTheHandshake(t *testing.T) {
	l := goLive(t, setup{config: Config{Origins: []string{"https://play.example"}}})
	for origin, want := range map[string]int{
		"http://game.test":          101, // the request's Host
		"https://play.example":      101,
		"https://evil.example":      403,
		"https://play.example.evil": 403,
		"null":                      403,
	} {
		res, c := l.ask(QuickCode, "Origin: "+origin)
		if res.StatusCode != want {
			t.Errorf("a page from %s: %s, want %d", origin, res.Status, want)
		}
		c.conn.Close()
	}
}

func TestAnAddressHasOnlySoManyConnections(t *testing.T) {
	l := goLive(t, setup{config: Config{Trusted: prefixes("127.0.0.0/8"), PerAddress: 2, MaxSockets: 4}})
	from := func(addr string) (*http.Response, *client) { return l.ask(QuickCode, "X-Forwarded-For: "+addr) }
	enter := func(addr string) *client {
		t.Helper()
		res, c := from(addr)
		if res.StatusCode != 101 {
			t.Fatalf("%s from %s", res.Status, addr)
		}
		return c
	}
	refuse := func(addr string, status int) {
		t.Helper()
		res, _ := from(addr)
		if res.StatusCode != status || res.Header.Get("Retry-After") == "" {
			t.Fatalf("%s from %s, want %d and when to come back", res.Status, addr, status)
		}
	}
	first := enter("203.0.113.5")
	enter("203.0.113.5")
	refuse("203.0.113.5", 429)
	refuse("203.0.113.99, 203.0.113.5", 429) // what a client adds on the left changes nothing
	enter("203.0.113.6")
	enter("2001:db8::1")
	refuse("203.0.113.7", 503) // four are all there may be

	first.conn.Close()
	waitFor(t, "the first one is gone", func() bool { _, n := l.gate.traffic(); return n == 3 })
	// Its place at the door is free a moment after its connection is out of the books.
	waitFor(t, "a place at the door", func() bool {
		res, c := from("203.0.113.5")
		if res.StatusCode != 101 {
			c.conn.Close()
		}
		return res.StatusCode == 101
	})
}

func TestAnAddressThatOpensRoomAfterRoomIsSentToAnother(t *testing.T) {
	l := goLive(t, setup{config: Config{Trusted: prefixes("127.0.0.0/8")}})
	hello := func(code, from string) *client {
		t.Helper()
		res, c := l.ask(code, "X-Forwarded-For: "+from)
		if res.StatusCode != 101 {
			t.Fatal(res.Status)
		}
		c.send(hello(wire.Token{}))
		return c
	}
	const syllables = "BABEBIBOBUDADEDIDODUFAFEFIFOFU"
	for i := range roomBurst {
		hello(syllables[2*(i%15):2*(i%15)+2]+syllables[2*(i/15):2*(i/15)+2]+"BA", "203.0.113.5").want(wire.KindWelcome)
	}
	if bye, _ := hello("ZUZUZU", "203.0.113.5").ending(); bye.Code != wire.ByeFull || bye.Reason == "" {
		t.Errorf("one room more: %+v", bye)
	}
	hello("BABABA", "203.0.113.5").want(wire.KindWelcome) // a room that is there
	hello("ZUZUZU", "203.0.113.6").want(wire.KindWelcome) // somebody else
}

func TestAnAddressHasOnlySoManyRoomsMadeWhereAnyWillDo(t *testing.T) {
	const most = 2
	l := goLive(t, setup{config: Config{Trusted: prefixes("127.0.0.0/8"), PerAddress: roomShare * most}})
	quick := func(from string) *client {
		t.Helper()
		res, c := l.ask(QuickCode, "X-Forwarded-For: "+from)
		if res.StatusCode != http.StatusSwitchingProtocols {
			t.Fatal(res.Status)
		}
		c.send(hello(wire.Token{}))
		return c
	}
	for range most {
		var w wire.Welcome
		if err := w.Decode(quick("203.0.113.5").want(wire.KindWelcome)); err != nil {
			t.Fatal(err)
		}
		for range (&stage{}).Rates().Players - 1 { // so that the next needs another room
			l.dial(w.Room).join(wire.Token{})
		}
	}
	if bye, _ := quick("203.0.113.5").ending(); bye.Code != wire.ByeFull || bye.Reason != errTooMany.Error() {
		t.Errorf("one room more: %+v", bye)
	}
	quick("203.0.113.6").want(wire.KindWelcome) // somebody else
	quick("203.0.113.5").want(wire.KindWelcome) // a room that is there
}

func TestAnAddressTakesOnlySoManySeatsHoweverOftenItDrops(t *testing.T) {
	l := goLive(t, setup{config: Config{Trusted: prefixes("127.0.0.0/8")}})
	come := func(from string, token wire.Token) *client {
		t.Helper()
		res, c := l.ask("BABABA", "X-Forwarded-For: "+from)
		if res.StatusCode != http.StatusSwitchingProtocols {
			t.Fatal(res.Status)
		}
		c.send(hello(token))
		return c
	}
	greeted := func(c *client) (w wire.Welcome) {
		t.Helper()
		if err := w.Decode(c.want(wire.KindWelcome)); err != nil {
			t.Fatal(err)
		}
		return w
	}
	c := come("203.0.113.5", wire.Token{})
	first := greeted(c)
	var held wire.Full
	if err := held.Decode(c.want(wire.KindFull)); err != nil {
		t.Fatal(err)
	}
	c.send(wire.AppendInput(nil, &wire.Input{First: held.Tick + 1, Echo: held.Tick})) // so that its seat is kept
	c.conn.Close()
	for l.gate.door.maySit(netip.MustParseAddr("203.0.113.5"), time.Now()) { // others from there come and drop
	}
	if bye, _ := come("203.0.113.5", wire.Token{}).ending(); bye.Code != wire.ByeFull || bye.Reason != errManySeats.Error() {
		t.Errorf("one seat more: %+v", bye)
	}
	greeted(come("203.0.113.6", wire.Token{})) // somebody else
	if back := greeted(come("203.0.113.5", first.Token)); !back.Resumed || back.Seat != first.Seat {
		t.Errorf("who has a seat came back as %+v", back)
	}
}

func TestAnOrdinaryRequestIsToldWhatTheAddressSpeaks(t *testing.T) {
	l := goLive(t, setup{})
	w := httptest.NewRecorder()
	l.gate.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/ws/room/quick", nil))
	if w.Code != http.StatusUpgradeRequired || !strings.Contains(w.Body.String(), "WebSocket") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestWhoAsksForAModeGetsARoomOfIt(t *testing.T) {
	l := goLive(t, setup{config: Config{Modes: []string{"hill", "duel"}}})
	usual := l.dial(QuickCode).join(wire.Token{}).Room
	duel := l.dial(QuickCode + "?mode=duel").join(wire.Token{}).Room
	hill := l.dial(QuickCode + "?mode=hill").join(wire.Token{}).Room
	if usual == duel || usual == hill || duel == hill {
		t.Errorf("rooms %s, %s and %s", usual, duel, hill)
	}
	if again := l.dial(QuickCode + "?mode=duel").join(wire.Token{}).Room; again != duel {
		t.Errorf("two who want a duel are in %s and %s", duel, again)
	}
	if named := l.dial(duel + "?mode=hill").join(wire.Token{}).Room; named != duel {
		t.Errorf("the code %s leads to %s", duel, named)
	}
	for _, i := range l.rooms.List() {
		if want := map[string]string{usual: "", duel: "duel", hill: "hill"}[i.Code]; i.Kind != want {
			t.Errorf("room %s is of kind %q, want %q", i.Code, i.Kind, want)
		}
	}
}

func TestAModeThatThereIsNotIsRefusedWithThoseThereAre(t *testing.T) {
	l := goLive(t, setup{config: Config{Modes: []string{"hill", "duel"}}})
	answer, _ := l.ask(QuickCode + "?mode=chess")
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusBadRequest || !strings.Contains(string(body), `"chess"`) || !strings.Contains(string(body), "hill, duel") {
		t.Errorf("%d %s, %v", answer.StatusCode, body, err)
	}
}

func TestADrainingServerSaysSoAndLetsNobodyIn(t *testing.T) {
	l := goLive(t, setup{})
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		l.gate.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		return w
	}
	inside := l.dial(QuickCode)
	if w := get("/readyz"); w.Code != 200 {
		t.Errorf("/readyz: %d", w.Code)
	}
	l.gate.Drain()
	if w := get("/readyz"); w.Code != 503 {
		t.Errorf("/readyz: %d while draining", w.Code)
	}
	var health Health
	if err := json.Unmarshal(get("/healthz").Body.Bytes(), &health); err != nil || health.Status != "draining" || health.Version == "" {
		t.Errorf("%+v %v", health, err)
	}
	if res, _ := l.ask(QuickCode); res.StatusCode != 503 || res.Header.Get("Retry-After") == "" {
		t.Errorf("somebody new: %s", res.Status)
	}
	inside.join(wire.Token{}) // who was in before goes on
}

func TestRoomsAndMetricsTellWhatIsGoingOn(t *testing.T) {
	l := goLive(t, setup{})
	code := l.dial(QuickCode).join(wire.Token{}).Room
	by := l.bystander(code)
	by.isWell()

	var list RoomList
	w := httptest.NewRecorder()
	l.gate.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/api/v1/rooms", nil))
	if err := json.Unmarshal(w.Body.Bytes(), &list); err != nil || len(list.Rooms) != 1 {
		t.Fatalf("%s: %v", w.Body, err)
	}
	if r := list.Rooms[0]; r.Code != code || r.People != 2 || r.Places != 8 || r.Seats != 12 || r.Asleep {
		t.Errorf("%+v", r)
	}

	w = httptest.NewRecorder()
	l.gate.Admin().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
	for _, line := range []string{"bankshot_connections 2", "bankshot_players 2", "bankshot_rooms 1", "bankshot_joins_total 2", "bankshot_desyncs_total 0"} {
		if !strings.Contains(w.Body.String(), "\n"+line+"\n") {
			t.Errorf("the metrics lack the line %q", line)
		}
	}
}
