import { readFileSync } from 'node:fs';
import { readDocuments, YamlDocument } from '../verify/documents';
import { LineMap, offsetOf } from '../verify/positions';

/** From the root of the file to a field. */
export type FieldPath = readonly (string | number)[];

/** The text of an image lock: its value, and where each field stands in it. */
export class LockText {
  /** @throws if the file is not there, or is not one YAML document */
  public static read(file: string): LockText {
    try {
      return new LockText(file, readFileSync(file, 'utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw code === undefined ? error : new Error(`${file}: ${code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`}: give the path of an images.lock.yaml`);
    }
  }

  public readonly value: unknown;
  private readonly document: YamlDocument;

  private constructor(private readonly file: string, private readonly text: string) {
    const { documents: [document, second], faults: [fault] } = readDocuments(text);
    if (fault !== undefined) {
      throw new Error(`${file}:${fault.line}: ${this.explained(fault.message, fault.line)}`);
    }
    if (document === undefined) {
      throw new Error(`${file}: it is empty: give "schemaVersion: 1" and "images"`);
    }
    this.document = document;
    if (second !== undefined) {
      throw new Error(`${file}: it holds more than one YAML document: keep one`);
    }
    this.value = document.value;
  }

  /** An error that names the file and the line of a field, or of its nearest parent that is written. */
  public error(path: FieldPath, problem: string): Error {
    const { line } = new LineMap(this.text).position(offsetOf(this.document, path));
    return new Error(`${this.file}:${line}: ${problem}`);
  }

  private explained(fault: string, line: number): string {
    const key = /duplicat/i.test(fault) ? /^\s*(['"]?)(.+?)\1\s*:/.exec(this.text.split('\n')[line - 1] ?? '')?.[2] : undefined;
    return key === undefined ? fault : `"${key}" stands here a second time: keep one of the two`;
  }
}
