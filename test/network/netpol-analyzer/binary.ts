import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRun } from '../../not-run';

const BINARY = join(tmpdir(), 'cdk8s-bulwark-k8snetpolicy-v1.1.0');

/** Builds np-guard's analyzer from its Go module: about two minutes the first time, seconds after that. */
export function analyzer(on: string): string | undefined {
  if (!existsSync(BINARY)) {
    try {
      execFileSync('go', ['build', '-o', BINARY, 'github.com/np-guard/netpol-analyzer/cmd/netpolicy'], {
        cwd: __dirname, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly -trimpath', GOWORK: 'off' },
      });
    } catch (error) {
      notRun(`np-guard's netpol-analyzer on ${on}`, `go cannot build it: ${String(error).split('\n')[0]}`);
      return undefined;
    }
  }
  return BINARY;
}
