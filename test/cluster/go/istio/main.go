// The analyzers of `istioctl analyze` on files, as Istio's own tests ask them. The command itself leaves out, without a cluster, each that looks at
// Namespaces, Pods, Secrets or Services: it would not see a policy that selects nothing.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"istio.io/istio/pkg/config/analysis/analyzers"
	"istio.io/istio/pkg/config/analysis/diag"
	"istio.io/istio/pkg/config/analysis/local"
	"istio.io/istio/pkg/log"
)

type answer struct {
	Messages diag.Messages `json:"messages"`
	Executed []string      `json:"executed"`
	Skipped  []string      `json:"skipped"`
}

func main() {
	// What it does goes to the standard output, unless it is told otherwise: that has the answer alone.
	options := log.DefaultOptions()
	options.OutputPaths = []string{"stderr"}
	err := log.Configure(options)
	var answer answer
	if err == nil {
		answer, err = analyze(os.Args[1:])
	}
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(answer)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func analyze(files []string) (answer, error) {
	analyzer := local.NewIstiodAnalyzer(analyzers.AllCombined(), "", "istio-system", nil)
	var sources []local.ReaderSource
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return answer{}, err
		}
		defer file.Close()
		sources = append(sources, local.ReaderSource{Name: name, Reader: file})
	}
	if err := analyzer.AddTestReaderKubeSource(sources); err != nil {
		return answer{}, err
	}
	if err := analyzer.AddDefaultResources(); err != nil {
		return answer{}, err
	}
	result, err := analyzer.Analyze(make(chan struct{}))
	return answer{Messages: result.Messages, Executed: result.ExecutedAnalyzers, Skipped: result.SkippedAnalyzers}, err
}
