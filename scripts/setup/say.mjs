/**
 * Prints one plain line and remembers when, so that progress lines appear only while nothing else is being said.
 * @param {NodeJS.WriteStream} stream stdout for people, stderr when stdout belongs to a program's answer
 */
export function sayTo(stream) {
  const say = (line) => {
    say.lastAt = Date.now();
    stream.write(`${line}\n`);
  };
  say.lastAt = Date.now();
  return say;
}
