// Judges pods with Kubernetes' own Pod Security admission, at every minor. Reads one pod a line (JSON), writes one answer a line.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	kjson "sigs.k8s.io/json"
)

type question struct {
	Pod    json.RawMessage `json:"pod"`
	Minors []int           `json:"minors"`
}

type answer struct {
	// Whether a level admits the pod, by level and minor, such as "restricted 34".
	Admits map[string]bool `json:"admits,omitempty"`
	// Why not, where it does not.
	Reasons map[string][]string `json:"reasons,omitempty"`
	Error   string              `json:"error,omitempty"`
}

// What the API server fills in that Pod Security looks at.
func fillIn(spec *corev1.PodSpec) {
	for i := range spec.Volumes {
		if spec.Volumes[i].VolumeSource == (corev1.VolumeSource{}) {
			spec.Volumes[i].EmptyDir = &corev1.EmptyDirVolumeSource{}
		}
	}
	if !spec.HostNetwork {
		return
	}
	for _, containers := range [][]corev1.Container{spec.Containers, spec.InitContainers} {
		for i := range containers {
			for j := range containers[i].Ports {
				if port := &containers[i].Ports[j]; port.HostPort == 0 {
					port.HostPort = port.ContainerPort
				}
			}
		}
	}
}

// What is no valid pod: the API server refuses it before Pod Security is asked.
func fault(spec *corev1.PodSpec) string {
	if len(spec.Containers) == 0 {
		return "no containers"
	}
	windows := spec.OS != nil && spec.OS.Name == corev1.Windows
	for _, container := range append(append([]corev1.Container{}, spec.Containers...), spec.InitContainers...) {
		if windows && container.SecurityContext != nil && container.SecurityContext.Capabilities != nil {
			return "capabilities on Windows"
		}
	}
	for _, volume := range spec.Volumes {
		sources := reflect.ValueOf(volume.VolumeSource)
		set := 0
		for i := 0; i < sources.NumField(); i++ {
			if !sources.Field(i).IsNil() {
				set++
			}
		}
		if set > 1 {
			return "volume " + volume.Name + " has more than one source"
		}
	}
	return ""
}

func answerTo(evaluator policy.Evaluator, asked question) answer {
	var pod corev1.Pod
	if err := kjson.UnmarshalCaseSensitivePreserveInts(asked.Pod, &pod); err != nil {
		return answer{Error: err.Error()}
	}
	fillIn(&pod.Spec)
	if message := fault(&pod.Spec); message != "" {
		return answer{Error: message}
	}
	result := answer{Admits: map[string]bool{}, Reasons: map[string][]string{}}
	for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
		for _, minor := range asked.Minors {
			at := api.LevelVersion{Level: level, Version: api.MajorMinorVersion(1, minor)}
			judged := policy.AggregateCheckResults(evaluator.EvaluatePod(at, &pod.ObjectMeta, &pod.Spec))
			key := fmt.Sprint(level, " ", minor)
			result.Admits[key] = judged.Allowed
			if !judged.Allowed {
				result.Reasons[key] = judged.ForbiddenReasons
			}
		}
	}
	return result
}

func main() {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		panic(err)
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(make([]byte, 1<<20), 1<<28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	writer := json.NewEncoder(out)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		if err := writer.Encode(answerTo(evaluator, asked)); err != nil {
			panic(err)
		}
	}
}
