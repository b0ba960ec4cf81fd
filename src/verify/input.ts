import { readDocuments, YamlDocument } from './documents';
import { manifestOf, NotKubernetes, objectsOf } from './manifests';
import { LineMap, offsetOf, Position } from './positions';
import { Manifest } from '../inventory/manifest';
import { ReportError } from './report/report';

type Unread = Pick<ReportError, 'line' | 'message'>;

/** A text that was read: its manifests, its faults, and where its fields stand. */
export class Source {
  /** What stands for a file that could not be read at all: its error, and no manifest. */
  public static unreadable(file: string, fault: Unread): Source {
    return new Source(file, '', false, fault);
  }

  public readonly manifests: readonly Manifest[];
  public readonly errors: readonly ReportError[];

  /** By their index, which those that could not be read have too. */
  private readonly documents: YamlDocument[] = [];
  private lines?: LineMap;

  public constructor(public readonly file: string, public readonly text: string, judged: boolean, unreadable?: Unread) {
    const { documents, faults } = unreadable === undefined ? readDocuments(text) : { documents: [], faults: [unreadable] };
    const manifests: Manifest[] = [];
    const errors: ReportError[] = faults.map((fault: Unread) => ({ file, ...fault }));
    documents.forEach(document => (this.documents[document.index] = document));
    for (const document of documents) {
      try {
        for (const { object, prefix } of objectsOf(document.value)) {
          manifests.push(manifestOf(object, { file, document: document.index, prefix }, judged));
        }
      } catch (error) {
        const path = error instanceof NotKubernetes ? error.path : [];
        errors.push({ file, line: this.position(document.index, path).line, message: (error as Error).message });
      }
    }
    if (documents.length === 0 && faults.length === 0) {
      errors.push({ file, line: 1, message: 'it holds no document' });
    }
    this.manifests = manifests;
    this.errors = errors;
  }

  /** Where a field stands, or its nearest parent that is written. Found only when asked for: most documents have no finding. */
  public position(index: number, path: readonly (string | number)[]): Position {
    this.lines ??= new LineMap(this.text);
    return this.lines.position(offsetOf(this.documents[index], path));
  }
}
