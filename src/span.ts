/** A half-open stretch `[start, end)` of an article's `body`, in UTF-16 code units. */
export type Span = { readonly start: number; readonly end: number };

/** The words a span names, verbatim. */
export function textOf(body: string, span: Span): string {
  return body.slice(span.start, span.end);
}

/** True when the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Index of the last of `places` (in order) that starts at or before `offset`; -1 when none does. */
export function lastAtOrBefore(places: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, places.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
