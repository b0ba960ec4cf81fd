// A tar archive (POSIX ustar) whose bytes follow from its files alone: no times, no owners, no order of a directory listing.
const BLOCK = 512;

/** Rows of the header: offset, length, and what stands there. Numbers are octal. */
const header = ({ path, mode, size }) => [
  [0, 100, path],
  [100, 8, octal(mode, 8)],
  [108, 8, octal(0, 8)], // user
  [116, 8, octal(0, 8)], // group
  [124, 12, octal(size, 12)],
  [136, 12, octal(0, 12)], // time
  [156, 1, '0'], // a plain file
  [257, 8, 'ustar\x0000'],
];

function octal(number, length) {
  return `${number.toString(8).padStart(length - 1, '0')}\0`;
}

function headerBlock(file) {
  const block = Buffer.alloc(BLOCK);
  block.fill(' ', 148, 156); // the sum counts its own field as spaces
  for (const [offset, length, text] of header(file)) {
    if (Buffer.byteLength(text) > length) {
      throw new Error(`"${text}" is longer than the ${length} bytes that tar has for it`);
    }
    block.write(text, offset);
  }
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** Files as `{ path, mode, content }`, the content a text. They are sorted by path. */
export function tar(files) {
  const blocks = [...files].sort((one, other) => (one.path < other.path ? -1 : 1)).flatMap(({ path, mode, content }) => {
    const bytes = Buffer.from(content);
    return [headerBlock({ path, mode, size: bytes.length }), bytes, Buffer.alloc((BLOCK - bytes.length % BLOCK) % BLOCK)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}
