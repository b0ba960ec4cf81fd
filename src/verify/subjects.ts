import { Control } from '../controls/control';
import { Judged, JudgedBySubject, judgedIn } from '../controls/judged';
import { Manifest } from '../inventory/manifest';
import { LocatedPodTemplate, podTemplateAt, podTemplatesOf } from '../model/pod-template';

/** What the expressions of all controls are evaluated on in one manifest: made once, for many controls ask. */
export class Subjects {
  private admitted?: JudgedBySubject;
  private written?: JudgedBySubject;

  public constructor(private readonly manifest: Manifest) {}

  /** What a control ranges over. */
  public of({ subject, asWritten }: Pick<Control, 'subject' | 'asWritten'>): readonly Judged[] {
    const { object, pod, written } = this.manifest;
    const all = asWritten ? this.written ??= judgedIn(written, pod && templateIn(written, pod)) : this.admitted ??= judgedIn(object, pod);
    return all[subject];
  }

  /** The same thing as its author wrote it, which is what a remedy is put into. */
  public asWritten({ subject }: Pick<Control, 'subject'>, { path }: Judged): Judged | undefined {
    return this.of({ subject, asWritten: true })
      .find(judged => judged.path.length === path.length && judged.path.every((step, index) => step === path[index]));
  }
}

/** The same pod template in the object as it was written. */
function templateIn(written: object, { path, assembly }: LocatedPodTemplate): LocatedPodTemplate | undefined {
  return assembly === undefined ? podTemplateAt(written, path) : podTemplatesOf(written).find(other => other.path.join() === path.join());
}
