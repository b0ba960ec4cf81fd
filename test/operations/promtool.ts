import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';

/** A test of alerts, as `promtool test rules` has it. */
export interface AlertTest {
  readonly name: string;
  readonly interval: string;
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly alert_rule_test: readonly object[];
}

/** What Prometheus' own judge says of rules: their form, their expressions and their templates. Nothing is fine. */
export function checkRules(spec: object): string {
  return run('check', 'rules', '--lint=all', '--lint-fatal', written('rules.yaml', spec));
}

/** What it says of rules that are asked at times of a test. Nothing is fine. */
export function testRules(spec: object, tests: readonly AlertTest[]): string {
  return run('test', 'rules', written('tests.yaml', { rule_files: [written('rules.yaml', spec)], evaluation_interval: '1m', tests }));
}

function written(name: string, content: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'bulwark-promtool-')), name);
  writeFileSync(file, Yaml.stringify(content));
  return file;
}

function run(...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('promtool', args, { encoding: 'utf8' });
  if (error !== undefined) {
    throw error;
  }
  return status === 0 ? '' : stdout + stderr;
}
