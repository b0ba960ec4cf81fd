const SHOWN = 3;

/** What a person should know of how a policy was judged, gathered in a run. */
export class PolicyNotices {
  private readonly openFor = new Map<string, number>();
  private readonly templates: string[] = [];

  public constructor(private readonly policy: string, private readonly bound: boolean) {}

  /** An object could not be decided for want of something. */
  public open(what: string): void {
    this.openFor.set(what, (this.openFor.get(what) ?? 0) + 1);
  }

  /** An object has a pod template, and the policy is about Pods. */
  public podTemplate(name: string): void {
    this.templates.push(name);
  }

  /** Everything, a line each, and starts anew. */
  public take(): string[] {
    const name = `ValidatingAdmissionPolicy ${this.policy}`;
    const { length } = this.templates;
    const lines = [
      ...this.bound ? [] : [`${name} has no binding: it is judged for every namespace, as though it were to deny; in a cluster it does nothing until it is bound`],
      ...[...this.openFor].map(([what, objects]) => `${name} leaves ${objects} object${objects === 1 ? '' : 's'} open: ${what} is not known here; ${remedy(what)}`),
      ...length === 0 ? [] : [`${name} is about Pods: the pod templates of ${this.templates.slice(0, SHOWN).join(', ')}${length > SHOWN ? ` and ${length - SHOWN} others` : ''} are not judged by it; `
        + 'the API server judges the pods that are made from them'],
    ];
    this.openFor.clear();
    this.templates.length = 0;
    return lines;
  }
}

/** How to make known what is not. */
function remedy(what: string): string {
  return what.startsWith('request.userInfo') ? 'say who creates the objects (--as, --as-group)'
    : what === 'request' || what === 'request.namespace' ? 'write metadata.namespace'
      : /namespace/.test(what) ? 'write metadata.namespace, and give the Namespace with --context'
        : /its parameters/.test(what) ? 'give them with --policy or --context' : 'only a cluster can tell';
}
