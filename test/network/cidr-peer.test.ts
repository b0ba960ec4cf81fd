import * as fc from 'fast-check';
import { familyOf } from '../../src/model/cidr';
import { cidrPeer } from '../../src/network/cidr-peer';

/** The first address and the length of a block, as numbers: what the code under test asks node:net is computed here. */
const ipv4Block = fc.tuple(fc.integer({ min: 0, max: 32 }), fc.nat({ max: 0xffffffff }))
  .map(([length, address]) => ({ length, first: length === 0 ? 0 : Math.floor(address / 2 ** (32 - length)) * 2 ** (32 - length) }));
type Block = { length: number; first: number };
const text = ({ length, first }: Block) => `${[24, 16, 8, 0].map(shift => Math.floor(first / 2 ** shift) % 256).join('.')}/${length}`;
const contains = (block: Block, address: number) => address >= block.first && address < block.first + 2 ** (32 - block.length);

test('exceptions are those blocks that are a true part of it', () => {
  let exceptions = 0;
  const near = fc.tuple(ipv4Block, fc.array(fc.tuple(ipv4Block, fc.boolean()), { maxLength: 5 })).map(([outer, blocks]) => ({
    outer,
    // Half of them are moved into the outer block: random ones hardly ever are.
    blocks: blocks.map(([block, inside]) => !inside || block.length <= outer.length ? block
      : { length: block.length, first: outer.first + block.first % 2 ** (32 - outer.length) }),
  }));
  fc.assert(fc.property(near, ({ outer, blocks }) => {
    const { ipBlock } = cidrPeer(text(outer), { metadataCidrs: blocks.map(text), nodeCidrs: ['fd01::/64'] });
    const expected = blocks.filter(block => block.length > outer.length && contains(outer, block.first)).map(text);
    exceptions += expected.length;
    expect(ipBlock).toEqual({ cidr: text(outer), ...expected.length === 0 ? {} : { except: [...new Set(expected)].sort() } });
  }), { numRuns: 500 });
  expect(exceptions).toBeGreaterThan(100);
});

test('a block of one family is no exception of the other', () => {
  const platform = { metadataCidrs: ['169.254.169.254/32', 'fd00:ec2::254/128'], nodeCidrs: ['::ffff:10.0.0.0/104'] };
  for (const cidr of ['0.0.0.0/0', '::/0']) {
    const { except } = cidrPeer(cidr, platform).ipBlock!;
    expect(except!.map(familyOf)).toEqual(except!.map(() => familyOf(cidr)));
  }
});
