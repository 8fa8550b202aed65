package web

import (
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"path"
	"strings"

	page "bankshot/client/web"
)

// pageFiles is the page and everything it names, ready to be served.
type pageFiles struct {
	html   string // with statusMark where the status goes
	assets []*asset
}

// statusMark is where the page carries the status of the moment it was asked
// for: a ready client is then fetched one round trip sooner.
const statusMark = `data-status=""`

var contentTypes = map[string]string{
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".webmanifest": "application/manifest+json",
}

// newPageFiles gives scripts and styles hashed names and puts these into the
// page. Icons and the manifest keep names that browsers guess or remember.
func newPageFiles() (*pageFiles, error) {
	text, err := fs.ReadFile(page.Files, "index.html")
	if err != nil {
		return nil, err
	}
	p := &pageFiles{html: string(text)}
	if strings.Count(p.html, statusMark) != 1 {
		return nil, fmt.Errorf("index.html must have exactly one %s", statusMark)
	}
	all, err := fs.ReadDir(page.Files, ".")
	if err != nil {
		return nil, err
	}
	for _, item := range all {
		name, ext := item.Name(), path.Ext(item.Name())
		if name == "index.html" {
			continue
		}
		data, err := fs.ReadFile(page.Files, name)
		if err != nil {
			return nil, err
		}
		contentType, known := contentTypes[ext]
		if !known {
			return nil, fmt.Errorf("%s: no content type is known for it", name)
		}
		if ext != ".js" && ext != ".css" {
			p.assets = append(p.assets, newAsset("/"+name, contentType, data, false))
			continue
		}
		a := newAsset("/web/"+name, contentType, data, true)
		p.assets = append(p.assets, a)
		quoted := `"/web/` + name + `"`
		if !strings.Contains(p.html, quoted) {
			return nil, fmt.Errorf("index.html does not use %s", quoted)
		}
		p.html = strings.ReplaceAll(p.html, quoted, `"`+a.url+`"`)
	}
	return p, nil
}

// render puts the status into the page.
func (p *pageFiles) render(st Status) ([]byte, error) {
	text, err := json.Marshal(st)
	if err != nil {
		return nil, err
	}
	return []byte(strings.Replace(p.html, statusMark, `data-status="`+html.EscapeString(string(text))+`"`, 1)), nil
}
