import { describe, expect, it } from 'vitest';
import { nothingIsClaimedOfTheLaw } from '../../../../src/main/core/knowledge/rules/nothing-is-claimed-of-the-law';
import { shippedKnowledge } from '../../../support/knowledge';

const said = (language: 'en' | 'es', text: string): readonly string[] => {
  const known = shippedKnowledge();
  return nothingIsClaimedOfTheLaw({
    ...known,
    messages: { ...known.messages, [language]: { ...known.messages[language], claim: { text } } },
  });
};

describe('what is never said of the law', () => {
  it.each([
    ['en', 'It is illegal to use Kaspersky.'],
    ['en', 'Using it is unlawful.'],
    ['en', 'Your computer is infected.'],
    ['en', 'This PC has been compromised.'],
    ['en', 'You are now fully compliant.'],
    ['en', 'You must remove it by law.'],
    ['en', 'Removal is required by law.'],
    ['en', 'The legal deadline is coming.'],
    ['en', '12 days are left until the ban.'],
    ['en', 'BIS tells you to check leftovers.'],
    ['es', 'Usarlo es ilegal.'],
    ['es', 'Es ilegal tener Kaspersky.'],
    ['es', 'Su equipo está infectado.'],
    ['es', 'Este equipo cumple con la ley.'],
    ['es', 'Usted debe quitar el producto según la ley.'],
    ['es', 'Está obligado por ley.'],
    ['es', 'Se acerca el plazo legal.'],
    ['es', 'Quedan 12 días hasta la prohibición.'],
    ['es', 'El BIS le pide revisar los restos.'],
  ] as const)('in %s: %s', (language, text) => {
    expect(said(language, 'Nothing.')).toEqual([]);
    expect(said(language, text).length).toBeGreaterThan(0);
  });

  it.each([
    ['en', 'Using Kaspersky is not illegal.'],
    ['en', 'Kaspersky may not supply updates in the US since 29 September 2024.'],
    ['en', 'Day 3 of 100. 97 days are left.'],
    ['es', 'Usar Kaspersky no es ilegal.'],
    ['es', 'Día 3 de 100. Quedan 97 días.'],
  ] as const)('may be said in %s: %s', (language, text) => {
    expect(said(language, text)).toEqual([]);
  });
});
