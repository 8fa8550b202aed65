package gateway

import (
	"net/http"
	"net/url"
	"strings"
)

// originAllowed is what keeps other people's pages from opening sockets in the
// name of who looks at them. A program that is no browser sends no Origin, and
// holds nobody's session.
func originAllowed(r *http.Request, allowed []string) bool {
	values := r.Header.Values("Origin")
	if len(values) == 0 {
		return true
	}
	if len(values) > 1 {
		return false
	}
	origin := strings.ToLower(values[0])
	for _, a := range allowed {
		if origin == a {
			return true
		}
	}
	u, err := url.Parse(origin)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

// CheckOrigin says whether s can stand in Config.Origins, and gives its exact
// form: scheme, host and port, as browsers send it.
func CheckOrigin(s string) (string, bool) {
	u, err := url.Parse(strings.ToLower(strings.TrimSuffix(s, "/")))
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.User != nil ||
		u.Path != "" || u.RawQuery != "" || u.Fragment != "" {
		return "", false
	}
	return u.Scheme + "://" + u.Host, true
}
