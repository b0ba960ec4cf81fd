#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { tuneEngine } from './engine';
import { FORMATS } from './formats';

const ACTIONS = ['deny', 'audit', 'warn'];
const ENGINES = ['kubernetes', 'kyverno'];
const SEVERITIES = ['low', 'medium', 'high', 'critical'];

const DIFFERENCES = ['text', 'markdown', 'json'];
const GRAPHS = ['text', 'json', 'mermaid', 'dot', 'svg'];
const LAYERS = ['effective', 'network', 'mesh'];
const COLLAPSES = ['none', 'tenant'];

const collect = (value: string, previous: string[] = []) => [...previous, value];
const print = (text: string) => void process.stdout.write(text);

/** By what is judged: the options of every command that judges. */
function judging(command: Command): Command {
  return command
    .option('--pack <id>', 'a pack of controls, repeatable (default: csa)', collect)
    .option('--no-pack', 'no pack: only the controls and policies that are named')
    .option('--control <id>', 'a single control, repeatable', collect)
    .option('--policy <path>', 'a file or folder with ValidatingAdmissionPolicies of your own, their bindings and parameters, repeatable', collect, [])
    .option('--as <user>', 'who creates the objects, for policies that ask')
    .option('--as-group <group>', 'a group of that user, repeatable', collect)
    .option('--target <minor>', 'the Kubernetes minor to judge for, such as 1.34')
    .option('--context <path>', 'objects that are read but not judged, repeatable', collect, [])
    .option('--complete', 'the input is everything there is: what it lacks does not exist')
    .option('--config <file>', 'parameters and acknowledgements (default: bulwark.yaml, where there is one)')
    .option('--now <day>', 'the day on which expiry is judged, such as 2026-12-31');
}

/** Runs the command. Exit codes: 0 fine, 1 findings, 2 bad input or usage. */
function main(): void {
  tuneEngine();
  const program = new Command('bulwark').description('Verifies Kubernetes manifests against the controls of cdk8s-bulwark.').version(version())
    .exitOverride().configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'bulwark: ')) });
  judging(program.command('verify').description('judge manifests; exit 0 clean, 1 findings, 2 bad input')
    .argument('[paths...]', 'files, folders, quoted globs, or - for standard input (default: paths of the configuration)')
    .addOption(new Option('--format <format>', 'how the report is printed').choices(Object.keys(FORMATS)).default('text'))
    .option('--output <format=file>', 'a file for the report, besides what is printed, repeatable', collect, [])
    .option('--cluster [context]', 'judge what stands in a cluster, read with kubectl, in place of files')
    .addOption(new Option('--fail-on <severity>', 'exit 1 from this severity on (default: low)').choices(SEVERITIES))
    .option('--baseline <file>', 'a JSON report of before: what it found is accepted, and only what is new counts'))
    .action((paths, given) => { process.exitCode = verification().verify(paths, given, print); });
  judging(program.command('diff').description('compare manifests before and after; exit 0 no new finding, 1 new findings, 2 bad input')
    .argument('<old>', 'a file, a folder, a quoted glob, or - for standard input, as it was').argument('<new>', 'the same, as it is now')
    .addOption(new Option('--format <format>', 'how the difference is written').choices(DIFFERENCES).default(DIFFERENCES[0])))
    .action((before, after, given) => { process.exitCode = differences().diff(before, after, given, print); });
  judging(program.command('fix').description('apply the safe remedies of what is found; exit 0 nothing to fix or written, 1 something to fix, 2 bad input')
    .argument('[paths...]', 'files, folders, quoted globs, or - for standard input (default: paths of the configuration)')
    .option('--write', 'write the files; otherwise the difference is shown', false)
    .option('--behavioural', 'also apply remedies that could stop a program that runs today', false)
    .addOption(new Option('--dry-run', 'show the difference and write nothing, as is done by default').conflicts('write')))
    .action((paths, given) => { process.exitCode = fixing().fix(paths, given, print, text => void process.stderr.write(text)); });
  program.command('controls').description('list the controls')
    .option('--peer <project>', 'the rules of another project, such as kube-linter, and what each is here')
    .action(({ peer }) => print(peer === undefined ? controls().controlsTable() : controls().peerTable(peer)));
  program.command('explain').description('everything about one control').argument('<id>', 'its id, or a rule of another project, such as trivy:KSV-0012')
    .option('--target <minor>', 'the Kubernetes minor whose expression is shown, such as 1.34')
    .action((id, { target }) => print(controls().explanation(id, target)));
  program.command('graph').description('draw who can reach whom on which port, and whether it is encrypted; exit 0 drawn, 2 bad input')
    .argument('<paths...>', 'files, folders, quoted globs, or - for standard input')
    .addOption(new Option('--format <format>', 'how it is drawn').choices(GRAPHS).default(GRAPHS[0]))
    .addOption(new Option('--layer <layer>', 'whose rules count: those of network policies, those of meshes, or both (effective)').choices(LAYERS).default(LAYERS[0]))
    .addOption(new Option('--collapse <how>', 'a node for each tenant in place of its workloads (default: tenant above 40 workloads)').choices(COLLAPSES))
    .option('--context <path>', 'objects that count and are not drawn by themselves, repeatable', collect, [])
    .option('--output <file>', 'a file for it, in place of standard output')
    .action((paths, given) => graphs().graph(paths, given, print, text => void process.stderr.write(text))
      .then(code => { process.exitCode = code; }).catch(fail));
  program.command('guard').description('write the controls as admission policies of a cluster')
    .option('--pack <id>', 'a pack of controls, repeatable (default: csa)', collect)
    .option('--control <id>', 'a single control, repeatable', collect)
    .option('--target <minor>', 'the Kubernetes minor of the cluster, such as 1.34')
    .addOption(new Option('--action <action>', 'what becomes of an object that breaks a control').choices(ACTIONS).default(ACTIONS[0]))
    .addOption(new Option('--engine <engine>', 'who evaluates the policies').choices(ENGINES).default(ENGINES[0]))
    .option('--config <file>', 'parameters, and acknowledgements that become exemptions (default: bulwark.yaml, where there is one)')
    .option('--now <day>', 'the day on which expiry is judged, such as 2026-12-31')
    .action(given => guarding().guard(given, print));
  try {
    program.parse();
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof CommanderError)) {
    process.stderr.write(`bulwark: ${(error as Error).message}\n`);
  }
}

/* eslint-disable @typescript-eslint/no-require-imports */
// A subcommand's code is loaded when it is asked for: the controls take most of the time a start takes. The names are literal, for a bundler reads them.
const verification = () => require('./verify') as typeof import('./verify');
const differences = () => require('./diff') as typeof import('./diff');
const fixing = () => require('./fix') as typeof import('./fix');
const controls = () => require('./controls') as typeof import('./controls');
const graphs = () => require('./graph') as typeof import('./graph');
const guarding = () => require('./guard') as typeof import('./guard');
const version = () => (require('../../package.json') as { version: string }).version;
/* eslint-enable @typescript-eslint/no-require-imports */

/** Whoever reads our output may stop reading, as `head` does: that is no fault, and the verdict stands. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});

main();
