package web

import (
	"strconv"
	"strings"
)

// negotiate picks the smallest encoding that an Accept-Encoding header allows:
// "br", "gzip" or "" for none. Browsers offer br only on secure origins and on
// localhost.
func negotiate(accept string, hasBr, hasGzip bool) string {
	switch {
	case hasBr && accepts(accept, "br"):
		return "br"
	case hasGzip && accepts(accept, "gzip"):
		return "gzip"
	}
	return ""
}

func accepts(header, encoding string) bool {
	var any bool
	for item := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(item, ";")
		name = strings.ToLower(strings.TrimSpace(name))
		if name == encoding {
			return quality(params) > 0
		}
		if name == "*" {
			any = quality(params) > 0
		}
	}
	return any
}

func quality(params string) float64 {
	for param := range strings.SplitSeq(params, ";") {
		key, value, _ := strings.Cut(strings.TrimSpace(param), "=")
		if strings.EqualFold(key, "q") {
			q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil {
				return 0
			}
			return q
		}
	}
	return 1
}
