/**
 * Takes `items` apart best first, only as far as they are asked for: a binary heap (Williams 1964). `before(a, b)` is
 * negative when `a` is the better one; the list is rearranged.
 */
export function* bestFirst<Item>(items: Item[], before: (a: Item, b: Item) => number): Generator<Item> {
  function sink(at: number): void {
    const item = items[at]!;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && before(items[child + 1]!, items[child]!) < 0) child++;
      if (before(item, items[child]!) <= 0) break;
      items[at] = items[child]!;
      at = child;
    }
    items[at] = item;
  }
  for (let at = (items.length >> 1) - 1; at >= 0; at--) sink(at);
  while (items.length > 0) {
    yield items[0]!;
    const last = items.pop()!;
    if (items.length > 0) {
      items[0] = last;
      sink(0);
    }
  }
}
