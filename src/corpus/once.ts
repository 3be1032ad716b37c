/** What `packed` unpacks to, when it is first asked for; then `packed` is let go. */
export function once<Packed, Value>(packed: Packed, unpack: (packed: Packed) => Value): () => Value {
  let [rest, value]: [Packed | null, Value | null] = [packed, null];
  return () => {
    if (value === null) [rest, value] = [null, unpack(rest!)];
    return value;
  };
}
