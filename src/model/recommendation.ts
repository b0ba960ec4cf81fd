import { Audience } from './audience';
import { Crosswalk, RecommendationRow } from './recommendation-row';
import { RECOMMENDATIONS_1_TO_7 } from './recommendations-1-to-7';
import { RECOMMENDATIONS_8_TO_17 } from './recommendations-8-to-17';
import { Reference } from './reference';
import { Ccm } from './standards/ccm';
import { Cis } from './standards/cis';
import { Nist } from './standards/nist';

/** One thing that a recommendation asks for. Controls and evidence name parts by their ids. */
export class RecommendationPart {
  /** Every part of every recommendation, in the order of the document: 54. */
  public static all(): RecommendationPart[] {
    return [...known().parts.values()];
  }

  /**
   * The part with an id.
   *
   * @param id number of the recommendation and number of the part, such as `2.3`
   * @throws if no recommendation has such a part
   */
  public static of(id: string): RecommendationPart {
    const part = known().parts.get(id);
    if (part === undefined) {
      const ids = [...known().parts.keys()];
      throw new Error(`The recommendations have no part "${id}": give one from ${ids[0]} to ${ids[ids.length - 1]}, such as 2.3`);
    }
    return part;
  }

  /** @internal */
  public static _fromRow({ number, parts }: RecommendationRow): RecommendationPart[] {
    return parts.map(([id, audience, asks]) => new RecommendationPart(number, id, audience, asks));
  }

  /** Number of the recommendation and number of the part, such as `2.3`. */
  public readonly id: string;

  /** The number of the recommendation it belongs to, from 1 to 17. */
  public readonly recommendation: number;

  /** Whom the document addresses with it. */
  public readonly audience: Audience;

  /** What it asks for, in our words. */
  public readonly asks: string;

  private constructor(recommendation: number, id: string, audience: Audience, asks: string) {
    this.id = id;
    this.recommendation = recommendation;
    this.audience = audience;
    this.asks = asks;
  }

  /** The part as reports write it: `2.3 Containers are not privileged.` */
  public toString(): string {
    return `${this.id} ${this.asks}`;
  }
}

/** A recommendation of the CSA's *Best Practices for Implementing a Secure Application Container Architecture* (2019), sections 3.1.1 to 3.1.17. */
export class Recommendation {
  /** Every recommendation, in the order of the document: 17. */
  public static all(): Recommendation[] {
    return [...known().recommendations.values()];
  }

  /**
   * The recommendation with a number.
   *
   * @param number from 1 to 17
   * @throws if there is no such recommendation
   */
  public static of(number: number): Recommendation {
    const recommendation = known().recommendations.get(number);
    if (recommendation === undefined) {
      throw new Error(`There is no recommendation ${number}: give a number from 1 to ${known().recommendations.size}`);
    }
    return recommendation;
  }

  /** @internal */
  public static _fromRow(row: RecommendationRow): Recommendation {
    return new Recommendation(row.number, row.title, RecommendationPart._fromRow(row), referencesIn(row.crosswalk));
  }

  /** The number, from 1 to 17. It is section 3.1.*number* of the document. */
  public readonly number: number;

  /** A short title in our words. */
  public readonly title: string;

  /** What it asks for, one by one. */
  public readonly parts: RecommendationPart[];

  /** Where other standards ask for the same: CCM, NIST SP 800-190, CIS, OWASP and NSA/CISA, in this order. */
  public readonly references: Reference[];

  private constructor(number: number, title: string, parts: RecommendationPart[], references: Reference[]) {
    this.number = number;
    this.title = title;
    this.parts = parts;
    this.references = references;
  }

  /** The recommendation as reports write it: `2 Securing the host`. */
  public toString(): string {
    return `${this.number} ${this.title}`;
  }
}

interface Known {
  readonly recommendations: ReadonlyMap<number, Recommendation>;
  readonly parts: ReadonlyMap<string, RecommendationPart>;
}

let cache: Known | undefined;

function known(): Known {
  if (cache === undefined) {
    const recommendations = [...RECOMMENDATIONS_1_TO_7, ...RECOMMENDATIONS_8_TO_17].map(Recommendation._fromRow);
    cache = {
      recommendations: new Map(recommendations.map(recommendation => [recommendation.number, recommendation])),
      parts: new Map(recommendations.flatMap(({ parts }) => parts).map(part => [part.id, part])),
    };
  }
  return cache;
}

function referencesIn({ ccm = [], nist = [], cis = [], owasp = [], nsa = [] }: Crosswalk): Reference[] {
  return [...ccm.map(Ccm.v4), ...nist.map(Nist.sp800190), ...cis.map(Cis.k8s), ...owasp, ...nsa];
}
