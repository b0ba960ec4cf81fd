const ESCAPE = /\\(?:([abfnrtv"'\\?`])|[xX]([0-9a-fA-F]{2})|([0-3][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[^]?)/g;
const SINGLE: { readonly [letter: string]: string } = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const LAST_CODE_POINT = 0x10ffff;

/** Stands for an escape that there is not: past the last code point. */
const WRONG = 'ffffffff';

type Part = { readonly text: string } | { readonly byte: number } | { readonly codePoint: number };

/** The text that the inside of a string literal stands for; nothing if an escape in it is wrong. */
export function textOf(body: string, raw: boolean): string | undefined {
  const parts = partsOf(body, raw);
  const ok = parts.every(part => !('codePoint' in part) || (part.codePoint <= LAST_CODE_POINT && (part.codePoint < 0xd800 || part.codePoint > 0xdfff)));
  return ok ? parts.map(part => 'text' in part ? part.text : String.fromCodePoint('byte' in part ? part.byte : part.codePoint)).join('') : undefined;
}

/** The bytes that the inside of a bytes literal stands for: its text in UTF-8, escapes of one byte as they are. */
export function bytesOf(body: string, raw: boolean): Uint8Array | undefined {
  const parts = partsOf(body, raw);
  return parts.some(part => 'codePoint' in part) ? undefined
    : Buffer.concat(parts.map(part => 'byte' in part ? Buffer.of(part.byte) : Buffer.from((part as { text: string }).text)));
}

function partsOf(body: string, raw: boolean): Part[] {
  // Line ends are as the specification has them, whatever the file's are.
  const text = body.replace(/\r\n?/g, '\n');
  if (raw || !text.includes('\\')) {
    return [{ text }];
  }
  const parts: Part[] = [];
  let from = 0;
  for (const found of text.matchAll(ESCAPE)) {
    const [whole, single, hex, octal, short, long] = found;
    parts.push({ text: text.slice(from, found.index) });
    parts.push(single !== undefined ? { text: SINGLE[single] ?? single }
      : hex !== undefined ? { byte: parseInt(hex, 16) }
        : octal !== undefined ? { byte: parseInt(octal, 8) }
          : { codePoint: parseInt(short ?? long ?? WRONG, 16) });
    from = found.index + whole.length;
  }
  return [...parts, { text: text.slice(from) }];
}
