/** Questions put at the same time share one look: they speak of the same moment, and looking is the dearest part of each. */
export function oncePerMoment<T>(look: () => T): () => T {
  let seen: { readonly value: T } | null = null;
  return () => {
    if (seen === null) {
      seen = { value: look() };
      setImmediate(() => (seen = null));
    }
    return seen.value;
  };
}
