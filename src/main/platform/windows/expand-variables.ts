/** Replaces `%Name%` by the environment's word, whatever the case; a name that nobody knows stays as it is. */
export function expandVariables(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/%([^%]+)%/g, (whole, name: string) => environmentWord(name, environment) ?? whole);
}

export function environmentWord(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(environment).find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}
