import type { SuiteProduct } from '../packages/suite';
import type { ControlAnswer, ControlAnswers } from './control-answers';

/**
 * The stand-in `<product>-control` as a shell script. It answers the documented questions, notes every call in `callsFile`, and
 * answers anything else (above all the options that change a licence or start a task) with 1, so that a test sees it in the notes.
 */
export function controlScript(product: SuiteProduct, answers: ControlAnswers, callsFile: string): string {
  return `#!/bin/sh
# Offramp laboratory stand-in, not the real product
echo "${product}-control $*" >> '${callsFile}' 2>/dev/null || true
case "$*" in
  --app-info)
${answer(answers.application, 'text')}    ;;
  "--app-info --json")
${answer(answers.application, 'json')}    ;;
  "-L --query")
${answer(answers.licence, 'text')}    ;;
  "-L --query --json")
${answer(answers.licence, 'json')}    ;;
  "--get-task-state 1" | "--get-task-state File_Threat_Protection")
    printf 'Name: File_Threat_Protection\\nState: Started\\n'
    ;;
  --get-task-list)
    printf 'Name: File_Threat_Protection\\n    ID: 1\\n    State: Started\\n'
    ;;
  *)
    echo "Invalid arguments" >&2
    exit 1
    ;;
esac
`;
}

function answer(given: ControlAnswer, form: 'text' | 'json'): string {
  switch (given.kind) {
    case 'hangs':
      // One process that ignores what it can: the caller's KILL ends it and leaves no sleeping child behind.
      return "    trap '' TERM HUP INT\n    exec sleep 600\n";
    case 'prints':
      return prints(given[form], given.exitCode);
    default:
      return assertNever(given);
  }
}

/** A here-document would end the last line, even of a text that is cut off within it. */
function prints(text: string, exitCode: number): string {
  return `    printf '%s' '${text.replaceAll("'", "'\\''")}'\n    exit ${exitCode}\n`;
}

function assertNever(value: never): never {
  throw new Error(`Unknown answer: ${JSON.stringify(value)}`);
}
