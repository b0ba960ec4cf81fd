type Open = { [field: string]: any };

const NOTHING: readonly unknown[] = [false, 0, ''];

/** Fields whose empty mapping is no value: those of other empty mappings say that something is there. */
const MAPS = new Set(['labels', 'annotations', 'nodeSelector', 'limits', 'requests', 'matchLabels', 'data', 'binaryData', 'overhead']);

/** Fields that stay where they are empty. */
const KEPT = new Set(['rules']);

/** What the API server's types do not tell from an absent field. */
export function withoutZero(value: unknown): unknown {
  return NOTHING.includes(value) ? undefined : value;
}

/** Takes away empty lists and mappings that an object of Kubernetes' own kinds does not keep. The object is changed. */
export function dropEmpty(value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  for (const [field, content] of Object.entries(value as Open)) {
    if (Array.isArray(content) ? content.length === 0 && !KEPT.has(field) : MAPS.has(field) && typeof content === 'object' && Object.keys(content).length === 0) {
      delete (value as Open)[field];
    } else {
      dropEmpty(content);
    }
  }
}
