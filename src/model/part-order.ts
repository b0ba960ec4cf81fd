/** The order of the parts of the recommendations in the document: `9.2` before `12.1`, and what serves none of them at the end. A collator would cost the command a tenth of its start. */
export function comparePartIds(a: string, b: string): number {
  const [recommendation, part] = numbers(a);
  const [otherRecommendation, otherPart] = numbers(b);
  return recommendation - otherRecommendation || part - otherPart;
}

function numbers(part: string): readonly number[] {
  return part === '' ? [Number.MAX_SAFE_INTEGER, 0] : part.split('.').map(Number);
}
