import { Document, isAlias, isMap, visit } from 'yaml';
import { Addition } from './additions';
import { insertionOf, writtenDocuments } from './insertion';
import { Manifest } from '../inventory/manifest';
import { Source } from '../verify/input';
import { LineMap } from '../verify/positions';
import { Finding } from '../verify/report/report';
import { TextReplacement } from '../verify/report/sarif';
import { stepsOf } from '../verify/report/wording';

/** A text of which several findings are mended: its documents are read once, and only where there is something to mend. */
class Mendable {
  private readonly documents: readonly Document[];
  private readonly lines: LineMap;

  public constructor(private readonly source: Source) {
    this.documents = writtenDocuments(source.text);
    this.lines = new LineMap(source.text);
  }

  /** Nothing where the place is not clear, as of two objects of one name, or one place stands for several. */
  public replacements(finding: Finding): readonly TextReplacement[] | undefined {
    const owners = this.source.manifests.filter(manifest => isOf(finding, manifest));
    const document = this.documents[finding.document!];
    if (owners.length !== 1 || finding.patch === undefined || document === undefined || hasAliases(document)) {
      return undefined;
    }
    const prefix = owners[0].origin.prefix ?? [];
    return finding.patch.operations.map(({ path, value }) => this.replacement(document, additionOf(document, [...prefix, ...stepsOf(path)], value)));
  }

  private replacement(document: Document, addition: Addition): TextReplacement {
    const { start, end, text } = insertionOf(this.source.text, document, addition);
    const put = this.source.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
    return { start: this.lines.position(start), end: this.lines.position(end), text: put };
  }
}

/** How the text of each finding's file changes where its patch is applied. */
export function replacementsIn(sources: readonly Source[]): (finding: Finding) => readonly TextReplacement[] | undefined {
  const byFile = new Map(sources.map(source => [source.file, source]));
  const read = new Map<Source, Mendable>();
  return finding => {
    const source = finding.patch === undefined || finding.file === undefined ? undefined : byFile.get(finding.file);
    if (source === undefined) {
      return undefined;
    }
    const mendable = read.get(source) ?? new Mendable(source);
    read.set(source, mendable);
    return mendable.replacements(finding);
  };
}

function isOf({ document, object }: Finding, manifest: Manifest): boolean {
  return manifest.origin.document === document && (['apiVersion', 'kind', 'namespace', 'name'] as const).every(field => manifest[field] === object[field]);
}

function hasAliases(document: Document): boolean {
  let found = false;
  visit(document, { Alias: () => { found = true; return visit.BREAK; } });
  return found;
}

/** A field that is written as null is there already: what goes below it does. */
function additionOf(document: Document, path: readonly (string | number)[], value: unknown): Addition {
  const [owner, field] = [path.slice(0, -1), path[path.length - 1]];
  const node = document.getIn(owner, true);
  const isWritten = isMap(node) && !isAlias(node) && node.has(field);
  return isWritten ? { path, fields: value as Addition['fields'] } : { path: owner, fields: { [field]: value } };
}
