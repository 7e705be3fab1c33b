const LONGEST = 110;

/** One changed place as one line: `~` changed, `+` came, `-` went. Long values are cut in the middle and say so. */
export function changeLine({ path, before, now }) {
  if (before === undefined) return `+ ${path}: ${short(now)}`;
  if (now === undefined) return `- ${path}: ${short(before)}`;
  return `~ ${path}: ${short(before)} -> ${short(now)}`;
}

function short(value) {
  const text = JSON.stringify(value);
  if (text.length <= LONGEST) return text;
  const half = Math.floor((LONGEST - 3) / 2);
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}
