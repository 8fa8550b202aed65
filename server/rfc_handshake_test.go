package main

import (
	"crypto/sha1"
	"encoding/base64"
	"io"
	"net/http"
	"strings"
	"testing"
)

const sampleKey = "dGhlIHNhbXBsZSBub25jZQ==" // section 1.3

// handshake is a request as it should be, to a room that there cannot be.
func handshake() string {
	return "GET /ws/room/not-a-room HTTP/1.1\r\nHost: game.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + sampleKey + "\r\n\r\n"
}

// with changes a line of the handshake: its header is replaced, or left out where there are no lines.
func with(header string, lines ...string) string {
	var out []string
	for line := range strings.SplitSeq(strings.TrimSuffix(handshake(), "\r\n\r\n"), "\r\n") {
		if strings.HasPrefix(line, header+":") || strings.HasPrefix(line, header+" /") {
			out = append(out, lines...)
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\r\n") + "\r\n\r\n"
}

// and adds lines.
func and(lines ...string) string {
	return strings.TrimSuffix(handshake(), "\r\n") + strings.Join(lines, "\r\n") + "\r\n\r\n"
}

// handshakeRow is a request and the status it must be answered with.
type handshakeRow struct {
	section, name, request string
	status                 int
	// header must be in the answer: "Name: value", or "Name:" for one that must not be there.
	header string
}

func goodHandshakes() []handshakeRow {
	return []handshakeRow{
		{"1.3", "the RFC's own key", handshake(), 101, "Sec-Websocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="},
		{"4.2.2", "another key", with("Sec-WebSocket-Key", "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="), 101, "Sec-Websocket-Accept: " + acceptKey("AAAAAAAAAAAAAAAAAAAAAA==")},
		{"4.2.2", "the answer says what it changed to", handshake(), 101, "Upgrade: websocket"},
		{"4.2.2", "the answer says that it changed", handshake(), 101, "Connection: Upgrade"},
		{"4.2.1", "header names in small letters", strings.Replace(handshake(), "Sec-WebSocket-Key", "sec-websocket-key", 1), 101, ""},
		{"4.2.1", "header names in capitals", strings.Replace(handshake(), "Sec-WebSocket-Version", "SEC-WEBSOCKET-VERSION", 1), 101, ""},
		{"4.2.1", "Upgrade: WebSocket", with("Upgrade", "Upgrade: WebSocket"), 101, ""},
		{"4.2.1", "Upgrade lists more", with("Upgrade", "Upgrade: h2c, websocket"), 101, ""},
		{"4.2.1", "Upgrade in two lines", with("Upgrade", "Upgrade: h2c", "Upgrade: websocket"), 101, ""},
		{"4.2.1", "Connection: UPGRADE", with("Connection", "Connection: UPGRADE"), 101, ""},
		{"4.2.1", "Connection lists more", with("Connection", "Connection: keep-alive, Upgrade"), 101, ""},
		{"4.2.1", "Connection lists more, without spaces", with("Connection", "Connection: keep-alive,upgrade"), 101, ""},
		{"4.2.1", "Connection in two lines", with("Connection", "Connection: keep-alive", "Connection: Upgrade"), 101, ""},
		{"4.2.1", "spaces around values", with("Upgrade", "Upgrade: \t websocket \t"), 101, ""},
		{"4.1", "headers that nobody knows", and("X-Anything: at all", "User-Agent: a test"), 101, ""},
		{"4.1", "an empty body", and("Content-Length: 0"), 101, ""},
		{"4.1", "a query", with("GET", "GET /ws/room/not-a-room?x=1&y=2 HTTP/1.1"), 101, ""},
		{"4.1", "a code with escapes", with("GET", "GET /ws/room/n%6ft%2Da%2Droom HTTP/1.1"), 101, ""},
		{"9.1", "an extension offered is declined", and("Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"), 101, "Sec-Websocket-Extensions:"},
		{"9.1", "many extensions offered are declined", and("Sec-WebSocket-Extensions: permessage-deflate, x-webkit-deflate-frame, foo; bar=1"), 101, "Sec-Websocket-Extensions:"},
		{"9.1", "nonsense for extensions is declined", and("Sec-WebSocket-Extensions: ;;,=,"), 101, "Sec-Websocket-Extensions:"},
		{"4.2.2", "a subprotocol offered is declined", and("Sec-WebSocket-Protocol: chat, superchat"), 101, "Sec-Websocket-Protocol:"},
		{"10.2", "the page's own origin", and("Origin: http://game.test"), 101, ""},
		{"10.2", "the page's own origin under TLS at a proxy", and("Origin: https://game.test"), 101, ""},
	}
}

func badHandshakes() []handshakeRow {
	key := func(k string) string { return with("Sec-WebSocket-Key", "Sec-WebSocket-Key: "+k) }
	version := func(v string) string { return with("Sec-WebSocket-Version", "Sec-WebSocket-Version: "+v) }
	get := func(line string) string { return with("GET", line) }
	return []handshakeRow{
		{"4.1", "HEAD", get("HEAD /ws/room/quick HTTP/1.1"), 405, "Allow: GET"},
		{"4.1", "POST", get("POST /ws/room/quick HTTP/1.1"), 405, "Allow: GET"},
		{"4.1", "OPTIONS", get("OPTIONS /ws/room/quick HTTP/1.1"), 405, "Allow: GET"},
		{"4.1", "CONNECT", get("CONNECT /ws/room/quick HTTP/1.1"), 405, ""},
		{"4.1", "HTTP/1.0", get("GET /ws/room/quick HTTP/1.0"), 400, ""},
		{"4.2.1", "no Upgrade", with("Upgrade"), 426, "Upgrade: websocket"},
		{"4.2.1", "an Upgrade to something else", with("Upgrade", "Upgrade: h2c"), 426, "Upgrade: websocket"},
		{"4.2.1", "an Upgrade to something longer", with("Upgrade", "Upgrade: websockets"), 426, ""},
		{"4.2.1", "an empty Upgrade", with("Upgrade", "Upgrade: "), 426, ""},
		{"4.2.1", "no Connection", with("Connection"), 400, ""},
		{"4.2.1", "a Connection that does not upgrade", with("Connection", "Connection: keep-alive"), 400, ""},
		{"4.2.1", "a Connection that only looks like it", with("Connection", "Connection: no-upgrade"), 400, ""},
		{"4.2.1", "no key", with("Sec-WebSocket-Key"), 400, ""},
		{"4.2.1", "an empty key", key(""), 400, ""},
		{"4.2.1", "a key of 15 bytes", key("AAAAAAAAAAAAAAAAAAAA"), 400, ""},
		{"4.2.1", "a key of 17 bytes", key("AAAAAAAAAAAAAAAAAAAAAAA="), 400, ""},
		{"4.2.1", "a key that is no base64", key("!!!!!!!!!!!!!!!!!!!!!!=="), 400, ""},
		{"4.2.1", "a key in the URL's base64", key("______________________=="), 400, ""},
		{"4.2.1", "two keys", with("Sec-WebSocket-Key", "Sec-WebSocket-Key: "+sampleKey, "Sec-WebSocket-Key: "+sampleKey), 400, ""},
		{"4.4", "no version", with("Sec-WebSocket-Version"), 426, "Sec-Websocket-Version: 13"},
		{"4.4", "version 8", version("8"), 426, "Sec-Websocket-Version: 13"},
		{"4.4", "version 14", version("14"), 426, "Sec-Websocket-Version: 13"},
		{"4.4", "version 013", version("013"), 426, "Sec-Websocket-Version: 13"},
		{"4.4", "two versions in a line", version("13, 8"), 426, "Sec-Websocket-Version: 13"},
		{"4.4", "two versions in two lines", with("Sec-WebSocket-Version", "Sec-WebSocket-Version: 8", "Sec-WebSocket-Version: 13"), 426, "Sec-Websocket-Version: 13"},
		{"10.2", "a foreign origin", and("Origin: https://evil.test"), 403, ""},
		{"10.2", "an origin that begins like ours", and("Origin: http://game.test.evil.test"), 403, ""},
		{"10.2", "our host at another port", and("Origin: http://game.test:81"), 403, ""},
		{"10.2", "the origin null", and("Origin: null"), 403, ""},
		{"10.2", "an empty origin", and("Origin: "), 403, ""},
		{"10.2", "two origins", and("Origin: http://game.test", "Origin: http://game.test"), 403, ""},
		{"4.2.1", "a body, which might be taken for frames", and("Content-Length: 4") + "\x89\x80\x00\x00", 400, ""},
		{"4.2.1", "a body in chunks", and("Transfer-Encoding: chunked") + "0\r\n\r\n", 400, ""},
		{"4.2.1", "a body in chunks with a length", and("Transfer-Encoding: chunked", "Content-Length: 5") + "0\r\n\r\n", 400, ""},
		{"4.2.1", "an address where nobody is", get("GET /ws/nowhere HTTP/1.1"), 404, ""},
		{"4.2.1", "a room below a room", get("GET /ws/room/a/b HTTP/1.1"), 404, ""},
	}
}

// brokenRequests are refused by net/http, some before they are whole; it closes at once, and who still writes may find the
// connection reset. They are sent in one write only.
func brokenRequests() []handshakeRow {
	get := func(line string) string { return with("GET", line) }
	return []handshakeRow{
		{"4.1", "HTTP/2.0 in the shape of HTTP/1.1", get("GET /ws/room/quick HTTP/2.0"), 505, ""},
		{"4.1", "the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400, ""},
		{"4.1", "no version of HTTP", get("GET /ws/room/quick"), 400, ""},
		{"4.2.1", "no Host", with("Host"), 400, ""},
		{"4.2.1", "two Hosts", with("Host", "Host: game.test", "Host: other.test"), 400, ""},
		{"4.2.1", "a body of two lengths", and("Content-Length: 4", "Content-Length: 5") + "12345", 400, ""},
		{"4.2.1", "a body of negative length", and("Content-Length: -1"), 400, ""},
		{"4.2.1", "a transfer that nobody knows", and("Transfer-Encoding: identity"), 501, ""},
		{"4.2.1", "a header without a colon", and("nonsense"), 400, ""},
		{"4.2.1", "a space before the colon", and("X-Y : z"), 400, ""},
		{"4.2.1", "a zero in a header", and("X-Y: a\x00b"), 400, ""},
		{"4.2.1", "a header of 32 KiB", and("X-Y: " + strings.Repeat("y", 32<<10)), 431, ""},
		{"4.2.1", "two thousand headers", and(strings.Repeat("X-Y: abcdefgh\r\n", 2000) + "X-Y: z"), 431, ""},
		{"4.2.1", "a path of 32 KiB", get("GET /ws/room/" + strings.Repeat("y", 32<<10) + " HTTP/1.1"), 431, ""},
	}
}

// acceptKey is section 4.2.2's: the key and a constant, hashed.
func acceptKey(key string) string {
	sum := sha1.Sum([]byte(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	return base64.StdEncoding.EncodeToString(sum[:])
}

func TestTheServerShakesHandsAsTheWebSocketProtocolSays(t *testing.T) {
	p := start(t, "-ships", "0")
	for _, chapter := range []struct {
		name string
		rows []handshakeRow
		ways []bool // sent in one write, byte by byte
	}{
		{"good", goodHandshakes(), []bool{false, true}},
		{"bad", badHandshakes(), []bool{false, true}},
		{"broken", brokenRequests(), []bool{false}},
	} {
		t.Run(chapter.name, func(t *testing.T) {
			for _, row := range chapter.rows {
				t.Run(row.section+" "+row.name, func(t *testing.T) {
					t.Parallel()
					for _, dribble := range chapter.ways {
						checkHandshake(t, p, row, dribble)
					}
				})
			}
		})
	}
}

func checkHandshake(t *testing.T, p *program, row handshakeRow, dribble bool) {
	t.Helper()
	c := rfcConnect(t, p)
	defer c.conn.Close()
	c.send([]byte(row.request), dribble)
	method, _, _ := strings.Cut(row.request, " ")
	res, err := http.ReadResponse(c.r, &http.Request{Method: method})
	if err != nil {
		t.Fatal(err)
	}
	if res.StatusCode != row.status {
		text, _ := io.ReadAll(res.Body)
		t.Fatalf("%s %q, want %d", res.Status, text, row.status)
	}
	if name, value, ok := strings.Cut(row.header, ":"); ok {
		if got := res.Header.Get(name); got != strings.TrimSpace(value) {
			t.Errorf("%s is %q, want %q", name, got, strings.TrimSpace(value))
		}
	}
	if row.status == http.StatusSwitchingProtocols {
		c.send(rfcFrame(fin|opBinary, helloMessage()), dribble)
		if err := c.check(heard()); err != nil {
			t.Error(err)
		}
		return
	}
	if row.status == http.StatusNotFound {
		return // an ordinary answer, on a connection that goes on
	}
	// What was meant for a WebSocket must never be read as another request.
	if _, err := io.Copy(io.Discard, res.Body); err != nil && method != http.MethodHead {
		t.Error(err)
	}
	if _, err := c.r.ReadByte(); err == nil {
		t.Error("the connection goes on after a handshake that failed")
	}
}

func TestAHandshakeMayFollowOtherRequestsAndBringFramesAlong(t *testing.T) {
	p := start(t, "-ships", "0")
	ask := "GET /healthz HTTP/1.1\r\nHost: game.test\r\n\r\n"
	for _, dribble := range []bool{false, true} {
		c := rfcConnect(t, p)
		c.send(concat([]byte(ask+ask+handshake()), rfcFrame(fin|opPing, "early"), rfcFrame(fin|opBinary, helloMessage())), dribble)
		for _, want := range []int{200, 200, 101} {
			res, err := http.ReadResponse(c.r, nil)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, res.Body); err != nil || res.StatusCode != want {
				t.Fatalf("%s %v, want %d", res.Status, err, want)
			}
		}
		if err := c.check(heard("early")); err != nil {
			t.Error(err)
		}
	}
}
