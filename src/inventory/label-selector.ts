/** One requirement of a selector on a label. */
export interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** A Kubernetes label selector; an empty one matches everything. */
export interface LabelSelector {
  readonly matchLabels?: { readonly [label: string]: string };
  readonly matchExpressions?: readonly LabelExpression[];
}

type Labels = { readonly [label: string]: string };

const OPERATORS: { readonly [operator: string]: (value: string | undefined, values: readonly string[]) => boolean } = {
  In: (value, values) => value !== undefined && values.includes(value),
  NotIn: (value, values) => value === undefined || !values.includes(value),
  Exists: value => value !== undefined,
  DoesNotExist: value => value === undefined,
};

/** Whether labels satisfy a selector. A requirement with an unknown operator, or In without values, matches nothing: the API server refuses it. */
export function matchesLabels({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): boolean {
  const value = (key: string) => Object.prototype.hasOwnProperty.call(labels, key) ? labels[key] : undefined;
  return Object.entries(matchLabels ?? {}).every(([key, wanted]) => value(key) === wanted)
    && (matchExpressions ?? []).every(({ key, operator, values }) => wellFormed(operator, values) && OPERATORS[operator](value(key), values ?? []));
}

/** The same text for the same selector. */
export function labelSelectorKey({ matchLabels, matchExpressions }: LabelSelector): string {
  return JSON.stringify([matchLabels ?? {}, matchExpressions ?? []]);
}

function wellFormed(operator: string, values: unknown): boolean {
  const needsValues = operator === 'In' || operator === 'NotIn';
  return Object.prototype.hasOwnProperty.call(OPERATORS, operator) && needsValues === (Array.isArray(values) && values.length > 0);
}
