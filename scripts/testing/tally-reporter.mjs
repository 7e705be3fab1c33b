import { writeStamp } from '../setup/stamp.mjs';

/**
 * A vitest reporter that writes what the last lines of `npm test` need: counts, every failure and every skip with its
 * reason. A file that cannot be loaded and an error outside any test count as failures: vitest's own JSON shows them
 * as zero failed tests.
 */
export default class TallyReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const tally = { passed: 0, failures: [], skips: [], filesLeftOut: [] };
    for (const module of modules) {
      const file = module.relativeModuleId ?? module.moduleId;
      for (const error of module.errors()) tally.failures.push(`${file}: ${firstLine(error.message)}`);
      for (const suite of module.children.allSuites())
        for (const error of suite.errors())
          tally.failures.push(`${file} > ${suite.fullName}: ${firstLine(error.message)}`);
      for (const test of module.children.allTests())
        count(tally, `${file} > ${test.fullName}`, test.result(), module.state() === 'failed');
      const states = [...module.children.allTests()].map((test) => test.result().state);
      if (states.length > 0 && states.every((state) => state === 'skipped')) tally.filesLeftOut.push(file);
    }
    for (const error of unhandledErrors) tally.failures.push(`outside any test: ${firstLine(error.message)}`);
    writeStamp(process.env.OFFRAMP_TEST_REPORT, tally);
  }
}

function count(tally, name, { state, errors, note }, fileFailed) {
  if (state === 'passed') tally.passed += 1;
  else if (state === 'skipped')
    tally.skips.push({ name, reason: note ?? (fileFailed ? 'never reached: its file failed' : leftOut) });
  else tally.failures.push(`${name}: ${firstLine(errors?.[0]?.message ?? `ended as ${state}`)}`);
}

const leftOut = 'left out by the test itself';
const firstLine = (text) => String(text ?? '').split('\n')[0];
