import { describe, expect, it } from 'vitest';
import { ok, unanswered, type Answer } from '../../../src/main/core/machine/answer';
import { redactor } from '../../../src/main/core/machine/redact';
import { machineFileFrom } from '../../../src/main/platform/simulated/machine-file-from';
import { parseMachineFile } from '../../../src/main/platform/simulated/parse-machine-file';
import { recordedReader } from '../../../src/main/platform/simulated/recorded-machine';
import { recordingReader } from '../../../src/main/platform/simulated/recording-reader';

const redact = redactor({ userNames: ['marisol'], hostName: 'kitchen-pc' });
const recording = {
  title: 'kitchen-pc of marisol',
  recordedAt: '2026-11-23T12:00:00Z',
  recordedBy: 'offramp 0.1.0',
  redact,
};

describe('machineFileFrom', () => {
  it('writes no private word anywhere: not in values, names, reasons, keys or the title', () => {
    const file = machineFileFrom(
      [
        ['processes', ok([{ pid: 1, name: 'marisol-tool', executable: '/home/marisol/bin/tool' }])],
        ['path path=/home/marisol/x', unanswered('denied', 'kitchen-pc says no to marisol')],
        [
          'registry-tree depth=0 path=A\\marisol root=HKLM view=64',
          ok([
            { path: 'A\\marisol', subkeys: [], values: { marisol: { type: 'REG_SZ', data: '1A2B-3C4D5E-6F708192' } } },
          ]),
        ],
      ],
      recording,
    );

    const text = JSON.stringify(file);
    expect(text).not.toMatch(/marisol|kitchen|3C4D5E/i);
    expect(Object.keys(file.answers)).toEqual([
      'path path=/home/user-1/x',
      'processes',
      'registry-tree depth=0 path=A\\user-1 root=HKLM view=64',
    ]);
    expect(parseMachineFile(text)).toEqual({ ok: true, file });
  });

  it('sorts the answers, so that the same answers give the same file', () => {
    const answers: [string, Answer<unknown>][] = [
      ['services', ok([])],
      ['certificates', ok([])],
    ];

    expect(JSON.stringify(machineFileFrom(answers, recording))).toBe(
      JSON.stringify(machineFileFrom(answers.toReversed(), recording)),
    );
  });

  it.each(['path', 'root', 'view', 'services', 'HKLM'])(
    'keeps the words of a question although a person is called %s',
    (name) => {
      const file = machineFileFrom(
        [
          ['services', ok([])],
          ['path path=/etc', unanswered('absent', 'not there')],
          ['registry-tree depth=0 path=A root=HKLM view=64', unanswered('absent', 'not there')],
        ],
        { ...recording, redact: redactor({ userNames: [name], hostName: null }) },
      );

      expect(Object.keys(file.answers)).toEqual([
        'path path=/etc',
        'registry-tree depth=0 path=A root=HKLM view=64',
        'services',
      ]);
    },
  );

  it('gives an answer up rather than a name, when hiding the name breaks its shape', () => {
    const file = machineFileFrom([['processes', ok([{ pid: 1, name: 'sh', executable: '/home/pid/sh' }])]], {
      ...recording,
      redact: redactor({ userNames: ['pid'], hostName: null }),
    });

    expect(file.answers).toEqual({ processes: { status: 'failed', reason: 'could not be redacted' } });
  });
});

describe('recordingReader', () => {
  it('hands on every answer as it is, and keeps it under its key', async () => {
    const answers = {
      'path path=/etc': ok({
        kind: 'folder',
        linkTarget: null,
        sizeBytes: 0,
        modifiedAt: '2026-11-23',
        ownedBySystem: true,
      }),
    };
    const file = {
      format: 'offramp-machine',
      schemaVersion: 1,
      recordedAt: '',
      recordedBy: '',
      title: '',
      answers,
    } as const;
    const seen: [string, unknown][] = [];

    const reader = recordingReader(recordedReader(file), (key, answer) => seen.push([key, answer]));
    const given = [await reader.ask('path', { path: '/etc' }, 1_000), await reader.ask('services', {}, 1_000)];

    expect(given).toEqual([answers['path path=/etc'], { status: 'failed', reason: 'not recorded' }]);
    expect(seen).toEqual([
      ['path path=/etc', given[0]],
      ['services', given[1]],
    ]);
  });
});
