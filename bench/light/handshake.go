package light

import (
	"bufio"
	"bytes"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// What can be wrong with the answer to a handshake.
var (
	ErrRefused   = errors.New("light: the server refused the connection")
	ErrHandshake = errors.New("light: the server's handshake is wrong")
)

// maxAnswer is the longest answer that is waited for.
const maxAnswer = 8 << 10

// keyBytes is the length of a Sec-WebSocket-Key as it is sent.
const keyBytes = 24

// keyOf is a bot's Sec-WebSocket-Key: 16 bytes in base 64. It need not be secret, only different from bot to bot.
func keyOf(seed uint64, bot int) (key [keyBytes]byte) {
	var raw [16]byte
	binary.BigEndian.PutUint64(raw[:], seed)
	binary.BigEndian.PutUint64(raw[8:], uint64(bot))
	base64.StdEncoding.Encode(key[:], raw[:])
	return key
}

// appendRequest appends the handshake's request.
func appendRequest(dst []byte, to *target, key [keyBytes]byte) []byte {
	return fmt.Appendf(dst, "GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n", to.path, to.host, key[:])
}

// Accept is the Sec-WebSocket-Accept that belongs to a key.
func Accept(key string) string {
	sum := sha1.Sum([]byte(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// readAnswer reads what has come of the answer. It gives the length of the whole answer, or 0 while some of it lacks.
func readAnswer(b []byte, key [keyBytes]byte) (size int, err error) {
	head := bytes.Index(b, []byte("\r\n\r\n"))
	if head < 0 {
		if len(b) > maxAnswer {
			return 0, fmt.Errorf("%w: no end of it in %d bytes", ErrHandshake, len(b))
		}
		return 0, nil
	}
	size = head + 4
	// The request says that nobody waits for the body of a refusal.
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(b)), nil)
	if err != nil {
		return 0, fmt.Errorf("%w: %w", ErrHandshake, err)
	}
	defer func() { _ = answer.Body.Close() }()
	switch {
	case answer.StatusCode != http.StatusSwitchingProtocols:
		reason, _ := io.ReadAll(io.LimitReader(answer.Body, 200)) // as much of it as has come
		return 0, fmt.Errorf("%w: %s: %s", ErrRefused, answer.Status, strings.TrimSpace(string(reason)))
	case !strings.EqualFold(answer.Header.Get("Upgrade"), "websocket"):
		return 0, fmt.Errorf("%w: Upgrade is %q", ErrHandshake, answer.Header.Get("Upgrade"))
	case answer.Header.Get("Sec-WebSocket-Accept") != Accept(string(key[:])):
		return 0, fmt.Errorf("%w: Sec-WebSocket-Accept is %q", ErrHandshake, answer.Header.Get("Sec-WebSocket-Accept"))
	case answer.Header.Get("Sec-WebSocket-Extensions") != "" || answer.Header.Get("Sec-WebSocket-Protocol") != "":
		return 0, fmt.Errorf("%w: it chose an extension or a protocol that nobody offered", ErrHandshake)
	}
	return size, nil
}
