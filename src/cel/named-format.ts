import { Url } from './url';
import { Opaque } from './values';

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const NAME = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](.[0-9]+)?(z|[+-][0-9]{2}:[0-9]{2})$/;

type Validate = (text: string) => string[];

/** What is wrong with a text: too long, or not of a form. */
function shaped(form: RegExp, longest: number, what: string): Validate {
  return text => [...Buffer.byteLength(text) > longest ? [`it has more than ${longest} characters`] : [], ...form.test(text) ? [] : [`it is not ${what}`]];
}

const label = shaped(DNS_LABEL, 63, 'a DNS label: lower case letters, digits and dashes, which are not at an end');
const subdomain = shaped(DNS_SUBDOMAIN, 253, 'a DNS subdomain: labels of lower case letters, digits and dashes with dots between');
const label1035 = shaped(DNS_1035_LABEL, 63, 'a DNS label that begins with a letter: lower case letters, digits and dashes');
const plainName = shaped(NAME, 63, 'a name: letters, digits, dashes, underscores and dots, the first and last a letter or digit');

/** For names that something is added to: a dash at the end counts as a letter. */
const prefix = (validate: Validate): Validate => text => validate(text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text);
const that = (test: (text: string) => boolean, what: string): Validate => text => test(text) ? [] : [`it is not ${what}`];

function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isDateTime(text: string): boolean {
  const [date, time] = text.toLowerCase().split('t');
  return time !== undefined && isDate(date) && TIME.test(time);
}

function qualifiedName(text: string): string[] {
  const parts = text.split('/');
  if (parts.length > 2) {
    return ['it has more than one slash'];
  }
  const own = parts[parts.length - 1];
  const of = parts.length === 1 ? [] : parts[0] === '' ? ['the part before the slash is empty'] : subdomain(parts[0]);
  return [...of, ...own === '' ? ['the name is empty'] : [], ...plainName(own)];
}

/** The formats by name: what is wrong with a text, and how long a regular expression the API server counts. */
const FORMATS: { readonly [name: string]: readonly [Validate, size: number] } = {
  dns1123Label: [label, 30],
  dns1123Subdomain: [subdomain, 60],
  dns1035Label: [label1035, 30],
  qualifiedName: [qualifiedName, 60],
  dns1123LabelPrefix: [prefix(label), 30],
  dns1123SubdomainPrefix: [prefix(subdomain), 60],
  dns1035LabelPrefix: [prefix(label1035), 30],
  labelValue: [text => text === '' ? [] : plainName(text), 40],
  uri: [that(Url.isUrl, 'a URI'), 1103],
  uuid: [that(text => UUID.test(text), 'a UUID'), 70],
  byte: [that(text => BASE64.test(text), 'base64'), 84],
  date: [that(isDate, 'a date'), 71],
  datetime: [that(isDateTime, 'a date and time'), 71],
};

/** A format that texts can be tested for. */
export class NamedFormat extends Opaque {
  public static readonly NAMES = Object.keys(FORMATS);

  public static of(formatName: string): NamedFormat | undefined {
    return Object.prototype.hasOwnProperty.call(FORMATS, formatName) ? new NamedFormat(formatName) : undefined;
  }

  public readonly type = 'kubernetes.NamedFormat';

  private constructor(public readonly name: string) {
    super();
  }

  /** How long a regular expression testing a text counts as. */
  public get patternSize(): number {
    return FORMATS[this.name][1];
  }

  /** What is wrong; nothing if the text is of the format. */
  public validate(text: string): string[] {
    return FORMATS[this.name][0](text);
  }

  public equals(other: this): boolean {
    return this.name === other.name;
  }
}
