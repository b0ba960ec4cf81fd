import { Audience } from '../../../model/audience';
import { RecommendationPart } from '../../../model/recommendation';

const LENSES: { readonly [audience in Audience]: string } = {
  [Audience.DEVELOPER]: 'developer',
  [Audience.OPERATOR]: 'operator',
  [Audience.BOTH]: 'developer and operator',
};

/** Whom a part of the recommendations addresses, in words. A policy of one's own is for both. */
export function lensOf(part: string): string {
  return LENSES[part === '' ? Audience.BOTH : RecommendationPart.of(part).audience];
}
