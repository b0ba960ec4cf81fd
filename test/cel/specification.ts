/** The tests of the CEL specification. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const { tests: SPECIFICATION } = require('@bufbuild/cel-spec/testdata/conformance.js');

/** All tests of a section. */
export const flat = (node: any): any[] => [...node.tests ?? [], ...(node.suites ?? []).flatMap(flat)];
