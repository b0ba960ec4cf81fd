import { Control } from '../controls/control';
import { Subject } from '../controls/subject';
import { Manifest } from '../inventory/manifest';
import { containersOf, LocatedPodTemplate, podTemplateOf } from '../model/pod-template';

/** One thing that an expression is evaluated on: what its variables are bound to, and where it stands. */
export interface Judged {
  /** The control that is evaluated puts its own parameters in. */
  readonly bindings: { readonly [variable: string]: unknown; params: unknown };
  readonly path: readonly (string | number)[];
  readonly container?: string;
}

type BySubject = { readonly [subject in Subject]: readonly Judged[] };

/** What the expressions of all controls are evaluated on in one manifest: made once, for many controls ask. */
export class Subjects {
  private admitted?: BySubject;
  private written?: BySubject;

  public constructor(private readonly manifest: Manifest) {}

  /** What a control ranges over. */
  public of({ subject, asWritten }: Control): readonly Judged[] {
    const { object, pod, written } = this.manifest;
    return asWritten ? (this.written ??= bySubject(written, podTemplateOf(written)))[subject] : (this.admitted ??= bySubject(object, pod))[subject];
  }
}

function bySubject(object: object, located: LocatedPodTemplate | undefined): BySubject {
  const bindings = { object, params: undefined };
  const ofObject = { [Subject.OBJECT]: [{ bindings, path: [] }] };
  if (located === undefined) {
    return { ...ofObject, [Subject.POD]: [], [Subject.CONTAINER]: [] };
  }
  const { path, template: pod } = located;
  return {
    ...ofObject,
    [Subject.POD]: [{ bindings: { ...bindings, pod }, path }],
    [Subject.CONTAINER]: [...containersOf(pod.spec)].map(({ list, index, container }) =>
      ({ bindings: { ...bindings, pod, container }, path: [...path, 'spec', list, index], container: String(container.name ?? index) })),
  };
}
