import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgentAnswer } from '../../../../src/main/core/probing/read-agent-answer';
import { readSuiteAnswer } from '../../../../src/main/core/probing/read-suite-answer';

const english = `Name:                                       Kaspersky Endpoint Security 10 SP1 for Linux
Version:                                    10.1.1.6421
Key status:                                 Valid
License expiration date:                    2027-03-31
Last run date of the Scan_My_Computer task: Never run
Last release date of databases:             2026-01-15 04:11:00
Anti-virus databases loaded:                Yes
File monitoring:                            Available and stopped
`;

describe('an answer of the KESL family', () => {
  it('is read in the form of the 10.x releases', () => {
    expect(readSuiteAnswer(english)).toEqual({
      name: 'Kaspersky Endpoint Security 10 SP1 for Linux',
      version: '10.1.1.6421',
      expiresOn: '2027-03-31',
      definitionsDate: '2026-01-15T04:11:00Z',
      keyState: 'valid',
      licenceKind: null,
      policyApplied: false,
    });
  });

  it('does not care about the order of its lines', () => {
    const reversed = english.trimEnd().split('\n').reverse().join('\n');

    expect(readSuiteAnswer(reversed)).toEqual(readSuiteAnswer(english));
  });

  it('is read in Russian', () => {
    const russian = `Дата последнего выпуска баз приложения: 2024-09-28 20:11:00
Статус ключа: Срок действия истек
Название: Kaspersky Endpoint Security 12 для Linux
Дата окончания срока действия лицензии: 2025-02-01, 23:59:59
Версия: 12.2.0.2412
Политика: Применена`;

    expect(readSuiteAnswer(russian)).toEqual({
      name: 'Kaspersky Endpoint Security 12 для Linux',
      version: '12.2.0.2412',
      expiresOn: '2025-02-01',
      definitionsDate: '2024-09-28T20:11:00Z',
      keyState: 'expired',
      licenceKind: null,
      policyApplied: true,
    });
  });

  it('is read as JSON whose keys are the labels', () => {
    const json = JSON.stringify({
      Name: 'Kaspersky Endpoint Security 12.2 for Linux',
      'License expiration date': '2027-03-31, 23:59:59',
    });

    expect(readSuiteAnswer(json)).toMatchObject({
      name: 'Kaspersky Endpoint Security 12.2 for Linux',
      expiresOn: '2027-03-31',
    });
  });

  it('is read with equals signs and section headers', () => {
    expect(readSuiteAnswer('Active key information:\n\tExpiration date=2027-03-31\n\tKey status=Valid')).toMatchObject({
      expiresOn: '2027-03-31',
      keyState: 'valid',
    });
  });

  it('leaves what it does not understand unknown instead of guessing', () => {
    expect(readSuiteAnswer('Key status: Something new\nLicense expiration date: 2027-02-30')).toMatchObject({
      keyState: null,
      expiresOn: null,
    });
    expect(readSuiteAnswer('Ключ: недействителен')).toMatchObject({ keyState: null });
  });

  it('is survived whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const answer = readSuiteAnswer(text);
        return answer.expiresOn === null || !Number.isNaN(Date.parse(answer.expiresOn));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an answer of the management agent', () => {
  it('names the server', () => {
    expect(readAgentAnswer("Starting utility 'klnagchk'...\nServer address: 'ksc.example.org'\nUse SSL: 1")).toEqual({
      managedBy: 'ksc.example.org',
    });
  });

  it('names none when there is none', () => {
    expect(readAgentAnswer('Server address: \nUse SSL: 1')).toEqual({ managedBy: null });
    expect(readAgentAnswer('')).toEqual({ managedBy: null });
  });
});
