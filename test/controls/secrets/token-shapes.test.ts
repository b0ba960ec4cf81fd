import * as fc from 'fast-check';
import { compile } from '../../../src/cel/program';
import { ADDRESS, hasToken, TOKEN_SHAPES } from '../../../src/controls/secrets/token-shapes';

const program = compile(hasToken('text'), { variables: ['text'], kubernetes: '1.28' });
const found = (text: string) => program.evaluate({ text });

/** Made up of the alphabet, so that nobody takes them for real ones: a scanner of this repository finds no `key = value` either. */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const of = (length: number) => ALPHABET.repeat(6).slice(0, length);

/** Each shape with a credential of it, and with what comes close. */
const EXAMPLES: Record<string, { readonly hits: string[]; readonly misses: string[] }> = {
  'AWS access key id': { hits: ['AKIAIOSFODNN7EXAMPLE', 'ASIAIOSFODNN7EXAMPLE'], misses: ['AKIAIOSFODNN7EXAMPL', 'AKIAIOSFODNN7EXAMPLES', 'ASIA-PACIFIC', 'xAKIAIOSFODNN7EXAMPLE'] },
  'GitHub token': { hits: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map(prefix => prefix + of(36)), misses: [`ghp_${of(20)}`, `ghx_${of(36)}`, 'ghp_'] },
  'GitHub fine-grained token': { hits: [`github_pat_${of(22)}_${of(59)}`], misses: [`github_pat_${of(22)}`, 'github_pat_'] },
  'GitLab token': { hits: [`glpat-${of(20)}`, `gldt-${of(20)}`, `glrt-${of(20)}`, `glsoat-${of(20)}`], misses: ['glpat-short', `glpot-${of(20)}`] },
  'Slack token': { hits: [`xoxb-${of(24)}`, 'xoxp-1234567890-1234567890'], misses: ['xoxo', `xoxz-${of(24)}`] },
  'Slack webhook': { hits: [`https://hooks.slack.com/services/T0123456/B0123456/${of(24)}`], misses: ['https://hooks.slack.com/services/', 'https://hooks.slack.com/services/TEAM/BOT/token'] },
  'Stripe key': { hits: [`sk_live_${of(24)}`, `rk_live_${of(24)}`], misses: [`sk_test_${of(24)}`, 'task_live_update', 'sk_live_'] },
  'Google API key': { hits: [`AIza${of(35)}`], misses: [`AIza${of(34)}`, `AIza${of(36)}`] },
  'Google OAuth secret': { hits: [`GOCSPX-${of(28)}`], misses: [`GOCSPX-${of(20)}`] },
  'npm token': { hits: [`npm_${of(36)}`, `//registry.npmjs.org/:_authToken=npm_${of(36)}`], misses: ['npm_config_registry', `npm_${of(35)}`, `npm_${of(37)}`] },
  'PyPI token': { hits: [`pypi-AgEIcHlwaS5vcmc${of(60)}`], misses: ['pypi-AgEI', 'pypi-server'] },
  'Docker Hub token': { hits: [`dckr_pat_${of(27)}`, `dckr_oat_${of(32)}`], misses: ['dckr_pat_', `dckr_rat_${of(27)}`] },
  'DigitalOcean token': { hits: [`dop_v1_${'0123456789abcdef'.repeat(4)}`], misses: ['dop_v1_abc', 'shop_v1_orders'] },
  'SendGrid key': { hits: [`SG.${of(22)}.${of(43)}`], misses: ['SG.x.y', 'MSG.text'] },
  'HashiCorp Vault token': { hits: [`hvs.${of(24)}`, `hvb.${of(100)}`, `hvr.${of(24)}`], misses: ['hvs.example.com', 'hvs.'] },
  'Azure storage key': { hits: [`DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${of(86)}==;EndpointSuffix=core.windows.net`], misses: ['AccountKey=', 'AccountKey=$(KEY)'] },
  'age secret key': { hits: [`AGE-SECRET-KEY-1${'QPZRY9X8GF'.repeat(6).slice(0, 58)}`], misses: ['AGE-SECRET-KEY-1...', `age1${of(58)}`] },
  'private key': {
    hits: ['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '].map(kind => `-----BEGIN ${kind}PRIVATE KEY-----\nMIIE`).concat('-----BEGIN PGP PRIVATE KEY BLOCK-----'),
    misses: ['-----BEGIN PUBLIC KEY-----', '-----BEGIN CERTIFICATE-----', 'the PRIVATE KEY of the server'],
  },
  'JSON Web Token': { hits: [`eyJ${of(20)}.eyJ${of(40)}.${of(43)}`, `Bearer eyJ${of(20)}.eyJ${of(40)}.${of(43)}`], misses: [`eyJ${of(20)}`, `eyJ${of(20)}.eyJ${of(40)}.`, 'x.eyJ'] },
  'password in an address': {
    hits: ['postgres://shop:hunter2@db:5432/shop', 'redis://:hunter2@cache', 'https://user:p4$$@example.com/x', 'see amqp://a:b@[::1]/ for it'],
    misses: [
      'postgres://shop@db:5432/shop', 'postgres://shop:$(PASSWORD)@db', 'postgres://shop:${PASSWORD}@db', 'postgres://shop:%s@db', 'https://user:<password>@host',
      'https://user:{{ .Password }}@host', 'https://user:***@host', 'https://example.com:8443/a@b', 'https://example.com/?to=a:b@c', 'git@github.com:shop/web.git',
      'http://a:80/ and mail to someone@example.com', 'docker.io/library/nginx:1.27@sha256:0123', 'oci://registry.example.com:5000/web@sha256:0123',
    ],
  },
};

test('every shape has examples', () => {
  expect([...TOKEN_SHAPES.map(({ name }) => name), 'password in an address'].sort()).toEqual(Object.keys(EXAMPLES).sort());
});

test.each(Object.entries(EXAMPLES))('%s', (name, { hits, misses }) => {
  const { pattern } = TOKEN_SHAPES.find(shape => shape.name === name) ?? { pattern: ADDRESS };
  const own = compile(`text.matches(${JSON.stringify(pattern)})`, { variables: ['text'], kubernetes: '1.28' });
  for (const text of hits) {
    // It is found for its own shape's sake.
    expect([text, own.evaluate({ text })]).toEqual([text, true]);
    expect([text, found(text), found(`key: "${text}"\n`), found(`\n${text}`)]).toEqual([text, true, true, true]);
  }
  expect(misses.filter(text => found(text) === true)).toEqual([]);
});

const hex = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), minLength: 1, maxLength: 20 });

test.each<[string, fc.Arbitrary<string>]>([
  ['a digest', hex(64).map(digest => `sha256:${digest}`)],
  ['a commit', hex(40)],
  ['an image', fc.tuple(word, word, word, hex(64)).map(([host, path, tag, digest]) => `${host}.example.com:5000/${path}/app:${tag}@sha256:${digest}`)],
  ['a UUID', fc.uuid()],
  ['base64 of anything', fc.uint8Array({ maxLength: 200 }).map(bytes => Buffer.from(bytes).toString('base64'))],
  ['base64 of JSON', fc.dictionary(word, word).map(value => Buffer.from(JSON.stringify(value)).toString('base64'))],
  ['an address', fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] })],
  ['a mail address', fc.emailAddress()],
  ['a file of settings', fc.array(fc.tuple(word, word)).map(lines => lines.map(([name, value]) => `${name}: ${value}\n`).join(''))],
])('%s is no token', (_name, texts) => {
  fc.assert(fc.property(texts, text => found(text) === false), { numRuns: 2000 });
});
