package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// sources is what the client is made of.
type sources struct {
	key      string          // hash of all that can change the build's bytes
	packages map[string]bool // import paths of everything it needs, standard library too
	goRoot   string
	version  string // of Go
}

// cacheFormat is part of every key; raise it when entries change their layout.
const cacheFormat = "1"

var buildArgs = []string{"build", "-v", "-trimpath", "-ldflags=-s -w"}

// listed is the part of go list's answer that matters here.
type listed struct {
	ImportPath string
	Dir        string
	Module     *struct{ Main bool }

	GoFiles, SFiles, HFiles, SysoFiles, EmbedFiles []string
}

// fingerprint asks the go command which files the client is made of and hashes
// them. It also makes the go command download what is missing, whose lines go
// to report.
func fingerprint(ctx context.Context, tool goTool, report func(line string)) (sources, error) {
	env, err := tool.output(ctx, "env", "GOVERSION", "GOROOT")
	if err != nil {
		return sources{}, ctxOr(ctx, errNoToolchain(err))
	}
	version, goRoot, _ := strings.Cut(env, "\n")
	src := sources{packages: map[string]bool{}, version: version, goRoot: strings.TrimSpace(goRoot)}

	packages, err := listPackages(ctx, tool, report)
	if err != nil {
		return sources{}, err
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "format %s\n%s\n%s\n", cacheFormat, version, strings.Join(buildArgs, " "))
	files := []string{filepath.Join(tool.dir, "go.mod"), filepath.Join(tool.dir, "go.sum")}
	for _, p := range packages {
		src.packages[p.ImportPath] = true
		if p.Module == nil || !p.Module.Main {
			continue // go.sum and the Go version vouch for these
		}
		for _, name := range slices.Concat(p.GoFiles, p.SFiles, p.HFiles, p.SysoFiles, p.EmbedFiles) {
			files = append(files, filepath.Join(p.Dir, name))
		}
	}
	slices.Sort(files)
	for _, name := range files {
		if err := hashFile(sum, tool.dir, name); err != nil {
			return sources{}, err
		}
	}
	src.key = hex.EncodeToString(sum.Sum(nil))[:32]
	return src, nil
}

// listPackages keeps going over broken packages: the build that follows says
// better what is wrong with them.
func listPackages(ctx context.Context, tool goTool, report func(line string)) ([]listed, error) {
	cmd := tool.command(ctx, "list", "-e", "-deps",
		"-json=ImportPath,Dir,Module,GoFiles,SFiles,HFiles,SysoFiles,EmbedFiles", "./client")
	var said strings.Builder
	stderr := &lines{each: func(line string) {
		fmt.Fprintln(&said, line)
		report(line)
	}}
	cmd.Stderr = stderr
	var answer strings.Builder
	cmd.Stdout = &answer
	err := cmd.Run()
	stderr.flush()
	if err != nil {
		return nil, ctxOr(ctx, errCompile(clip(said.String()+err.Error())))
	}
	var all []listed
	for dec := json.NewDecoder(strings.NewReader(answer.String())); ; {
		var p listed
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("read what go list answered: %w", err)
		}
		all = append(all, p)
	}
}

// hashFile adds a file's place in the tree and its contents. The tree's own
// place stays out, so that a moved clone finds its build again.
func hashFile(sum hash.Hash, root, name string) error {
	data, err := os.ReadFile(name)
	if errors.Is(err, os.ErrNotExist) && filepath.Base(name) == "go.sum" {
		data, err = nil, nil // a module without dependencies has none
	}
	if err != nil {
		return fmt.Errorf("read a source of the client: %w", err)
	}
	rel, err := filepath.Rel(root, name)
	if err != nil {
		rel = name
	}
	fmt.Fprintf(sum, "%s %d\n", filepath.ToSlash(rel), len(data))
	sum.Write(data)
	return nil
}
