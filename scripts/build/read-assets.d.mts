/** The knowledge pack as one unchecked value; see `Knowledge` for its shape. Throws with the file's name when one cannot be read. */
export function readKnowledge(assetsDir: string): unknown;
/** The simulated computers shipped with the program, unchecked. */
export function readComputers(assetsDir: string): { readonly computers: readonly unknown[] };
