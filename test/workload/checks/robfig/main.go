// Says of each line of standard input, a JSON string, whether Kubernetes reads it as a schedule: 1 or 0.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/robfig/cron/v3"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var schedule string
		if err := json.Unmarshal(lines.Bytes(), &schedule); err != nil {
			panic(err)
		}
		fmt.Println(verdict(schedule))
	}
}

func verdict(schedule string) (answer int) {
	// The parser panics on some texts that it should refuse.
	defer func() {
		if recover() != nil {
			answer = 0
		}
	}()
	if _, err := cron.ParseStandard(schedule); err != nil {
		return 0
	}
	return 1
}
