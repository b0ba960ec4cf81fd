/** Words that a name ends with when its value is a credential: TOKEN_TTL, SECRET_NAME and PASSWORD_FILE do not. */
const WORDS = [
  'pass', 'password', 'passwd', 'passphrase', 'pwd', 'secret', 'token', 'credentials?',
  'key[_.-]?content', ...['api', 'access', 'secret', 'private', 'encryption', 'signing', 'account', 'storage', 'batch', 'master'].map(word => `${word}[_.-]?key`),
];
const CAMEL_CASE = ['Password', 'Passphrase', 'Secret', 'Token', 'ApiKey', 'AccessKey', 'SecretKey', 'PrivateKey', 'EncryptionKey', 'SigningKey'];

/** The end of a credential's name: `DB_PASSWORD`, `db.password` in small letters, or `dbPassword`. */
const ENDS = `(?:^|[_.-])(?:${WORDS.join('|')})$`;
const CAMEL_CASE_ENDS = `[a-z](?:${CAMEL_CASE.join('|')})$`;

/** Names of this kind, in small letters, name the object that holds the credential. */
const NAME_OF_OBJECT = '(existing|pull|tls)[_.-]?secret$';

/** What no credential is, and why. */
const HARMLESS: readonly string[] = [
  '.{0,3}', // too short
  '[$<{*~].*', // a variable, a template, a placeholder
  '[.]{0,2}/.*', // a path
  '(?-i:[a-z0-9._-]+(?:/[a-z0-9._-]+)+)', // a path in a store
  '(?:[a-z][a-z0-9+.-]*:/|vault:|arn:|ref[+]).*', // an address; a password in one has a shape of its own
  'true|false|none|null|auto|enabled?|disabled?|required|optional', // a switch
  '[0-9]{1,5}', // a number of something
];

/** CEL: whether a name and a value are those of a credential. */
export function isCredential(name: string, value: string): string {
  const matches = (text: string, pattern: string) => `${text}.matches(${JSON.stringify(pattern)})`;
  const small = `${name}.lowerAscii()`;
  return `((${matches(small, ENDS)} || ${matches(name, CAMEL_CASE_ENDS)}) && !${matches(small, NAME_OF_OBJECT)} && !${matches(value, `(?is)^(?:${HARMLESS.join('|')})$`)})`;
}

/** CEL: whether a name or a value is one that the team looks for besides. The parameters have regular expressions. */
export function isSoughtBesides(name: string, value: string): string {
  return `(params.names.exists(pattern, ${name}.matches(pattern)) || params.values.exists(pattern, ${value}.matches(pattern)))`;
}

/** The parameters where nothing is looked for besides. */
export const NOTHING_BESIDES = { names: [], values: [] };

/** CEL: whether an argument such as `--db-password=hunter2` holds a credential. */
export function holdsCredential(argument: string): string {
  const [flag, value] = [`${argument}.split("=", 2)[0]`, `${argument}.split("=", 2)[1]`];
  return `(${argument}.startsWith("-") && ${argument}.contains("=") && ${isCredential(flag, value)})`;
}
