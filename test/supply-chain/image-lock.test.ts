import { Testing } from 'cdk8s';
import { DIGEST, LOCK, lockFile, OTHER } from './locks';
import { Deployment, Environment, ImageLock, Platform, Sensitivity, Tenant, Verifier, Mode } from '../../src';

const lock = (text: string, environment = Environment.PROD) => ImageLock.fromFile(lockFile(text), environment);
const entry = (fields: string) => `schemaVersion: 1\nimages:\n  cart:\n${fields.replace(/^/gm, '    ')}\n`;
const RIGHT = `repository: registry.example.com/shop/cart\ntag: 1.4.2\ndigest: ${DIGEST}`;

test('an environment has what the image says, but for what it says itself', () => {
  const [prod, staging] = [lock(LOCK), lock(LOCK, Environment.STAGING)];
  expect(prod.names()).toEqual(['cart', 'web', 'restic']);
  expect(staging.names()).toEqual(['cart', 'web']);
  expect(prod.reference('web')).toBe(`registry.example.com:5000/shop/web:2.0.0@${DIGEST}`);
  expect(staging.reference('web')).toBe(`registry.example.com:5000/shop/web:2.1.0@${OTHER}`);
  expect([prod.version('web'), staging.version('web'), prod.version('restic')]).toEqual(['2.0.0', '2.1.0', '0.14']);
});

test('what promotion needs is there: signer, attestations and the environments passed', () => {
  expect(lock(LOCK, Environment.STAGING).image('cart')).toEqual({
    name: 'cart',
    repository: 'registry.example.com/shop/cart',
    tag: '1.4.2',
    digest: DIGEST,
    signer: { issuer: 'https://accounts.example.com', subject: 'build@example.com' },
    attestations: ['https://spdx.dev/Document'],
    passed: [],
  });
  expect(lock(LOCK, Environment.STAGING).image('web')).toMatchObject({ signer: undefined, attestations: [], passed: ['dev'] });
  expect(lock(LOCK).image('restic').signer).toEqual({ key: 'restic.pub' });
});

test('an environment of a team\'s own is one like the others', () => {
  const canary = Environment.custom('canary', { before: Environment.PROD });
  expect(lock(entry(`${RIGHT}\nenvironments: { canary: {} }`), canary).version('cart')).toBe('1.4.2');
});

test('a workload runs the digest and carries the version', () => {
  const tenant = new Tenant(Testing.app(), 'shop', {
    platform: Platform.generic(), owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL,
  });
  Verifier.of(tenant.node.root, { mode: Mode.OFF });
  new Deployment(tenant, 'cart', { containers: [{ image: lock(LOCK).reference('cart') }] });
  const { metadata, spec } = Testing.synth(tenant).find(({ kind }) => kind === 'Deployment').spec.template;
  expect(spec.containers[0].image).toBe(`registry.example.com/shop/cart:1.4.2@${DIGEST}`);
  expect(metadata.labels['app.kubernetes.io/version']).toBe('1.4.2');
});

test.each([
  ['an unknown name, near to one', 'crat', 'there is no image "crat": did you mean "cart"?'],
  ['an unknown name', 'payment', 'there is no image "payment": add it'],
  ['an object\'s own word', 'constructor', 'there is no image "constructor": add it'],
])('%s', (_, name, message) => {
  expect(() => lock(LOCK).reference(name)).toThrow(message);
});

test('an environment that the image is not in', () => {
  expect(() => lock(LOCK, Environment.STAGING).reference('restic')).toThrow(
    /images\.lock\.yaml:17: image "restic" is not in environment "staging", only in prod: promote it to "staging", or add that environment here$/);
  expect(() => lock(LOCK, Environment.custom('constructor', { after: Environment.DEV })).reference('web')).toThrow(/not in environment "constructor"/);
});

