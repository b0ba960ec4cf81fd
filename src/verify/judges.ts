import { Rule, Verdict } from './judge';
import { Subjects } from './subjects';
import { grouped } from '../connectivity/grouped';
import { Inventory } from '../inventory/inventory';
import { Manifest } from '../inventory/manifest';

/** A control or a policy, ready to judge. */
export interface Judging {
  readonly control: Rule;
  readonly where?: (manifest: Manifest) => boolean;
  mayJudge(manifest: Manifest): boolean;
  judge(manifest: Manifest, inventory: Inventory, subjects: Subjects): Verdict;
}

/** What was said of a manifest. */
export interface JudgedManifest {
  readonly manifest: Manifest;
  readonly subjects: Subjects;

  /** Who was asked, as indices, and what each said. */
  readonly asked: readonly number[];
  readonly verdicts: readonly Verdict[];
}

/** How many manifests are judged together: enough that some are of one kind, and few enough that they fit in a cache with what is said of them. */
const TOGETHER = 240;

/** All that judges in a run. */
export class Judges {
  /** Who may judge what is of a kind, by the ways in which manifests of the kind differ. */
  private readonly byKind = new Map<string, Map<string, readonly number[]>>();

  /** What several controls ask of a manifest before they look at it. */
  private readonly wheres: ReadonlyArray<(manifest: Manifest) => boolean>;

  public constructor(public readonly all: readonly Judging[]) {
    this.wheres = [...new Set(all.flatMap(({ where }) => where ?? []))];
  }

  /**
   * Judges manifests, and tells of them in their order. Each control judges those of a kind that are together one after another, for a control is more to
   * read than a manifest: it then stays in the caches of the processor.
   */
  public* verdicts(manifests: readonly Manifest[], inventory: Inventory): Generator<JudgedManifest> {
    for (let start = 0; start < manifests.length; start += TOGETHER) {
      const together = manifests.slice(start, start + TOGETHER)
        .map(manifest => ({ manifest, subjects: new Subjects(manifest), asked: this.of(manifest), verdicts: [] as Verdict[] }));
      for (const [asked, group] of grouped(together, each => each.asked)) {
        for (const index of asked) {
          const judge = this.all[index];
          for (const { manifest, subjects, verdicts } of group) {
            verdicts.push(judge.judge(manifest, inventory, subjects));
          }
        }
      }
      yield* together;
    }
  }

  /** The controls that may judge a manifest, as indices: most are for a few kinds only. It is one list for all that are alike. */
  private of(manifest: Manifest): readonly number[] {
    const way = this.wheres.reduce((answers, where) => answers + (where(manifest) ? '1' : '0'), `${manifest.pod === undefined} ${manifest.isPart} `);
    const ways = this.byKind.get(manifest.groupKind) ?? new Map<string, readonly number[]>();
    let found = ways.get(way);
    if (found === undefined) {
      const holds = (judge: Judging) => judge.where === undefined || judge.where(manifest);
      found = this.all.flatMap((judge, index) => judge.mayJudge(manifest) && holds(judge) ? [index] : []);
      this.byKind.set(manifest.groupKind, ways.set(way, found));
    }
    return found;
  }
}
