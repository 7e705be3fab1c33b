/** Paths of any system and registry keys, compared as Windows compares them: without case. */
export const segmentsOf = (path: string): readonly string[] => path.toLowerCase().split(/[\\/]/);

/**
 * Whether a path lies somewhere below a place. Tricks that make one text and another place of the disk, such as `..` or a name that
 * ends in a dot, never do.
 */
export function isBelow(place: string, path: string): boolean {
  const [outer, inner] = [segmentsOf(place), segmentsOf(path)];
  return (
    inner.length > outer.length && outer.every((segment, at) => segment === inner[at]) && !inner.slice(1).some(isTrick)
  );
}

/** Empty or with dots or spaces at its end, with a stream or a short name in it: Windows reads such names as other ones. */
const isTrick = (segment: string): boolean => segment === '' || /[. ]$|[:*?"<>|]|~\d/.test(segment);
