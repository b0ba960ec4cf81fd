/** Does something with each item, some at once, and gives the results in the order of the items. */
export async function inParallel<T, R>(items: readonly T[], act: (item: T) => Promise<R>, atOnce = 16): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await act(items[index]);
    }
  }));
  return results;
}
