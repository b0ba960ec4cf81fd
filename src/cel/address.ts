import { CelError } from './error';
import { Opaque } from './values';

const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-fA-F]{1,4}$/;

/** The bytes of an address without a zone; nothing if the text is none. */
function bytesOf(text: string): readonly number[] | undefined {
  return text.includes(':') ? six(text) : four(text);
}

function four(text: string): readonly number[] | undefined {
  const octets = text.split('.');
  return octets.length === 4 && octets.every(octet => OCTET.test(octet) && Number(octet) <= 255) ? octets.map(Number) : undefined;
}

function six(text: string): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) {
    return undefined;
  }
  const parts = halves.map((half, index) => groups(half, index === halves.length - 1));
  const head = parts[0];
  const tail = parts.length === 1 ? [] : parts[1];
  if (head === undefined || tail === undefined) {
    return undefined;
  }
  const missing = 16 - head.length - tail.length;
  if (halves.length === 1) {
    return missing === 0 ? head : undefined;
  }
  return missing >= 2 ? [...head, ...new Array<number>(missing).fill(0), ...tail] : undefined;
}

/** Groups of two bytes; the last of the address may be written as an address of version 4. */
function groups(text: string, last: boolean): number[] | undefined {
  const bytes: number[] = [];
  const parts = text === '' ? [] : text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = last && index === parts.length - 1 && part.includes('.') ? four(part) : undefined;
    if (embedded === undefined && !GROUP.test(part)) {
      return undefined;
    }
    const group = parseInt(part, 16);
    bytes.push(...embedded ?? [Math.floor(group / 256), group % 256]);
  }
  return bytes;
}

/** Of version 4, written as one of version 6. */
function isMapped(bytes: readonly number[]): boolean {
  return bytes.length === 16 && bytes.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff));
}

/** An address of version 4 or 6. */
export class Ip extends Opaque {
  /** @throws CelError if the text is no address, has a zone, or is an address of version 4 in the form of version 6 */
  public static parse(text: string): Ip {
    const bytes = bytesOf(text);
    if (bytes === undefined || isMapped(bytes)) {
      throw new CelError(`"${text}" is not an IP address`);
    }
    return new Ip(bytes);
  }

  public readonly type = 'net.IP';

  public constructor(public readonly bytes: readonly number[]) {
    super();
  }

  public get size(): number {
    return this.bytes.length;
  }

  public equals(other: this): boolean {
    return this.toString() === other.toString();
  }

  public toString(): string {
    return this.bytes.length === 4 ? this.bytes.join('.') : shorten(this.bytes);
  }
}

/** The longest run of two or more empty groups is left out, the first if there are several. */
function shorten(bytes: readonly number[]): string {
  const written = Array.from({ length: 8 }, (_, index) => (bytes[2 * index] * 256 + bytes[2 * index + 1]).toString(16));
  let [start, length] = [0, 1];
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (end < 8 && written[end] === '0') {
      end++;
    }
    [start, length] = end - at > length ? [at, end - at] : [start, length];
  }
  return length < 2 ? written.join(':') : `${written.slice(0, start).join(':')}::${written.slice(start + length).join(':')}`;
}

/** A range of addresses: an address, and how many of its bits all have in common. */
export class Cidr extends Opaque {
  /** @throws CelError if the text is no range */
  public static parse(text: string): Cidr {
    const [, address, bits] = /^(.*)\/(0|[1-9]\d{0,2})$/s.exec(text) ?? [];
    const bytes = address === undefined ? undefined : bytesOf(address);
    if (bytes === undefined || isMapped(bytes) || Number(bits) > bytes.length * 8) {
      throw new CelError(`"${text}" is not a CIDR`);
    }
    return new Cidr(new Ip(bytes), Number(bits));
  }

  public readonly type = 'net.CIDR';

  public constructor(public readonly ip: Ip, public readonly bits: number) {
    super();
  }

  public get size(): number {
    return Math.ceil(this.bits / 8);
  }

  public masked(): Cidr {
    const cleared = (index: number) => 2 ** Math.max(0, Math.min(8, 8 * (index + 1) - this.bits));
    return new Cidr(new Ip(this.ip.bytes.map((byte, index) => byte - byte % cleared(index))), this.bits);
  }

  public contains(other: Ip): boolean {
    return other.size === this.ip.size && new Cidr(other, this.bits).masked().ip.equals(this.masked().ip);
  }

  public equals(other: this): boolean {
    return this.toString() === other.toString();
  }

  public toString(): string {
    return `${this.ip}/${this.bits}`;
  }
}
