package link

import (
	"testing"
	"time"
)

func TestTheFirstAttemptIsAtOnceTheOthersEverLater(t *testing.T) {
	var b backoff
	if w := b.next(0.9); w != 0 {
		t.Errorf("the first wait is %v", w)
	}
	before := time.Duration(0)
	for range 20 {
		w := b.next(0.5)
		if w < before || w > mostWait {
			t.Errorf("%v follows %v", w, before)
		}
		before = w
	}
	if before != mostWait {
		t.Errorf("the wait ends at %v", before)
	}
	b.reset()
	if b.next(0.5) != 0 || b.next(0.5) != firstWait {
		t.Error("a reset does not begin anew")
	}
}

func TestWaitsAreSpread(t *testing.T) {
	a, b := backoff{failed: 3}, backoff{failed: 3}
	if low, high := a.next(0), b.next(0.999); low*2 >= high {
		t.Errorf("%v and %v lie close", low, high)
	}
	if w := a.told(time.Second, 0.999); w < time.Second || w > 1250*time.Millisecond {
		t.Errorf("told to wait a second, it waits %v", w)
	}
}

func TestAServersAddressBecomesARooms(t *testing.T) {
	for _, c := range []struct{ server, room, want string }{
		{"http://localhost:8080", "quick", "ws://localhost:8080/ws/room/quick"},
		{"https://play.example/", "red-fox", "wss://play.example/ws/room/red-fox"},
		{"localhost:8080", "A1", "ws://localhost:8080/ws/room/A1"},
		{"ws://[::1]:80", "x", "ws://[::1]:80/ws/room/x"},
		{"localhost:8080", RoomOf("free-for-all"), "ws://localhost:8080/ws/room/quick?mode=free-for-all"},
		{"localhost:8080", RoomOf(""), "ws://localhost:8080/ws/room/quick"},
		{"ftp://host", "x", ""},
		{"http://", "x", ""},
		{"http://user@host", "x", ""},
		{"http://host", "", ""},
		{"http://host", "../admin", ""},
		{"http://host", "a b", ""},
		{"http://host", RoomOf("a&b"), ""},
		{"http://host", "quick?mode=", ""},
		{"http://host", "BAKOTI?mode=duel", ""},
	} {
		got, err := RoomURL(c.server, c.room)
		if got != c.want || (err != nil) != (c.want == "") {
			t.Errorf("%q, %q: %q, %v", c.server, c.room, got, err)
		}
	}
}
