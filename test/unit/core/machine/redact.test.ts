import { describe, expect, it } from 'vitest';
import { redactor, redactValue } from '../../../../src/main/core/machine/redact';

describe('the redactor', () => {
  const redact = redactor({ userNames: ['maria', 'jo'], hostName: 'FRONT-DESK' });

  it('takes out names of people and of the computer, also inside paths', () => {
    expect(redact('/home/maria/.config on front-desk, C:\\Users\\jo\\AppData')).toBe(
      '/home/user-1/.config on this-computer, C:\\Users\\user-2\\AppData',
    );
  });

  it('leaves words that merely contain a name', () => {
    expect(redact('marianne journal')).toBe('marianne journal');
  });

  it('keeps the last three characters of keys and activation codes', () => {
    expect(redact('Active key: 0B1E-00047A-2F9C11AB')).toBe('Active key: ****-******-*****1AB');
    expect(redact('code ABCDE-FGH12-34567-XYZ89')).toBe('code *****-*****-*****-**Z89');
  });

  it('does not touch accounts that every computer has', () => {
    expect(redactor({ userNames: ['root'], hostName: null })('/root/.config')).toBe('/root/.config');
  });

  it('reaches every text inside a value and nothing else', () => {
    expect(redactValue({ path: '/home/maria', size: 3, deep: [{ of: 'maria' }] }, redact)).toEqual({
      path: '/home/user-1',
      size: 3,
      deep: [{ of: 'user-1' }],
    });
  });
});
