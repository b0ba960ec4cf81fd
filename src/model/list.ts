/** Whether a value is a list of objects, as `kubectl get -o yaml` writes it: a kind that ends in List, with items. */
export function isList(value: any): value is { readonly items: readonly any[] } {
  return typeof value?.kind === 'string' && value.kind.endsWith('List') && Array.isArray(value.items);
}
