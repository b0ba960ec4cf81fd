/** A form of names that Kubernetes has, with how to say it. */
export interface NameForm {
  readonly fits: (name: string) => boolean;
  readonly form: string;
}

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const QUALIFIED = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** RFC 1123, as for containers, volumes and namespaces. */
export const DNS_LABEL: NameForm = {
  fits: name => LABEL.test(name),
  form: 'give 1 to 63 lower-case letters, digits or "-", with a letter or digit at both ends',
};

/** RFC 1123, as for most objects. */
export const DNS_SUBDOMAIN: NameForm = {
  fits: name => name.length <= 253 && SUBDOMAIN.test(name),
  form: 'give at most 253 lower-case letters, digits, "-" or ".", with a letter or digit at both ends of each part',
};

/** RFC 6335, as for ports. */
export const PORT_NAME: NameForm = {
  fits: name => name.length <= 15 && LABEL.test(name) && /[a-z]/.test(name) && !name.includes('--'),
  form: 'give 1 to 15 lower-case letters, digits or single "-", with a letter among them and a letter or digit at both ends',
};

/** What every version of Kubernetes takes: from 1.34 on it takes nearly everything, which programs do not. */
export const ENVIRONMENT_VARIABLE: NameForm = {
  fits: name => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) && name !== '.' && !name.startsWith('..'),
  form: 'give letters, digits, "_", "-" or ".", not a digit first',
};

/** The key of a label or an annotation. */
export const QUALIFIED_NAME: NameForm = {
  fits: name => {
    const [last, prefix, ...more] = name.split('/').reverse();
    return more.length === 0 && QUALIFIED.test(last) && (prefix === undefined || DNS_SUBDOMAIN.fits(prefix));
  },
  form: 'give 1 to 63 letters, digits, "-", "_" or ".", with a letter or digit at both ends, and before it perhaps a domain and "/"',
};

/** What is wrong with a name, or nothing. */
export function nameFault(what: string, name: string | undefined, { fits, form }: NameForm): string[] {
  return name === undefined || fits(name) ? [] : [`${what} "${name}" is not a name for it: ${form}`];
}
