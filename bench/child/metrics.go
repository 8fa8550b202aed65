package child

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// Metrics are what /metrics says, keyed as the line stands: name, or name{label="value"}.
type Metrics map[string]float64

// maxMetrics bounds the page that is read.
const maxMetrics = 4 << 20

// Metrics asks the server for its metrics.
func (s *Server) Metrics(ctx context.Context) (Metrics, error) {
	url := s.Admin() + "/metrics"
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Close = true // an idle connection would stay in the server's figures
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("read the server's metrics: %w", err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("read the server's metrics: %s answers %s", url, res.Status)
	}
	return ParseMetrics(io.LimitReader(res.Body, maxMetrics))
}

// ParseMetrics reads Prometheus' text format, without timestamps.
func ParseMetrics(r io.Reader) (Metrics, error) {
	m := Metrics{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		space := strings.LastIndexByte(line, ' ')
		if space < 0 {
			return nil, fmt.Errorf("metrics, line %d: %q has no value", n, line)
		}
		v, err := strconv.ParseFloat(line[space+1:], 64)
		if err != nil {
			return nil, fmt.Errorf("metrics, line %d: %w", n, err)
		}
		m[strings.TrimSpace(line[:space])] = v
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("metrics: %w", err)
	}
	return m, nil
}
