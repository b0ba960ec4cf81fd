import { annotated, faultOf, ScopedAcknowledgement } from './acknowledgement';
import { labelOf } from './finding';
import { Rule } from './judge';
import { ReportError } from './report/report';
import { Manifest } from '../inventory/manifest';
import { containersOf } from '../model/pod-template';

/** The acknowledgements of one run, and which of them were used. */
export class Acceptance {
  private readonly rows: ScopedAcknowledgement[] = [];
  private readonly annotations: ScopedAcknowledgement[] = [];
  private readonly used = new Set<ScopedAcknowledgement>();

  public constructor(
    given: readonly ScopedAcknowledgement[], private readonly known: ReadonlyMap<string, Rule>, private readonly judged: ReadonlySet<string>,
    private readonly day: string, private readonly errors: ReportError[],
  ) {
    this.rows.push(...this.valid(given));
  }

  public ofObject(manifest: Manifest): readonly ScopedAcknowledgement[] {
    if (manifest.object.metadata?.annotations === undefined) {
      return [];
    }
    try {
      const rows = this.valid(annotated(manifest.object, labelOf(manifest)), manifest.origin.file);
      this.annotations.push(...rows);
      return rows;
    } catch (error) {
      this.errors.push({ file: manifest.origin.file, message: (error as Error).message });
      return [];
    }
  }

  public find(own: readonly ScopedAcknowledgement[], id: string, manifest: Manifest, container?: string): ScopedAcknowledgement | undefined {
    const row = own.find(candidate => candidate.id === id && (candidate.scope.container ?? container) === container)
      ?? this.rows.find(candidate => candidate.id === id && matches(candidate, manifest, container));
    if (row !== undefined) {
      this.used.add(row);
    }
    return row;
  }

  /** An acknowledgement that nothing needs any more is an error, unless its control was not asked for in this run. */
  public unused(): ReportError[] {
    return [...this.rows, ...this.annotations].filter(row => !this.used.has(row) && this.judged.has(row.id))
      .map(row => ({ message: `${row.source}: the acknowledgement of ${row.id} accepts nothing: remove it` }));
  }

  private valid(rows: readonly ScopedAcknowledgement[], file?: string): ScopedAcknowledgement[] {
    return rows.filter(row => {
      const message = faultOf(row, id => this.known.get(id), this.day);
      if (message !== undefined) {
        this.errors.push({ file, message });
      }
      return message === undefined;
    });
  }
}

function matches({ scope }: ScopedAcknowledgement, manifest: Manifest, container?: string): boolean {
  const { kind, namespace, name, origin, object } = manifest;
  return isCalled(scope.kind, kind) && isCalled(scope.namespace, namespace) && isCalled(scope.name, name)
    && Object.entries(scope.labels ?? {}).every(([key, value]) => isCalled(value, object.metadata?.labels?.[key]))
    && isCalled(scope.container, container) && (scope.image === undefined || isCalled(scope.image, imageOf(manifest, container)))
    && (scope.constructPath === undefined || `${origin.constructPath}/`.startsWith(`${scope.constructPath}/`) || scope.constructPath === '');
}

/** Whether a name fits a pattern, in which `*` is any text. What is not asked for fits. */
function isCalled(pattern: string | undefined, name: string | undefined): boolean {
  return pattern === undefined || pattern === name
    || name !== undefined && pattern.includes('*') && new RegExp(`^${pattern.split('*').map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's').test(name);
}

function imageOf({ pod }: Manifest, container?: string): string | undefined {
  const found = pod === undefined ? undefined : [...containersOf(pod.template.spec)].find(each => each.container.name === container);
  return found === undefined ? undefined : String(found.container.image ?? '');
}
