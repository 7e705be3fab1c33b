export interface PlainCommand {
  /** An absolute path: nothing is searched for with more rights. */
  readonly program: string;
  readonly arguments: readonly string[];
}
