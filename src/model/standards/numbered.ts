import { Reference } from '../reference';

/** How a standard with numbered entries is described: how many entries each section has, and how section and number make an id. */
export interface Numbering {
  readonly url: string;
  readonly sections: Readonly<Record<string, number>>;
  readonly id: (section: string, number: number) => string;
}

/** A standard whose ids are known. One it does not have is refused, so that a slip of the pen never becomes a claim of compliance. */
export class NumberedStandard {
  private readonly ids: ReadonlySet<string>;

  public constructor(private readonly name: string, private readonly numbering: Numbering) {
    const { sections, id } = numbering;
    this.ids = new Set(Object.entries(sections).flatMap(([section, count]) => Array.from({ length: count }, (_, index) => id(section, index + 1))));
  }

  /**
   * A reference to one of the entries.
   *
   * @throws if the standard has no such entry
   */
  public reference(id: string): Reference {
    if (!this.ids.has(id)) {
      throw new Error(`${this.name} has no "${id}": give one of ${this.ranges()}`);
    }
    return new Reference(this.name, id, this.numbering.url);
  }

  private ranges(): string {
    const { sections, id } = this.numbering;
    return Object.entries(sections).map(([section, count]) => (count === 1 ? id(section, 1) : `${id(section, 1)} to ${id(section, count)}`)).join(', ');
  }
}
