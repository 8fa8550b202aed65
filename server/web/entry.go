package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/andybalholm/brotli"
)

// An entry is one finished build, in a folder of its own (or, in a release,
// inside the program):
//
//	client.wasm.br  client.wasm.gz  wasm_exec.js  entry.json
//
// The program itself is kept only compressed: it is unpacked from gzip for the
// rare client that takes neither encoding.
type entry struct {
	manifest
	br, gz, exec []byte
}

// manifest is entry.json. Its checksums tell a whole entry from one that a
// power cut left half written.
type manifest struct {
	WasmBytes int64             `json:"wasm_bytes"`
	WasmHash  string            `json:"wasm_sha256"`
	Files     map[string]string `json:"files_sha256"`
}

const (
	fileBr       = "client.wasm.br"
	fileGz       = "client.wasm.gz"
	fileExec     = "wasm_exec.js"
	fileManifest = "entry.json"
)

const (
	qualityCache   = 5  // half a second
	qualityRelease = 11 // half a minute, a fifth smaller
	// windowBits lets brotli look back over the whole program; every browser
	// accepts up to 24.
	windowBits = 24
)

// pack writes an entry for the program wasm into dir.
func pack(ctx context.Context, dir, wasm, wasmExec string, quality int, report func(share float64)) error {
	in, err := os.Open(wasm)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}

	var br, gz bytes.Buffer
	brw := brotli.NewWriterOptions(&br, brotli.WriterOptions{Quality: quality, LGWin: windowBits})
	gzw := gzip.NewWriter(&gz)
	sum := sha256.New()
	watched := &watchedReader{ctx: ctx, r: in, total: info.Size(), report: report}
	size, err := io.Copy(io.MultiWriter(brw, gzw, sum), watched)
	if err := errors.Join(err, brw.Close(), gzw.Close()); err != nil {
		return fmt.Errorf("compress the client: %w", err)
	}
	exec, err := os.ReadFile(wasmExec)
	if err != nil {
		return fmt.Errorf("copy the toolchain's wasm_exec.js: %w", err)
	}

	m := manifest{WasmBytes: size, WasmHash: hex.EncodeToString(sum.Sum(nil)), Files: map[string]string{}}
	for name, data := range map[string][]byte{fileBr: br.Bytes(), fileGz: gz.Bytes(), fileExec: exec} {
		m.Files[name] = hashHex(data)
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, fileManifest), text, 0o644)
}

// loadEntry reads an entry whole: another server may clean the folder up while
// this one still serves from it.
func loadEntry(folder fs.FS) (*entry, error) {
	text, err := fs.ReadFile(folder, fileManifest)
	if err != nil {
		return nil, err
	}
	e := &entry{}
	if err := json.Unmarshal(text, &e.manifest); err != nil {
		return nil, fmt.Errorf("read %s: %w", fileManifest, err)
	}
	if len(e.WasmHash) != 2*sha256.Size || e.WasmBytes <= 0 {
		return nil, fmt.Errorf("read %s: it names no program", fileManifest)
	}
	for name, into := range map[string]*[]byte{fileBr: &e.br, fileGz: &e.gz, fileExec: &e.exec} {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		if hashHex(data) != e.Files[name] {
			return nil, fmt.Errorf("%s is not what was written", name)
		}
		*into = data
	}
	return e, nil
}

func hashHex(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// watchedReader reports how far reading has come and ends it with its context:
// the best compression takes half a minute, which is too long to wait for.
type watchedReader struct {
	ctx         context.Context
	r           io.Reader
	done, total int64
	report      func(share float64)
}

func (w *watchedReader) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.r.Read(p)
	w.done += int64(n)
	if w.total > 0 {
		w.report(float64(w.done) / float64(w.total))
	}
	return n, err
}
