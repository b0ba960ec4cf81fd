/** A kind of credential, and what it looks like wherever it stands. */
export interface TokenShape {
  readonly name: string;

  /** Texts of which each such credential holds one: looked for first, for a regular expression takes long on a long text. */
  readonly holds: readonly string[];

  /** In RE2, as CEL has it. */
  readonly pattern: string;
}

/** A token stands alone: what is beside it does not make it part of a longer word, such as a digest or an identifier. */
const token = (pattern: string) => `(?:^|[^A-Za-z0-9_-])${pattern}(?:$|[^A-Za-z0-9_-])`;

/** What credentials of well-known makers look like. Each holds a text that nothing else has, so that a digest, an image or a UUID is none. */
export const TOKEN_SHAPES: readonly TokenShape[] = [
  { name: 'AWS access key id', holds: ['AKIA', 'ASIA'], pattern: token('A[KS]IA[A-Z0-9]{16}') },
  { name: 'GitHub token', holds: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], pattern: token('gh[pousr]_[A-Za-z0-9]{36,251}') },
  { name: 'GitHub fine-grained token', holds: ['github_pat_'], pattern: token('github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}') },
  { name: 'GitLab token', holds: ['glpat-', 'gldt-', 'glrt-', 'glsoat-'], pattern: token('gl(?:pat|dt|rt|soat)-[A-Za-z0-9_-]{20,300}') },
  { name: 'Slack token', holds: ['xox'], pattern: token('xox[abeoprs]-[A-Za-z0-9-]{10,250}') },
  { name: 'Slack webhook', holds: ['hooks.slack.com'], pattern: 'hooks[.]slack[.]com/services/T[A-Z0-9]{6,}/B[A-Z0-9]{6,}/[A-Za-z0-9]{20,}' },
  { name: 'Stripe key', holds: ['k_live_'], pattern: token('[rs]k_live_[A-Za-z0-9]{16,250}') },
  { name: 'Google API key', holds: ['AIza'], pattern: token('AIza[A-Za-z0-9_-]{35}') },
  { name: 'Google OAuth secret', holds: ['GOCSPX-'], pattern: token('GOCSPX-[A-Za-z0-9_-]{28}') },
  { name: 'npm token', holds: ['npm_'], pattern: token('npm_[A-Za-z0-9]{36}') },
  { name: 'PyPI token', holds: ['pypi-AgEI'], pattern: token('pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,}') },
  { name: 'Docker Hub token', holds: ['dckr_'], pattern: token('dckr_[op]at_[A-Za-z0-9_-]{27,}') },
  { name: 'DigitalOcean token', holds: ['_v1_'], pattern: token('do[opr]_v1_[a-f0-9]{64}') },
  { name: 'SendGrid key', holds: ['SG.'], pattern: token('SG[.][A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]{43}') },
  { name: 'HashiCorp Vault token', holds: ['hvb.', 'hvr.', 'hvs.'], pattern: token('hv[brs][.][A-Za-z0-9_-]{24,}') },
  { name: 'Azure storage key', holds: ['AccountKey='], pattern: 'AccountKey=[A-Za-z0-9+/]{86}==' },
  { name: 'age secret key', holds: ['AGE-SECRET-KEY-1'], pattern: token('AGE-SECRET-KEY-1[0-9A-Z]{58}') },
  { name: 'private key', holds: ['PRIVATE KEY'], pattern: '-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----' },
  { name: 'JSON Web Token', holds: ['.eyJ'], pattern: token('eyJ[A-Za-z0-9_-]{10,}[.]eyJ[A-Za-z0-9_-]{10,}[.][A-Za-z0-9_-]{16,}') },
  // A variable, a template or a placeholder in place of the password is none.
  {
    name: 'password in an address',
    holds: ['@'],
    pattern: '://[^\\s/:@\'"?#]*:[^\\s/:@$%<{*\'"?#][^\\s/@\'"]*@[A-Za-z0-9.\\[-]',
  },
];

/** CEL: whether a text holds a credential of a known shape. Most texts are done with after a few characters were looked for in them. */
export function hasToken(text: string): string {
  const looks = (part: string) => `${text}.contains(${JSON.stringify(part)})`;
  const has = ({ holds, pattern }: TokenShape) => `((${holds.map(looks).join(' || ')}) && ${text}.matches(${JSON.stringify(pattern)}))`;
  const sharing = (character: string) => ({ holds }: TokenShape) => holds.every(part => part.includes(character));
  let rest = TOKEN_SHAPES;
  const groups = ['_', '-', '.'].map(character => {
    const group = rest.filter(sharing(character));
    rest = rest.filter(shape => !group.includes(shape));
    return `(${looks(character)} && (${group.map(has).join(' || ')}))`;
  });
  return `(${[...groups, ...rest.map(has)].join(' || ')})`;
}
