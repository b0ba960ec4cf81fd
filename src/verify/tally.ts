import { Evidence } from './report/report';

/** What became of an object under a control, the gravest first. */
const STANDINGS = ['failed', 'acknowledged', 'undetermined', 'passed'] as const;
export type Standing = typeof STANDINGS[number];
type Counts = { [standing in Standing]: number };

/** Counts how objects stand to each control. An object with several pods counts once, as the worst of them. */
export class Tally {
  private readonly counts: readonly Counts[];
  private readonly pending = new Map<number, Standing>();

  public constructor(private readonly controls: readonly string[]) {
    this.counts = controls.map(() => ({ passed: 0, failed: 0, acknowledged: 0, undetermined: 0 }));
  }

  /** How one pod of an object stands to the control with this index, or the object where it has no pods. */
  public add(control: number, standing: Standing, isOneOfSeveral: boolean): void {
    if (!isOneOfSeveral) {
      this.counts[control][standing]++;
      return;
    }
    const known = this.pending.get(control);
    this.pending.set(control, known === undefined || STANDINGS.indexOf(standing) < STANDINGS.indexOf(known) ? standing : known);
  }

  /** All pods of an object were told. */
  public endObject(): void {
    this.pending.forEach((standing, control) => this.counts[control][standing]++);
    this.pending.clear();
  }

  /** @param objects how many were judged */
  public evidence(objects: number): Evidence[] {
    return this.counts.map((count, index) => {
      const evaluated = count.passed + count.failed + count.acknowledged + count.undetermined;
      return { control: this.controls[index], evaluated, ...count, notApplicable: objects - evaluated };
    });
  }
}
