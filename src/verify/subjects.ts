import { Control } from '../controls/control';
import { Judged, JudgedBySubject, judgedIn } from '../controls/judged';
import { Manifest } from '../inventory/manifest';
import { podTemplateAt } from '../model/pod-template';

/** What the expressions of all controls are evaluated on in one manifest: made once, for many controls ask. */
export class Subjects {
  private admitted?: JudgedBySubject;
  private written?: JudgedBySubject;

  public constructor(private readonly manifest: Manifest) {}

  /** What a control ranges over. */
  public of({ subject, asWritten }: Control): readonly Judged[] {
    const { object, pod, written } = this.manifest;
    const all = asWritten ? this.written ??= judgedIn(written, pod && podTemplateAt(written, pod.path)) : this.admitted ??= judgedIn(object, pod);
    return all[subject];
  }
}
