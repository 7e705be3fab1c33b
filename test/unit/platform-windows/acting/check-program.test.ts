import { describe, expect, test } from 'vitest';
import { ok, unanswered } from '../../../../src/main/core/machine/answer';
import type { PathFacts } from '../../../../src/main/core/machine/shapes';
import { whyNotStart, type ProgramFacts } from '../../../../src/main/platform/windows/acting/check-program';
import type { SignatureReading } from '../../../../src/main/platform/windows/native/signatures';

const program = 'C:\\Program Files (x86)\\Vendor\\remove.exe';
const file: PathFacts = {
  kind: 'file',
  linkTarget: null,
  sizeBytes: 1,
  modifiedAt: '2026-11-25T00:00:00.000Z',
  ownedBySystem: true,
};
const listed = { name: 'Vendor', publisher: 'Vendor', uninstallString: `"${program.toUpperCase()}" /remove` };
const wanted = { program, signedBy: 'Vendor Ltd', listed };
const facts = (signature: SignatureReading, place: ProgramFacts['place'] = ok(file)): ProgramFacts => ({
  place,
  signature: () => signature,
  environment: {},
});
const valid = facts({ status: 'valid', signer: 'VENDOR LTD (Zurich)' });
const unreadable = facts({ status: 'unreadable', code: 0x8009_2003 });

describe('whether a vendor’s program may be started as administrator', () => {
  test('it may, from a protected place and signed by its maker; by anybody trusted where none is named', () => {
    expect(whyNotStart(wanted, valid)).toBeNull();
    expect(whyNotStart({ ...wanted, signedBy: null }, valid)).toBeNull();
  });

  test.each([
    ['absent', unanswered('absent', 'not there'), 'program-missing'],
    ['not to be looked at', unanswered('denied', 'EACCES'), 'program-not-protected'],
    ['a folder', ok({ ...file, kind: 'folder' as const }), 'program-not-protected'],
    ['a link', ok({ ...file, kind: 'link' as const }), 'program-not-protected'],
    ['open to others', ok({ ...file, ownedBySystem: false }), 'program-not-protected'],
  ])('it may not when it is %s, and its signature is not even looked at', (_what, place, reason) => {
    const untouched: ProgramFacts = {
      place,
      signature: () => {
        throw new Error('It was looked at.');
      },
      environment: {},
    };

    expect(whyNotStart(wanted, untouched)).toBe(reason);
  });

  test('it may not with somebody else’s signature, or one that does not hold', () => {
    expect(whyNotStart(wanted, facts({ status: 'valid', signer: 'Another' }))).toBe('signature-not-valid');
    expect(whyNotStart({ ...wanted, signedBy: null }, facts({ status: 'not-valid', code: 0x8009_6010 }))).toBe(
      'signature-not-valid',
    );
  });

  test('it may when the product hides its signature, only where the computer’s own list names this very file', () => {
    expect(whyNotStart(wanted, unreadable)).toBeNull();
    for (const other of [
      null,
      'unknown' as const,
      { ...listed, uninstallString: null },
      { ...listed, uninstallString: 'C:\\Program Files (x86)\\Vendor\\other.exe' },
    ])
      expect(whyNotStart({ ...wanted, listed: other }, unreadable)).toBe('signature-not-valid');
  });
});
