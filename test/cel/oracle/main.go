// Evaluates CEL expressions with the Kubernetes CEL library, as an API server of a given minor does with a new admission policy.
// Reads one question a line (JSON), writes one answer a line.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/cel/environment"
)

type question struct {
	Expression string          `json:"expression"`
	Object     json.RawMessage `json:"object"`
	Minor      uint            `json:"minor"`
}

type answer struct {
	Value string `json:"value,omitempty"`
	Type  string `json:"type,omitempty"`
	Cost  uint64 `json:"cost"`
	// Failed is where it fails: compile or evaluate.
	Failed  string `json:"failed,omitempty"`
	Message string `json:"message,omitempty"`
}

var environments = map[uint]*cel.Env{}

// A policy that is new may use what the API server before this one knows, so that it survives a rollback.
func environmentOf(minor uint) *cel.Env {
	if known, ok := environments[minor]; ok {
		return known
	}
	set := environment.MustBaseEnvSet(version.MajorMinor(1, minor-1), true)
	set, err := set.Extend(environment.VersionedOptions{
		IntroducedVersion: version.MajorMinor(1, 0),
		EnvOptions:        []cel.EnvOption{cel.Variable("object", cel.DynType)},
	})
	if err != nil {
		panic(err)
	}
	environments[minor] = set.NewExpressionsEnv()
	return environments[minor]
}

func answerTo(asked question) (result answer) {
	defer func() {
		if thrown := recover(); thrown != nil {
			result = answer{Failed: "evaluate", Message: fmt.Sprint("panic: ", thrown)}
		}
	}()
	env := environmentOf(asked.Minor)
	ast, issues := env.Compile(asked.Expression)
	if issues.Err() != nil {
		return answer{Failed: "compile", Message: issues.Err().Error()}
	}
	program, err := env.Program(ast)
	if err != nil {
		return answer{Failed: "compile", Message: err.Error()}
	}
	var object any
	if err := utiljson.Unmarshal(asked.Object, &object); err != nil {
		return answer{Failed: "input", Message: err.Error()}
	}
	value, details, err := program.Eval(map[string]any{"object": object})
	result = answer{Type: cel.FormatCELType(ast.OutputType())}
	if details != nil && details.ActualCost() != nil {
		result.Cost = *details.ActualCost()
	}
	if err != nil {
		result.Failed, result.Message = "evaluate", err.Error()
		return result
	}
	result.Value = write(value)
	return result
}

// Writes a value so that one of another type is never written alike.
func write(value ref.Val) string {
	switch v := value.(type) {
	case types.Null:
		return "null"
	case types.Bool:
		return strconv.FormatBool(bool(v))
	case types.Int:
		return strconv.FormatInt(int64(v), 10)
	case types.Uint:
		return strconv.FormatUint(uint64(v), 10) + "u"
	case types.Double:
		return writeDouble(float64(v))
	case types.String:
		return quote(string(v))
	case types.Bytes:
		return "b'" + base64.StdEncoding.EncodeToString(v) + "'"
	case types.Timestamp:
		return fmt.Sprintf("timestamp(%d,%d)", v.Unix(), v.Nanosecond())
	case types.Duration:
		return fmt.Sprintf("duration(%d)", v.Nanoseconds())
	case *types.Optional:
		if !v.HasValue() {
			return "none"
		}
		return "optional(" + write(v.GetValue()) + ")"
	case traits.Lister:
		var items []string
		for it := v.Iterator(); it.HasNext() == types.True; {
			items = append(items, write(it.Next()))
		}
		return "[" + strings.Join(items, ",") + "]"
	case traits.Mapper:
		var entries []string
		for it := v.Iterator(); it.HasNext() == types.True; {
			key := it.Next()
			entries = append(entries, write(key)+":"+write(v.Get(key)))
		}
		sort.Strings(entries)
		return "{" + strings.Join(entries, ",") + "}"
	case ref.Type:
		return "type(" + v.TypeName() + ")"
	}
	name := value.Type().TypeName()
	if text, ok := value.Value().(fmt.Stringer); ok && (strings.HasPrefix(name, "net.") || name == "kubernetes.URL") {
		return name + "(" + text.String() + ")"
	}
	return name
}

func writeDouble(v float64) string {
	switch {
	case math.IsNaN(v):
		return "NaN"
	case math.IsInf(v, 1):
		return "Infinity"
	case math.IsInf(v, -1):
		return "-Infinity"
	}
	return fmt.Sprintf("double(%016x)", math.Float64bits(v))
}

func quote(text string) string {
	quoted, _ := json.Marshal(strings.ToValidUTF8(text, "\ufffd"))
	var plain string
	_ = json.Unmarshal(quoted, &plain)
	return `"` + plain + `"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	writer := json.NewEncoder(out)
	writer.SetEscapeHTML(false)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		if err := writer.Encode(answerTo(asked)); err != nil {
			panic(err)
		}
	}
}
