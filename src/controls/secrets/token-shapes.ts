/** A kind of credential, and what it looks like wherever it stands. */
export interface TokenShape {
  readonly name: string;

  /** In RE2, as CEL has it. Counts are bounded, so that it is quick on a long text. */
  readonly pattern: string;

  /** A part of it that hardly anything else has, in RE2, as short as can be: the API server counts what a pattern is long. */
  readonly mark: string;

  /** Whether it may be a part of a longer word; any other stands alone, or a digest or an identifier would hold one. */
  readonly anywhere?: boolean;
}

/** What credentials of well-known makers look like. Each holds a text that nothing else has, so that a digest, an image or a UUID is none. */
export const TOKEN_SHAPES: readonly TokenShape[] = [
  { name: 'AWS access key id', mark: 'A[KS]IA', pattern: 'A[KS]IA[A-Z0-9]{16}' },
  { name: 'GitHub token', mark: 'gh[pousr]_', pattern: 'gh[pousr]_[A-Za-z0-9]{36,251}' },
  { name: 'GitHub fine-grained token', mark: 'b_pat_', pattern: 'github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}' },
  { name: 'GitLab token', mark: 'gl[a-z]{1,3}t-', pattern: 'gl(?:pat|dt|rt|soat)-[A-Za-z0-9_-]{20,300}' },
  { name: 'Slack token', mark: 'xox[a-z]-', pattern: 'xox[abeoprs]-[A-Za-z0-9-]{10,250}' },
  { name: 'Slack webhook', mark: '[.]slack[.]', pattern: 'hooks[.]slack[.]com/services/T[A-Z0-9]{6,20}/B[A-Z0-9]{6,20}/[A-Za-z0-9]{20}', anywhere: true },
  { name: 'Stripe key', mark: 'k_live_', pattern: '[rs]k_live_[A-Za-z0-9]{16,250}' },
  { name: 'Google API key', mark: 'AIza', pattern: 'AIza[A-Za-z0-9_-]{35}' },
  { name: 'Google OAuth secret', mark: 'GOCSPX-', pattern: 'GOCSPX-[A-Za-z0-9_-]{28}' },
  { name: 'npm token', mark: 'npm_', pattern: 'npm_[A-Za-z0-9]{36}' },
  { name: 'PyPI token', mark: 'pypi-', pattern: 'pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,300}' },
  { name: 'Docker Hub token', mark: 'dckr_', pattern: 'dckr_[op]at_[A-Za-z0-9_-]{27,100}' },
  { name: 'DigitalOcean token', mark: '_v1_', pattern: 'do[opr]_v1_[a-f0-9]{64}' },
  { name: 'SendGrid key', mark: 'SG[.]', pattern: 'SG[.][A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]{43}' },
  { name: 'HashiCorp Vault token', mark: 'hv[brs][.]', pattern: 'hv[brs][.][A-Za-z0-9_-]{24,300}' },
  { name: 'Azure storage key', mark: 'tKey=', pattern: 'AccountKey=[A-Za-z0-9+/]{86}==', anywhere: true },
  { name: 'age secret key', mark: 'AGE-S', pattern: 'AGE-SECRET-KEY-1[0-9A-Z]{58}' },
  { name: 'private key', mark: 'PRIVATE K', pattern: '-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----', anywhere: true },
  { name: 'JSON Web Token', mark: 'eyJ', pattern: 'eyJ[A-Za-z0-9_-]{10,250}[.]eyJ[A-Za-z0-9_-]{10,999}[.][A-Za-z0-9_-]{16,999}' },
];

/** A password in an address. A variable, a template or a placeholder in its place is none. */
export const ADDRESS = '://[^\\s/:@\'"?#]*:[^\\s/:@$%<{*\'"?#][^\\s/@\'"]*@[A-Za-z0-9.\\[-]';

/** In RE2: what every text with a credential has. It is looked for first: of a hundred texts hardly one has it. */
const MARK = TOKEN_SHAPES.map(({ mark }) => mark).join('|');

const oneOf = (shapes: readonly TokenShape[]) => shapes.map(({ pattern }) => pattern).join('|');

/** In RE2: what each credential that stands alone looks like in a text, and each that may stand anywhere. */
const PATTERNS = [
  `(?:^|[^A-Za-z0-9_-])(?:${oneOf(TOKEN_SHAPES.filter(({ anywhere }) => anywhere !== true))})(?:$|[^A-Za-z0-9_-])`,
  oneOf(TOKEN_SHAPES.filter(({ anywhere }) => anywhere === true)),
];

/** CEL: whether a text holds a credential of a known shape. */
export function hasToken(text: string): string {
  const [mark, alone, anywhere, address] = [MARK, ...PATTERNS, ADDRESS].map(pattern => `${text}.matches(${JSON.stringify(pattern)})`);
  return `(${mark} && (${alone} || ${anywhere}) || ${text}.contains("@") && ${text}.contains("://") && ${address})`;
}

/** CEL: whether a text is the value of an Authorization header. A word such as "bearer authentication" has no digit. */
export function isBearer(text: string): string {
  return `(${text}.contains("earer ") && ${text}.matches("^[Bb]earer [A-Za-z._~+/=-]{0,200}[0-9][A-Za-z0-9._~+/=-]{5,999}$"))`;
}
