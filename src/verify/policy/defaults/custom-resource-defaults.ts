type Open = { [field: string]: any };

/** Fills in the defaults of a custom resource's own schema. The object is changed. */
export function fillFromSchema(value: unknown, schema: Open | undefined): void {
  if (schema === undefined || typeof value !== 'object' || value === null) {
    return;
  }
  if (Array.isArray(value)) {
    value.forEach(item => fillFromSchema(item, schema.items));
    return;
  }
  const open = value as Open;
  for (const [field, own] of Object.entries<Open>(schema.properties ?? {})) {
    if (open[field] === undefined && own.default !== undefined) {
      open[field] = structuredClone(own.default);
    }
    fillFromSchema(open[field], own);
  }
  if (typeof schema.additionalProperties === 'object') {
    const others = Object.keys(open).filter(field => schema.properties?.[field] === undefined);
    others.forEach(field => fillFromSchema(open[field], schema.additionalProperties));
  }
}
