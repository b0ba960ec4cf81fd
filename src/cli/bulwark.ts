#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { controlsTable, explanation } from './controls';
import { verify } from './verify';
import { Severity } from '../model/severity';

const collect = (value: string, previous: string[] = []) => [...previous, value];
const print = (text: string) => void process.stdout.write(text);

/** Runs the command. Exit codes: 0 fine, 1 findings, 2 bad input or usage. */
function main(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { version } = require('../../package.json');
  const program = new Command('bulwark').description('Verifies Kubernetes manifests against the controls of cdk8s-bulwark.').version(version)
    .exitOverride().showHelpAfterError();
  program.command('verify').description('judge manifests; exit 0 clean, 1 findings, 2 bad input')
    .argument('<paths...>', 'files, folders, or - for standard input')
    .addOption(new Option('--format <format>', 'how the report is written').choices(['text', 'json']).default('text'))
    .option('--pack <id>', 'a pack of controls, repeatable (default: csa)', collect)
    .option('--control <id>', 'a single control, repeatable', collect)
    .option('--target <minor>', 'the Kubernetes minor to judge for, such as 1.34')
    .addOption(new Option('--fail-on <severity>', 'exit 1 from this severity on').choices(Object.values(Severity)).default(Severity.LOW))
    .option('--context <path>', 'objects that are read but not judged, repeatable', collect, [])
    .option('--complete', 'the input is everything there is: what it lacks does not exist', false)
    .option('--config <file>', 'parameters and acknowledgements', 'bulwark.yaml')
    .option('--now <day>', 'the day on which expiry is judged, such as 2026-12-31')
    .action((paths, given) => { process.exitCode = verify(paths, given, print); });
  program.command('controls').description('list the controls').action(() => print(controlsTable()));
  program.command('explain').description('everything about one control').argument('<id>').option('--target <minor>').action((id, { target }) => print(explanation(id, target)));
  try {
    program.parse();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else {
      process.stderr.write(`bulwark: ${(error as Error).message}\n`);
      process.exitCode = 2;
    }
  }
}

main();
