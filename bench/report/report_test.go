package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
)

// promised are the names that others rely on.
func promised() []string {
	return strings.Fields(`players rooms snapshots_per_player_s interarrival_p50_ms interarrival_p99_ms
		server_cpu_us_per_player_interval floor_us_per_player_interval floor_ratio gws_floor_ratio
		bytes_down_per_player_s bytes_up_per_player_s rss_kb_per_player tick_p99_ms lateness_p99_ms
		mispredicted_ticks_pct correction_p99_units starved_frames_pct effect_delay_p50_ms lead_margin_p50_ms
		hits_as_seen_pct desyncs resume_p99_ms first_snapshot_ms`)
}

// full is a result in which every figure is measured, each with another value.
func full() *Result {
	r := &Result{}
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		switch v.Field(i).Interface().(type) {
		case *float64:
			v.Field(i).Set(reflect.ValueOf(Of(float64(i) + 0.25)))
		case int:
			v.Field(i).SetInt(int64(i))
		}
	}
	r.Setting = Setting{
		Date: time.Date(2026, 1, 2, 3, 4, 0, 0, time.UTC), CPU: "a <fast> one", Cores: 2, Kernel: "Linux 6", Go: "go1.26",
		Flags: `bench -json "<script>alert(1)</script>"`, LoadBefore: Of(1.5), MeasuredS: 20, WarmS: 3,
	}
	r.Warn("mind the <gap> of %d", 3)
	r.Series = []Series{
		{"a curve", "ms", []float64{1, 2, 3, 4}, []Line{{"p50", []*float64{Of(1), nil, Of(3), Of(2)}}, {"</svg>", []*float64{Of(5), Of(5), Of(5), Of(5)}}}, ""},
		{"nothing", "", nil, nil, ""},
	}
	var h Hist
	for i := range 1000 {
		h.Add(float64(i % 37))
	}
	r.Histograms = []Histogram{h.Histogram("a spread", "ms", 20), (&Hist{}).Histogram("no spread", "ms", 20)}
	return r
}

func TestJSONHasEveryPromisedNameAndNullForWhatWasNotMeasured(t *testing.T) {
	var text bytes.Buffer
	if err := JSON(&Result{Players: 3, Desyncs: Of(0)})(&text); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(text.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	for _, name := range promised() {
		v, ok := got[name]
		switch name {
		case "players":
			ok = ok && v == 3.0
		case "rooms", "desyncs":
			ok = ok && v == 0.0
		default:
			ok = ok && v == nil
		}
		if !ok {
			t.Errorf("%s is %v", name, v)
		}
	}
}

func TestJSONComesBackAsItWas(t *testing.T) {
	r := full()
	var text bytes.Buffer
	if err := JSON(r)(&text); err != nil {
		t.Fatal(err)
	}
	var back Result
	if err := json.Unmarshal(text.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(r, &back) {
		t.Errorf("it was %+v, it is %+v", r, back)
	}
}

func TestTheTableListsEveryFigureOnceByItsJSONName(t *testing.T) {
	listed := map[string]int{}
	for _, g := range Groups() {
		for _, f := range g.Figures {
			listed[f.Name]++
			if full().Value(f.Name) == nil {
				t.Errorf("%s is listed, but no figure of a result", f.Name)
			}
		}
	}
	figures := reflect.TypeFor[Result]()
	for i := range figures.NumField() {
		switch f := figures.Field(i); f.Type {
		case reflect.TypeFor[*float64](), reflect.TypeFor[int]():
			if name := f.Tag.Get("json"); listed[name] != 1 {
				t.Errorf("%s is listed %d times", name, listed[name])
			}
		}
	}
	for _, name := range promised() {
		if listed[name] != 1 {
			t.Errorf("%s is listed %d times", name, listed[name])
		}
	}
	for _, name := range tiles() {
		if listed[name] != 1 {
			t.Errorf("the tile %s is no figure", name)
		}
	}
}

func TestTheTableShowsADashForWhatWasNotMeasured(t *testing.T) {
	var text bytes.Buffer
	if err := (&Result{Players: 8, Desyncs: Of(0), TickP99MS: Of(1.254)}).Table(&text); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"players": "8", "desyncs": "0", "tick_p99_ms": "1.25", "floor_ratio": Unmeasured, "hits_as_seen_pct": Unmeasured}
	for line := range strings.Lines(text.String()) {
		for name, value := range want {
			if words := strings.Fields(line); contains(words, name) {
				if !contains(words, value) {
					t.Errorf("%s should be %s: %s", name, value, line)
				}
				delete(want, name)
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("the table lacks %v:\n%s", want, &text)
	}
}

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

func TestThePageIsWellFormedAndHasOneFigureForEachCurveAndSpread(t *testing.T) {
	for name, r := range map[string]*Result{"full": full(), "empty": {}} {
		var text bytes.Buffer
		if err := r.HTML(&text); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(text.String(), "NaN") || strings.Contains(text.String(), "Inf") || strings.Contains(text.String(), "ZgotmplZ") {
			t.Errorf("%s: a number is none, or the template would not have it", name)
		}
		count := map[string]int{}
		d := xml.NewDecoder(&text)
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if e, ok := tok.(xml.StartElement); ok {
				count[e.Name.Local]++
				for _, a := range e.Attr {
					if a.Name.Local == "src" || a.Name.Local == "href" {
						t.Errorf("%s: the page needs %s", name, a.Value)
					}
				}
			}
		}
		if want := len(r.Series) + len(r.Histograms); count["figure"] != want {
			t.Errorf("%s: %d figures, want %d", name, count["figure"], want)
		}
		if count["script"] > 0 {
			t.Errorf("%s: there is a script", name)
		}
		if name == "full" && (count["svg"] != 2 || count["path"] < 2 || count["circle"] != 1 || count["rect"] != 20) {
			t.Errorf("it draws %v", count)
		}
	}
}

func TestThePageEscapesWhatOthersHaveNamed(t *testing.T) {
	var text bytes.Buffer
	if err := full().HTML(&text); err != nil {
		t.Fatal(err)
	}
	for _, raw := range []string{"<script>", "<fast>", "<gap>", "</svg></span>"} {
		if strings.Contains(text.String(), raw) {
			t.Errorf("%s stands there as it is", raw)
		}
	}
	if !strings.Contains(text.String(), "&lt;script&gt;") {
		t.Error("the flags are gone")
	}
}

func TestWhatIsNoNumberWasNotMeasured(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if Of(v) != nil {
			t.Errorf("%v is a figure", v)
		}
	}
	if Ratio(Of(1), Of(0)) != nil || Ratio(nil, Of(1)) != nil || Ratio(Of(1), nil) != nil || *Ratio(Of(3), Of(2)) != 1.5 {
		t.Error("ratios")
	}
}
