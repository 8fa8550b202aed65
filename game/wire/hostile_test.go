package wire

import (
	"bytes"
	"errors"
	"runtime"
	"strings"
	"testing"
)

// attack is a frame made to hurt, and the error that answers it.
type attack struct {
	name  string
	frame []byte
	want  error
}

func hostile() []attack {
	rep := func(s string, n int) []byte { return []byte(strings.Repeat(s, n)) }
	return []attack{
		{"nothing", nil, ErrEmpty},
		{"an array of 4G", []byte("\xdd\xff\xff\xff\xff\x01"), ErrTruncated},
		{"an array of 4G in an array", []byte("\x92\x01\xdd\xff\xff\xff\xff\x01\x01"), ErrTruncated},
		{"a map of 16M", []byte("\x92\x01\xdf\x01\x00\x00\x00\x01\x01"), ErrMap},
		{"an array of 16M", []byte("\xdd\x01\x00\x00\x00\x01\x01\x01"), ErrTruncated},
		{"nested maps", append([]byte{0x92, 1}, rep("\xde\xff\xff", 1300)...), ErrMap},
		{"nested arrays", rep("\x91", 4<<20), ErrFrameSize},
		{"nested arrays that fit a frame", append([]byte{0x92, 1}, rep("\x91", 4<<10)...), ErrDepth},
		{"nested arrays in place of a number", rep("\x91", 4<<10), ErrNumber},
		{"one level too deep", []byte("\x92\x01\x91\x91\x91\x91\x91\x91\x91\x91\x01"), ErrDepth},
		{"a wide array of little", append([]byte{0xdc, 0x10, 0x00}, rep("\x01", 4096)...), ErrElements},
		{"a bin of 4G", []byte("\x92\x01\xc6\xff\xff\xff\xff\x01\x01"), ErrTruncated},
		{"a string of 4G", []byte("\x92\x01\xdb\xff\xff\xff\xff\x01\x01"), ErrTruncated},
		{"a string cut off in its length", []byte("\x92\x01\xdb\xff\xff"), ErrTruncated},
		{"a number cut off", []byte("\x92\x01\xcf\x01"), ErrTruncated},
		{"an array without end", []byte("\x93\x01\x01"), ErrTruncated},
		{"an ext of 4G", []byte("\x92\x01\xc9\xff\xff\xff\xff\x01\x01"), ErrExt},
		{"a timestamp", []byte("\x92\x01\xd6\xff\x00\x00\x00\x00"), ErrExt},
		{"the byte that is never used", []byte("\x92\x01\xc1"), ErrReserved},
		{"too many messages", rep("\x92\x06\x01", MaxArrays+1), ErrArrays},
		{"an array of nothing", []byte("\x90"), ErrNumber},
		{"a string for a number", []byte("\x92\xa1x\x01"), ErrNumber},
		{"a number that is too large", []byte("\x92\xcd\x00\x06\x01"), ErrNumber},
		{"trailing bytes", []byte("\x92\x06\x01\x00"), ErrNotArray},
		{"text", []byte("GET / HTTP/1.1\r\n\r\n"), ErrNotArray},
	}
}

func TestHostileFramesAreNamedAndRefused(t *testing.T) {
	for _, h := range hostile() {
		t.Run(h.name, func(t *testing.T) {
			err := walked(h.frame, FromClient())
			if !errors.Is(err, h.want) {
				t.Fatalf("%v, not %v", err, h.want)
			}
			if e := (*Error)(nil); !errors.As(err, &e) || e.Offset > len(h.frame) {
				t.Errorf("no place in it: %v", err)
			}
		})
	}
}

func TestNoFrameMakesUsAllocateMoreThan64KiB(t *testing.T) {
	frames := hostile()
	large := AppendBlob(nil, &Blob{Data: make([]byte, MaxBlob)})
	frames = append(frames,
		attack{name: "the largest blob", frame: large},
		attack{name: "the longest name", frame: AppendHello(nil, &Hello{Name: strings.Repeat("x", MaxName)})},
		attack{name: "a name of 8000 bytes", frame: bytes.Join([][]byte{
			{0x93, byte(KindPresence), 1, 0xda, 0x1f, 0x40}, make([]byte, 8000),
		}, nil)})
	for _, h := range frames {
		t.Run(h.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			decodeAll(h.frame)
			runtime.ReadMemStats(&after)
			// Other goroutines of the test program may allocate meanwhile, but little.
			if n := after.TotalAlloc - before.TotalAlloc; n > 64<<10 {
				t.Errorf("%d bytes", n)
			}
		})
	}
}

// decodeAll does with a frame whatever a program could, whichever side sent it.
func decodeAll(frame []byte) {
	var all Messages
	if all.Open(frame, FromServer()) != nil {
		return
	}
	for {
		kind, a, ok := all.Next()
		if !ok {
			return
		}
		switch kind {
		case KindHello:
			_ = new(Hello).Decode(a)
		case KindInput:
			_ = new(Input).Decode(a)
		case KindCommand:
			_ = new(Command).Decode(a)
		case KindPresence:
			_ = new(SetPresence).Decode(a)
		case KindKeyframe:
			_ = new(Keyframe).Decode(a)
		case KindPing:
			_ = new(Ping).Decode(a)
		case KindWelcome:
			_ = new(Welcome).Decode(a)
		case KindBlob:
			_ = new(Blob).Decode(a)
		case KindFull:
			_ = new(Full).Decode(a)
		case KindDelta:
			_ = new(Delta).Decode(a)
		case KindEvent:
			_ = new(Event).Decode(a)
		case KindRebase:
			_ = new(Rebase).Decode(a)
		case KindPong:
			_ = new(Pong).Decode(a)
		case KindBye:
			_ = new(Bye).Decode(a)
		case KindReply:
			_ = new(Reply).Decode(a)
		}
	}
}
