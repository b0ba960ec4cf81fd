import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRun } from './not-run';

const root = join(__dirname, '..');
const DOCUMENT = readFileSync(join(root, 'docs', 'getting-started.md'), 'utf8');
const QUIET = { npm_config_audit: 'false', npm_config_fund: 'false', npm_config_prefer_offline: 'true', npm_config_update_notifier: 'false' };
const UNREACHABLE = /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/;
/** The package is not published yet: the newcomer gets the one that is packed here. */
const PACKED = 'cdk8s-bulwark.tgz';

interface Block { readonly language: string; readonly file?: string; readonly text: string }

/** The steps of the document: files to write and commands to run, as they stand there. */
const blocks: Block[] = [...DOCUMENT.matchAll(/^```(\w+)(?: file=(\S+))?\n([^]*?)^```$/gm)].map(([, language, file, text]) => ({ language, file, text }));

function run(cwd: string, commands: string) {
  const { status, stdout, stderr, error } = spawnSync('sh', ['-ec', commands], { cwd, encoding: 'utf8', env: { ...process.env, ...QUIET } });
  return { commands, status, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

test('a newcomer gets from an empty folder to verified manifests by the document alone', () => {
  if (!existsSync(join(root, 'lib', 'index.js'))) {
    return notRun('docs/getting-started.md', 'the package is not built: run npm test');
  }
  const home = mkdtempSync(join(tmpdir(), 'bulwark-newcomer-'));
  expect(run(root, `npm pack --ignore-scripts --pack-destination ${home}`)).toMatchObject({ status: 0 });
  renameSync(join(home, readdirSync(home)[0]), join(home, PACKED));

  expect(blocks.map(({ language }) => language)).toEqual(['sh', 'json', 'yaml', 'ts', 'sh', 'sh', 'sh', 'text']);
  for (const { language, file, text } of blocks) {
    if (file !== undefined) {
      writeFileSync(join(home, file), text);
    } else if (language === 'sh') {
      const done = run(home, text.replace('npm install cdk8s-bulwark ', `npm install ./${PACKED} `));
      if (done.status !== 0 && UNREACHABLE.test(done.output) && process.env.CI !== 'true') {
        return notRun('docs/getting-started.md', 'there is no registry of npm packages');
      }
      if (done.status !== 0) {
        throw new Error(`${done.commands} ended with ${done.status}:\n${done.output}`);
      }
    }
  }
  // Editors find the schema that the lock names.
  const [, schema] = /\$schema=(\S+)/.exec(DOCUMENT)!;
  expect(JSON.parse(readFileSync(join(home, schema), 'utf8')).$id).toMatch(/images\.lock\.schema\.json$/);

  const manifest = join(home, 'dist', 'shop.k8s.yaml');
  const before = readFileSync(manifest, 'utf8');
  expect(before).toContain('kind: NetworkPolicy');
  expect(before.match(/image: registry\.example\.com\/shop\/(web|cart):[\d.]+@sha256:[0-9a-f]{64}/g)).toHaveLength(2);

  const [, careless] = /Then `([^`]+)` fails, writes nothing, and says:/.exec(DOCUMENT)!;
  const { status, output } = run(home, careless);
  expect(status).not.toBe(0);
  expect(output).toContain(blocks.find(({ language }) => language === 'text')!.text.trim());
  expect(readFileSync(manifest, 'utf8')).toBe(before);

  const [, explain] = /`(npx bulwark explain [^`]+)` says more/.exec(DOCUMENT)!;
  expect(run(home, explain)).toMatchObject({ status: 0, output: expect.stringContaining('Images are referenced by digest') });
  return undefined;
}, 240_000);
