/** The order of the parts of the recommendations in the document: `9.2` before `12.1`. A collator would cost the command a tenth of its start. */
export function comparePartIds(a: string, b: string): number {
  const [recommendation, part] = a.split('.').map(Number);
  const [otherRecommendation, otherPart] = b.split('.').map(Number);
  return recommendation - otherRecommendation || part - otherPart;
}
