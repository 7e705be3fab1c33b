import { expect, it } from 'vitest';
import { answerSchema, type Answer } from '../../../src/main/core/machine/answer';
import { questionNames, questions, type Given, type Question } from '../../../src/main/core/machine/questions';
import type * as z from 'zod';
import { binaryPlist, fakeMac, xmlTexts } from './fake-mac';

const given: Partial<Record<Question, unknown>> = {
  'package-files': { manager: 'dpkg', name: 'kesl' },
  path: { path: '/Applications' },
  folder: { path: '/Applications' },
  text: { path: '/Users/ana/notes.txt' },
  'product-command': { command: 'klnagchk-64' },
  'registry-tree': { root: 'HKLM', view: 64, path: 'SOFTWARE', depth: 0 },
};

it.each(questionNames)('a Mac answers %s in the shape of the question', async (question) => {
  const { reader } = fakeMac({
    '/Applications/Kaspersky.app/Contents/Info.plist': binaryPlist('info-of-the-app'),
    '/private/var/db/receipts/com.kaspersky.klnagent.core.plist': binaryPlist('receipt-of-the-agent'),
    '/Library/SystemExtensions/db.plist': binaryPlist('system-extensions'),
    '/Library/LaunchDaemons/org.example.backup.plist': binaryPlist('launch-daemon'),
    '/Users/ana/Library/LaunchAgents/org.example.notes.plist': xmlTexts({ Program: '/Users/ana/notes' }),
    '/Users/ana/notes.txt': 'notes',
  });

  const answer = await reader.ask(question, (given[question] ?? {}) as Given<typeof question>, 2000);

  const shape = answerSchema(questions[question].gives as z.ZodType<unknown>);
  expect(shape.safeParse(answer as Answer<unknown>).error).toBeUndefined();
});
