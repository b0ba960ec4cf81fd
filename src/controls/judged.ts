import { Subject } from './subject';
import { containersOf, LocatedPodTemplate } from '../model/pod-template';

/** One thing that an expression is evaluated on: what its variables are bound to, and where it stands. */
export interface Judged {
  /** The control that is evaluated puts its own parameters in. */
  readonly bindings: { readonly [variable: string]: unknown; params: unknown };
  readonly path: readonly (string | number)[];
  readonly container?: string;

  /** Whether a field can be written there. Nothing where each can. */
  readonly says?: (field: string) => boolean;
}

/** What expressions range over in an object, by their subject. */
export type JudgedBySubject = { readonly [subject in Subject]: readonly Judged[] };

/** What expressions range over in an object with a pod template, or without one. */
export function judgedIn(object: object, located: LocatedPodTemplate | undefined): JudgedBySubject {
  const bindings = { object, params: undefined };
  const ofObject = { [Subject.OBJECT]: [{ bindings, path: [] }] };
  if (located === undefined) {
    return { ...ofObject, [Subject.POD]: [], [Subject.CONTAINER]: [] };
  }
  const { path, template: pod, assembly } = located;
  return {
    ...ofObject,
    [Subject.POD]: [{ bindings: { ...bindings, pod }, path, says: assembly?.ofPod }],
    [Subject.CONTAINER]: [...containersOf(pod.spec)].map(({ list, index, container }) =>
      ({
        bindings: { ...bindings, pod, container },
        path: [...path, 'spec', list, index],
        container: String(container.name ?? index),
        says: assembly && (field => assembly.ofContainer(list, index, field)),
      })),
  };
}
