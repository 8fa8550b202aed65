package report

import "io"

// HTML is next.
func (r *Result) HTML(w io.Writer) error { return r.JSON(w) }
