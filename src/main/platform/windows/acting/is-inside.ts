/** Whether a path is a folder or lies in it, by Windows' idea of the same name. Both are absolute and written out. */
export function isInside(path: string, folder: string): boolean {
  const [inner, outer] = [path, folder].map((text) => text.replace(/\\+$/, '').toLowerCase());
  return inner === outer || (inner?.startsWith(`${outer}\\`) ?? false);
}
