import { assert, constantFrom, array, property } from 'fast-check';
import { AcknowledgementScope, configured } from '../../src/verify/acknowledgement';
import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';

const pod = JSON.stringify({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop', labels: { team: 'shop' } },
  spec: { containers: [{ name: 'web', image: 'registry.example.com/shop/web:1' }, { name: 'logs', image: 'registry.example.com/tools/logs:2' }] },
});

/** The containers whose finding stays open. */
function open(match: AcknowledgementScope): (string | undefined)[] {
  const rows = configured({ acknowledgements: [{ id: 'read-only-root-filesystem', reason: 'they write', owner: 'team', match }] }, 'bulwark.yaml');
  const { findings } = new Verification({ controls: ['read-only-root-filesystem'] }).verifySources([new Source('pod.yaml', pod, true)], [], rows);
  return findings.map(({ container }) => container);
}

test.each<[AcknowledgementScope, string[]]>([
  [{ name: 'web' }, []],
  [{ name: 'w*' }, []],
  [{ name: '*b' }, []],
  [{ name: 'w' }, ['web', 'logs']],
  [{ name: 'x*' }, ['web', 'logs']],
  [{ namespace: 's*p', kind: '*' }, []],
  [{ container: 'lo*' }, ['web']],
  [{ image: 'registry.example.com/tools/*' }, ['web']],
  [{ image: 'registry.example.com/shop/web:1' }, ['logs']],
  [{ image: 'registryxexample.com/*' }, ['web', 'logs']],
  [{ labels: { team: 's*' } }, []],
  [{ labels: { owner: '*' } }, ['web', 'logs']],
])('what %j accepts leaves open %j', (match, left) => {
  expect(open(match)).toEqual(left);
});

test('an image is that of the container that the finding is about, so that a finding of the pod has none', () => {
  const rows = configured({ acknowledgements: [{ id: 'host-network', reason: 'r', owner: 'o', match: { image: '*' } }] }, 'bulwark.yaml');
  const text = pod.replace('"spec":{', '"spec":{"hostNetwork":true,');
  const { findings } = new Verification({ controls: ['host-network'] }).verifySources([new Source('pod.yaml', text, true)], [], rows);
  expect(findings).toHaveLength(1);
});

test('a star is any text, and nothing else is special', () => assert(property(array(constantFrom('w', 'e', 'b', '*', '.', '?', '(')), letters => {
  const pattern = letters.join('');
  const parts = pattern.split('*');
  const fits = parts.length === 1 ? pattern === 'web' : (() => {
    let at = parts[0].length;
    const middle = parts.slice(1, -1).every(part => {
      const found = 'web'.indexOf(part, at);
      at = found + part.length;
      return found >= 0;
    });
    return 'web'.startsWith(parts[0]) && middle && 'web'.endsWith(parts.at(-1)!) && 3 - parts.at(-1)!.length >= at;
  })();
  expect(open({ name: pattern }).length === 0).toBe(fits);
}), { numRuns: 300 }));
