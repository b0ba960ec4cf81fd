type Path = readonly (string | number)[];

/** Where something is not as the API server wants it, and why. */
export interface ShapeFault {
  readonly path: Path;
  readonly message: string;
}

/** What a value must look like: it says everything that is wrong. */
export type Shape = (value: unknown, path: Path) => ShapeFault[];

const wrong = (path: Path, message: string): ShapeFault[] => [{ path, message }];

/** A text that says something. */
export const text: Shape = (value, path) => typeof value === 'string' && value.trim() !== '' ? [] : wrong(path, 'give a text');

/** A text, which may be empty. */
export const anyText: Shape = (value, path) => typeof value === 'string' ? [] : wrong(path, 'give a text');

/** A text of one line. */
export const line: Shape = (value, path) => typeof value === 'string' && /[\n\r]/.test(value.trim()) ? wrong(path, 'it must not contain line breaks') : text(value, path);

export const whatever: Shape = () => [];

export const oneOf = (...allowed: readonly string[]): Shape => (value, path) =>
  allowed.includes(value as string) ? [] : wrong(path, `${JSON.stringify(value)} is not known here: give one of ${allowed.join(', ')}`);

export const matching = (pattern: RegExp, what: string): Shape => (value, path) =>
  typeof value === 'string' && pattern.test(value) ? [] : wrong(path, `${JSON.stringify(value)} is not ${what}`);

/** Any number of elements, or at least so many. */
export const listOf = (element: Shape, least = 0): Shape => (value, path) => {
  if (!Array.isArray(value)) {
    return wrong(path, 'give a list');
  }
  return value.length < least ? wrong(path, `give at least ${least}`) : value.flatMap((item, index) => element(item, [...path, index]));
};

/** The same, where no two elements have the same name. */
export const named = (element: Shape, name: string): Shape => (value, path) => {
  const faults = listOf(element)(value, path);
  const names = Array.isArray(value) ? value.map(item => item?.[name]) : [];
  return faults.length > 0 ? faults
    : names.flatMap((own, index) => names.indexOf(own) < index ? wrong([...path, index, name], `"${own}" is there twice`) : []);
};

/** An object with these fields and no others: one that is misspelt would be silence. */
export const fields = (required: { readonly [field: string]: Shape }, optional: { readonly [field: string]: Shape } = {}): Shape => (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return wrong(path, 'give a mapping');
  }
  const known = { ...optional, ...required };
  const own = value as { readonly [field: string]: unknown };
  return [
    ...Object.keys(required).filter(field => own[field] === undefined).flatMap(field => wrong(path, `it has no ${field}: give it`)),
    ...Object.keys(own).flatMap(field => Object.prototype.hasOwnProperty.call(known, field) ? known[field](own[field], [...path, field])
      : wrong([...path, field], `there is no such field: give one of ${Object.keys(known).join(', ')}`)),
  ];
};
