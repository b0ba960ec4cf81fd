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
	// Or expressions that later lines ask about by their place. It is not answered.
	Define []string `json:"define"`
	// Or many of these on the same variables, but for params, which are answered in one line.
	Ask      []int                      `json:"ask"`
	Params   []json.RawMessage          `json:"params"`
	Bindings map[string]json.RawMessage `json:"bindings"`
}

type answer struct {
	Value string `json:"value,omitempty"`
	Type  string `json:"type,omitempty"`
	Cost  uint64 `json:"cost"`
	// Failed is where it fails: compile or evaluate.
	Failed  string `json:"failed,omitempty"`
	Message string `json:"message,omitempty"`
}

var environments = map[string]*cel.Env{}

// A policy that is new may use what the API server before this one knows, so that it survives a rollback.
func environmentOf(minor uint, names []string) *cel.Env {
	key := fmt.Sprint(minor, names)
	if known, ok := environments[key]; ok {
		return known
	}
	var variables []cel.EnvOption
	for _, name := range names {
		variables = append(variables, cel.Variable(name, cel.DynType))
	}
	set := environment.MustBaseEnvSet(version.MajorMinor(1, minor-1), true)
	set, err := set.Extend(environment.VersionedOptions{IntroducedVersion: version.MajorMinor(1, 0), EnvOptions: variables})
	if err != nil {
		panic(err)
	}
	environments[key] = set.NewExpressionsEnv()
	return environments[key]
}

type compiled struct {
	program cel.Program
	message string
}

var programs = map[string]compiled{}

// The same expressions come again for every object.
func programOf(expression string, minor uint, names []string) compiled {
	key := fmt.Sprint(minor, names, expression)
	if known, ok := programs[key]; ok {
		return known
	}
	env := environmentOf(minor, names)
	var made compiled
	ast, issues := env.Compile(expression)
	if issues.Err() != nil {
		made.message = issues.Err().Error()
	} else if program, err := env.Program(ast); err != nil {
		made.message = err.Error()
	} else {
		made.program = program
	}
	programs[key] = made
	return made
}

var defined []string

func answersTo(asked question) (answers []answer) {
	bindings := map[string]any{}
	names := []string{"params"}
	for name, raw := range asked.Bindings {
		bindings[name] = decoded(raw)
		names = append(names, name)
	}
	sort.Strings(names)
	for index, place := range asked.Ask {
		bindings["params"] = decoded(asked.Params[index])
		answers = append(answers, evaluated(programOf(defined[place], asked.Minor, names), bindings))
	}
	return answers
}

func decoded(raw json.RawMessage) (value any) {
	if err := utiljson.Unmarshal(raw, &value); err != nil {
		panic(err)
	}
	return value
}

func evaluated(made compiled, bindings map[string]any) (result answer) {
	defer func() {
		if thrown := recover(); thrown != nil {
			result = answer{Failed: "evaluate", Message: fmt.Sprint("panic: ", thrown)}
		}
	}()
	if made.program == nil {
		return answer{Failed: "compile", Message: made.message}
	}
	value, _, err := made.program.Eval(bindings)
	if err != nil {
		return answer{Failed: "evaluate", Message: err.Error()}
	}
	return answer{Value: write(value)}
}

func answerTo(asked question) (result answer) {
	defer func() {
		if thrown := recover(); thrown != nil {
			result = answer{Failed: "evaluate", Message: fmt.Sprint("panic: ", thrown)}
		}
	}()
	env := environmentOf(asked.Minor, []string{"object"})
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
		if asked.Define != nil {
			defined = asked.Define
			continue
		}
		var told any
		if asked.Ask != nil {
			told = answersTo(asked)
		} else {
			told = answerTo(asked)
		}
		if err := writer.Encode(told); err != nil {
			panic(err)
		}
	}
}
