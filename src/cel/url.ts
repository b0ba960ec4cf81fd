import { Ip } from './address';
import { CelError } from './error';
import { Opaque } from './values';

const SCHEME = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(.*)$/s;
const USER = /^[A-Za-z0-9._:~!$&'()*+,;=%@-]*$/;
const PORT = /^(?::\d*)?$/;
const ESCAPE = /%([0-9A-Fa-f]{2})/g;

/** What may stand in a part as it is; everything else is escaped. */
const PATH_PLAIN = /[A-Za-z0-9._~$&+,/:;=@-]/;
const PATH_WRITTEN = /^[A-Za-z0-9._~/!$&'()*+,;=:@[\]%-]*$/;
const FRAGMENT_PLAIN = /[A-Za-z0-9._~$&+,/:;=?@!()*-]/;
const USER_PLAIN = /[A-Za-z0-9._~$&+,;=-]/;
const HOST_PLAIN = /[A-Za-z0-9._~!$&'()*+,;=:[\]<>"-]/;
const HOST = /^[A-Za-z0-9._~!$&'()*+,;=:[\]<>"%\u0080-\u{10ffff}-]*$/u;

const refuse = (text: string): never => {
  throw new CelError(`"${text}" is not a URL`);
};

/** @throws CelError if an escape in it is wrong */
function unescaped(text: string): Buffer {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) {
    refuse(text);
  }
  const parts = text.split(ESCAPE).map((part, index) => index % 2 === 0 ? Buffer.from(part) : Buffer.from(part, 'hex'));
  return Buffer.concat(parts);
}

function escaped(bytes: Buffer, plain: RegExp): string {
  return [...bytes].map(byte => byte < 0x80 && plain.test(String.fromCharCode(byte)) ? String.fromCharCode(byte)
    : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** As it is written where that is well formed, otherwise escaped anew. */
function canonical(written: string, plain: RegExp): string {
  return PATH_WRITTEN.test(written) ? written : escaped(unescaped(written), plain);
}

function cut(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** A host with its port. An address of version 6 is in brackets; a port is digits. */
function hostOf(text: string): string {
  if (text.lastIndexOf('[') > 0) {
    return refuse(text);
  }
  const [, address, port] = /^\[(.*)\](.*)$/s.exec(text) ?? [];
  if (text.startsWith('[')) {
    const [bare, zone] = cut(address ?? refuse(text), '%25');
    if (!PORT.test(port) || !bare.includes(':') || !HOST.test(bare) || zone === '') {
      return refuse(text);
    }
    Ip.parse(bare.replace(/^::ffff:/i, '::'));
    return `[${unescaped(address)}]${port}`;
  }
  const colon = text.lastIndexOf(':');
  // Only what is not ASCII may be escaped in a host, and a percent sign.
  if (!HOST.test(text) || (colon >= 0 && !PORT.test(text.slice(colon))) || /%[0-7](?!5)|%[013-7]5/.test(text)) {
    return refuse(text);
  }
  return unescaped(text).toString();
}

interface Parts {
  readonly scheme: string;
  readonly user?: string;
  readonly host?: string;
  readonly opaque?: string;
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

/** An absolute URL or path, as Go reads it: other than browsers it changes next to nothing. */
export class Url extends Opaque {
  /** @throws CelError if it is not what a request may ask for */
  public static parse(text: string): Url {
    partsOf(text, true);
    const [before, fragment] = cut(text, '#');
    return new Url({ ...partsOf(before, false), fragment: fragment === undefined || fragment === '' ? undefined : canonical(fragment, FRAGMENT_PLAIN) });
  }

  public static isUrl(text: string): boolean {
    try {
      return partsOf(text, true) !== undefined;
    } catch (error) {
      if (error instanceof CelError) {
        return false;
      }
      throw error;
    }
  }

  public readonly type = 'kubernetes.URL';

  private constructor(private readonly parts: Parts) {
    super();
  }

  public get scheme(): string {
    return this.parts.scheme;
  }

  /** With its port. */
  public get host(): string {
    return this.parts.host ?? '';
  }

  public get hostname(): string {
    const [, bracketed] = /^\[(.*)\]/s.exec(this.host) ?? [];
    return bracketed ?? this.host.replace(/:\d*$/, '');
  }

  public get port(): string {
    return /:(\d*)$/.exec(this.host.replace(/^\[.*\]/s, ''))?.[1] ?? '';
  }

  public get path(): string {
    return this.parts.path;
  }

  /** Names with all their values; what is not well formed is left out. */
  public get query(): Map<string, string[]> {
    const values = new Map<string, string[]>();
    const pairs = (this.parts.query ?? '').split('&').filter(pair => pair !== '' && !pair.includes(';') && !/%(?![0-9A-Fa-f]{2})/.test(pair));
    for (const [name, value = ''] of pairs.map(pair => cut(pair, '=').map(part => part === undefined ? '' : unescaped(part.replace(/\+/g, ' ')).toString()))) {
      values.set(name, [...values.get(name) ?? [], value]);
    }
    return values;
  }

  public equals(other: this): boolean {
    return this.toString() === other.toString();
  }

  public toString(): string {
    const { scheme, user, host, opaque, path, query, fragment } = this.parts;
    const authority = host === undefined || host + path + (user ?? '') === '' && user === undefined ? '' : `//${user === undefined ? '' : `${user}@`}${escaped(Buffer.from(host), HOST_PLAIN)}`;
    return `${scheme === '' ? '' : `${scheme}:`}${opaque ?? authority + path}${query === undefined ? '' : `?${query}`}${fragment === undefined ? '' : `#${fragment}`}`;
  }
}

function partsOf(text: string, request: boolean): Parts {
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(text) || (text === '' && request) || text.startsWith(':')) {
    return refuse(text);
  }
  if (text === '*') {
    return { scheme: '', path: '*' };
  }
  const [, found = '', after] = SCHEME.exec(text)!;
  const scheme = found.toLowerCase();
  const [rest, query] = cut(after, '?');
  if (!rest.startsWith('/')) {
    return scheme !== '' ? { scheme, opaque: rest === '' ? undefined : rest, path: '', query } : request || cut(rest, '/')[0].includes(':') ? refuse(text)
      : { scheme, path: pathOf(rest), query };
  }
  if (!rest.startsWith('//') || (scheme === '' && (request || rest.startsWith('///')))) {
    return { scheme, path: pathOf(rest), query };
  }
  const [, authority, path] = /^\/\/([^/]*)(.*)$/s.exec(rest)!;
  return { scheme, ...authorityOf(authority), path: pathOf(path), query };
}

function pathOf(written: string): string {
  unescaped(written);
  return canonical(written, PATH_PLAIN);
}

function authorityOf(authority: string): Pick<Parts, 'user' | 'host'> {
  const at = authority.lastIndexOf('@');
  const host = hostOf(authority.slice(at + 1));
  if (at < 0) {
    return { host };
  }
  const user = authority.slice(0, at);
  const [name, password] = cut(USER.test(user) ? user : refuse(authority), ':').map(part => part === undefined ? undefined : escaped(unescaped(part), USER_PLAIN));
  return { host, user: password === undefined ? name : `${name}:${password}` };
}
