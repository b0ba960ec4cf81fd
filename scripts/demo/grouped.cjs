/** Rows by what a function says of them, in the order of their first appearance. */
module.exports = (rows, keyOf) => rows.reduce((groups, row) => groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]), new Map());
