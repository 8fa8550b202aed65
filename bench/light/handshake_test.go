package light

import (
	"bytes"
	"errors"
	"testing"
)

func TestTheKeyAndItsAnswerAreThoseOfTheStandard(t *testing.T) {
	// RFC 6455, section 1.3.
	if got := Accept("dGhlIHNhbXBsZSBub25jZQ=="); got != "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" {
		t.Error(got)
	}
	if a, b := keyOf(1, 1), keyOf(1, 2); a == b {
		t.Error("two bots have one key")
	}
}

func answerTo(key [keyBytes]byte) []byte {
	return []byte("HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
		Accept(string(key[:])) + "\r\n\r\n")
}

func TestAnAnswerIsWaitedForUntilItIsWhole(t *testing.T) {
	key := keyOf(3, 4)
	answer := answerTo(key)
	for n := range answer {
		if size, err := readAnswer(answer[:n], key); size != 0 || err != nil {
			t.Fatalf("after %d bytes: %d, %v", n, size, err)
		}
	}
	if size, err := readAnswer(append(answer, "and a frame"...), key); size != len(answer) || err != nil {
		t.Errorf("%d, %v", size, err)
	}
	if _, err := readAnswer(bytes.Repeat([]byte("x"), maxAnswer+1), key); !errors.Is(err, ErrHandshake) {
		t.Errorf("an answer without an end: %v", err)
	}
}

func FuzzAnswer(f *testing.F) {
	key := keyOf(1, 1)
	f.Add(answerTo(key))
	f.Add([]byte("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 4\r\n\r\nfull"))
	f.Fuzz(func(t *testing.T, b []byte) {
		size, err := readAnswer(b, key)
		if size < 0 || size > len(b) || err != nil && size != 0 {
			t.Fatalf("%d of %d bytes, %v", size, len(b), err)
		}
		if err != nil && !errors.Is(err, ErrHandshake) && !errors.Is(err, ErrRefused) {
			t.Fatal(err)
		}
	})
}
