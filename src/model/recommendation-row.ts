import { Audience } from './audience';
import { Reference } from './reference';

/** A recommendation as the tables hold it. */
export interface RecommendationRow {
  readonly number: number;
  readonly title: string;
  readonly parts: readonly (readonly [id: string, audience: Audience, asks: string])[];
  readonly crosswalk: Crosswalk;
}

/** Where other standards ask for the same. */
export interface Crosswalk {
  readonly ccm?: readonly string[];
  readonly nist?: readonly string[];
  readonly cis?: readonly string[];
  readonly owasp?: readonly Reference[];
  readonly nsa?: readonly Reference[];
}
