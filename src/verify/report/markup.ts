import { printable } from './printable';

/** Text that is markup already. */
export class Markup {
  public constructor(public readonly text: string) {}

  public toString(): string {
    return this.text;
  }
}

type Filling = Markup | string | number | undefined | readonly (Markup | string | number)[];

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * A template of HTML or XML: what is filled in is text, and escaped, unless it is markup itself. Lists are written one after the other. So nothing is
 * ever escaped by hand, or forgotten.
 */
export function markup(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return new Markup(pieces.map((piece, index) => `${piece}${index < fillings.length ? written(fillings[index]) : ''}`).join(''));
}

function written(filling: Filling): string {
  return filling === undefined ? ''
    : Array.isArray(filling) ? filling.map(written).join('')
      : filling instanceof Markup ? filling.text
        : printable(String(filling)).replace(/[&<>"']/g, character => ENTITIES[character]);
}
