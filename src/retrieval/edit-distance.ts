/** True when at most `distance` letters must be put in, left out or changed to make `a` into `b` (Ukkonen 1985: a band). */
export function isWithin(distance: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > distance) return false;
  const far = distance + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const next = new Array<number>(b.length + 1).fill(far);
    if (i <= distance) next[0] = i;
    let least = next[0]!;
    for (let j = Math.max(1, i - distance); j <= Math.min(b.length, i + distance); j++) {
      const changed = row[j - 1]! + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1);
      next[j] = Math.min(changed, row[j]! + 1, next[j - 1]! + 1);
      least = Math.min(least, next[j]!);
    }
    if (least > distance) return false;
    row = next;
  }
  return row[b.length]! <= distance;
}

/** Which letters stand in `word`, one bit each (others share bits); words `n` edits apart differ in 2n bits at most. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** The number of bits in which two sets of letters differ. */
export function lettersApart(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
