package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// asset is a file that is served from memory in up to three encodings. Only the
// WASM program has no plain form in memory.
type asset struct {
	url         string
	contentType string
	hash        string // of the plain bytes; part of the ETag
	immutable   bool   // its name changes whenever its bytes do
	size        int64  // of the plain bytes
	plain       []byte
	br, gz      []byte
}

const hashLength = 16

// assetWriteLimit bounds one download. It replaces the server's own write
// deadline, which is right for small answers and would cut the program off on a
// slow line.
const assetWriteLimit = 10 * time.Minute

// newAsset compresses data; hashed assets get their hash into their name.
func newAsset(name, contentType string, data []byte, hashed bool) *asset {
	a := &asset{url: name, contentType: contentType, hash: hashHex(data)[:hashLength], size: int64(len(data)), plain: data}
	if hashed {
		ext := path.Ext(name)
		a.url = strings.TrimSuffix(name, ext) + "-" + a.hash + ext
		a.immutable = true
	}
	if contentType == contentTypes[".png"] {
		return a // is compressed
	}
	var br, gz bytes.Buffer
	for _, w := range []io.WriteCloser{brotli.NewWriter(&br), gzip.NewWriter(&gz)} {
		_, _ = w.Write(data) // a bytes.Buffer takes everything
		_ = w.Close()
	}
	a.br, a.gz = br.Bytes(), gz.Bytes()
	return a
}

func wasmAsset(e *entry) *asset {
	hash := e.WasmHash[:hashLength]
	return &asset{
		url: "/web/bankshot-" + hash + ".wasm", contentType: "application/wasm", hash: hash,
		immutable: true, size: e.WasmBytes, br: e.br, gz: e.gz,
	}
}

func (a *asset) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	encoding := negotiate(r.Header.Get("Accept-Encoding"), a.br != nil, a.gz != nil)
	body := map[string][]byte{"br": a.br, "gzip": a.gz, "": a.plain}[encoding]

	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Add("Vary", "Accept-Encoding")
	tag := strconv.Quote(strings.TrimSuffix(a.hash+"-"+encoding, "-"))
	h.Set("ETag", tag)
	if a.immutable {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	if matches(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	size := int64(len(body))
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	} else {
		size = a.size
	}
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	if r.Method == http.MethodHead {
		return
	}
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(assetWriteLimit)) // not every writer has one
	if body != nil {
		_, _ = w.Write(body) // the client may leave at any time
		return
	}
	if plain, err := gzip.NewReader(bytes.NewReader(a.gz)); err == nil {
		_, _ = io.Copy(w, plain)
	}
}

// matches understands the list form of If-None-Match and the weak mark that
// proxies add.
func matches(header, tag string) bool {
	for item := range strings.SplitSeq(header, ",") {
		item = strings.TrimSpace(item)
		if item == "*" || strings.TrimPrefix(item, "W/") == tag {
			return true
		}
	}
	return false
}
