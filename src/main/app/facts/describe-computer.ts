/** Maker and model in plain words, asked once and only when somebody wants to know; null until the answer is there, or for ever. */
export function describeComputer(): () => string | null {
  let answer: string | null = null;
  let isAsked = false;
  return () => {
    if (!isAsked) void ask().then((words) => (answer = words));
    isAsked = true;
    return answer;
  };
}

async function ask(): Promise<string | null> {
  try {
    const { system } = await import('systeminformation');
    const { manufacturer, model } = await system();
    const words = [manufacturer, model]
      .map((word) => word.trim())
      .filter((word) => word !== '' && !/^(to be filled|default string|system manufacturer|none|-)/i.test(word));
    return words.length === 0 ? null : words.join(' ').slice(0, 120);
  } catch {
    // A comfort, not a fact anything rests on.
    return null;
  }
}