test.each([
  ['not YAML', 'images: [', /:1: not YAML: /],
  ['empty', '# nothing\n', /: it is empty: give "schemaVersion: 1" and "images"/],
  ['two documents', `${LOCK}---\n${LOCK}`, /more than one YAML document: keep one/],
  ['a list', '- cart\n', /:1: the file is not a mapping: give schemaVersion, images/],
  ['no version', 'images: {}\n', /:1: "schemaVersion" is missing/],
  ['another version', 'schemaVersion: 2\nimages: {}\n', /:1: schemaVersion "2" is not a version of the lock that is known here: give 1/],
  ['no images', 'schemaVersion: 1\n', /:1: "images" is missing/],
  ['images as a list', 'schemaVersion: 1\nimages: [cart]\n', /:2: images is not a mapping/],
  ['a duplicate image', `${LOCK}  cart: {}\n`, /:19: "cart" stands here a second time: keep one of the two/],
  ['a duplicate field', entry(`${RIGHT}\ntag: 1.4.3`), /:7: "tag" stands here a second time/],
  ['a name that is none', 'schemaVersion: 1\nimages:\n  Cart: {}\n', /:3: "Cart" cannot name an image/],
  ['an image that is none', 'schemaVersion: 1\nimages:\n  cart: 1.4.2\n', /:3: "cart" is not a mapping: give repository, tag, digest/],
  ['a field nobody reads', entry(`${RIGHT}\ndigset: x`), /:7: "digset" is not known here: did you mean "digest"\?/],
  ['a field nobody reads, near to none', entry(`${RIGHT}\ncolour: red`), /:7: "colour" is not known here: give repository, tag/],
  ['no repository', entry(`tag: 1.4.2\ndigest: ${DIGEST}`), /:3: image "cart" has no repository: give one/],
  ['a repository with a tag', entry('repository: shop/cart:1.4.2'), /:4: repository "shop\/cart:1\.4\.2" holds a tag or digest: give these in fields of their own/],
  ['a repository that is none', entry('repository: Shop Cart'), /:4: repository "Shop Cart" is not the repository of an image/],
  ['a tag and no digest', entry('repository: example.com/cart\ntag: 1.4.2'), /:3: image "cart" has no digest, and its tag can be moved to another image: .*`crane digest example\.com\/cart:1\.4\.2`/],
  ['nothing but a repository', entry('repository: example.com/cart'), /:3: image "cart" has no digest: give the digest that `crane digest example\.com\/cart` prints/],
  ['a digest and no tag', entry(`repository: example.com/cart\ndigest: ${DIGEST}`), /:3: image "cart" has no tag, so nobody can tell its version/],
  ['a malformed digest', entry(RIGHT.replace('0123', 'wxyz')), /:6: digest "sha256:wxyz.*" is not a digest: give "sha256:" and 64 hexadecimal digits/],
  ['a digest cut short', entry(RIGHT.slice(0, -1)), /:6: digest .* is not a digest/],
  ['the tag latest', entry(RIGHT.replace('1.4.2', 'latest')), /:5: tag "latest" names no version: give the tag of a release/],
  ['a tag that is a number', entry(RIGHT.replace('1.4.2', '1.10')), /:5: tag "1.1" is a number to YAML: put it in quotes/],
  ['a tag that is no label', entry(RIGHT.replace('1.4.2', '1.4.2-')), /:5: tag "1.4.2-" cannot be both a tag and the value of the version label/],
  ['an empty list of environments', entry(`${RIGHT}\nenvironments: {}`), /:7: image "cart" is in no environment/],
  ['an environment that is no label', entry(`${RIGHT}\nenvironments:\n  "a b": {}`), /:8: "a b" cannot name an environment/],
  ['half of a release in an environment', entry(`${RIGHT}\nenvironments:\n  prod:\n    tag: 1.5.0`), /:8: environment "prod" says only one of tag and digest.*: give both/],
  ['an environment with nothing to run', entry('repository: example.com/cart\nenvironments:\n  prod:'), /:6: image "cart" has no digest/],
  ['a wrong digest in an environment nobody asks for', entry(`${RIGHT}\nenvironments:\n  prod:\n  dev:\n    tag: 1.5.0\n    digest: x`), /:11: digest "x" is not a digest/],
  ['environments passed by an image', entry(`${RIGHT}\npassed: [dev]`), /:7: "passed" is not known here/],
  ['passed as a text', entry(`${RIGHT}\nenvironments:\n  prod:\n    passed: dev`), /:9: passed "dev" is not a list of environments/],
  ['attestations as a text', entry(`${RIGHT}\nattestations: sbom`), /:7: attestations "sbom" is not a list of attestation types/],
  ['a signer of both kinds', entry(`${RIGHT}\nsigner: { key: a, issuer: b, subject: c }`), /:7: signer is not one signer: give "key", or "issuer" and "subject"/],
  ['a signer without issuer', entry(`${RIGHT}\nsigner: { subject: c }`), /:7: signer is not one signer/],
  ['everybody as signer', entry(`${RIGHT}\nsigner: { issuer: a, subject: "*" }`), /:7: signer has a wildcard, which is everybody: name who signed/],
  ['a signer that is a text', entry(`${RIGHT}\nsigner: me`), /:7: signer "me" is not a signer/],
])('%s is one clear error with file and line', (_, text, message) => {
  const file = lockFile(text);
  expect(() => ImageLock.fromFile(file, Environment.PROD)).toThrow(message);
  expect(() => ImageLock.fromFile(file, Environment.PROD)).toThrow(new RegExp(`^${file}`));
});

test('a file that is not there, or not a file', () => {
  expect(() => ImageLock.fromFile('/nowhere/images.lock.yaml', Environment.PROD)).toThrow('/nowhere/images.lock.yaml: there is no such file: give the path of an images.lock.yaml');
  expect(() => ImageLock.fromFile(__dirname, Environment.PROD)).toThrow(/it cannot be read \(EISDIR\)/);
});
