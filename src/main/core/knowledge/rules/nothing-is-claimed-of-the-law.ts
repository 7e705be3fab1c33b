import { flatMessages } from './flat-messages';
import type { Rule } from './rule';

/**
 * What Offramp never says, in either language: that use is illegal, that a computer is infected, spied on or compliant, that somebody must
 * remove by law, that days are left until a deadline of the law. A sentence that denies it ("is not illegal") may stand.
 * From legal-timeline section 4, 2026-11-23.
 */
export const nothingIsClaimedOfTheLaw: Rule = (k) =>
  (['en', 'es'] as const).flatMap((language) =>
    [...flatMessages(k.messages[language])].flatMap(([key, text]) =>
      forbidden[language]
        .filter((claim) => claim.test(withoutDenials(text, language)))
        .map((claim) => `message ${key} in ${language} says "${claim.exec(text)?.[0] ?? text}", which is never said`),
    ),
  );

const forbidden = {
  en: [
    /\b(is|are|was|became|becomes|would be) (illegal|unlawful|against the law|a crime)\b/i,
    /\b(illegal|unlawful) to (use|have|own|keep)\b/i,
    /\b(computer|pc|machine|you) (is|are|was|were|has been|have been) (infected|compromised|hacked|spied)/i,
    /\b(fully |legally )?(compliant|certified|audit-ready)\b/i,
    /\byou (must|have to) (remove|uninstall) .*\b(by|under) (the )?law\b/i,
    /\b(required|obliged) by law\b/i,
    /\b(legal|government|commerce) deadline\b/i,
    /\bdays? (are |is )?left (until|before|to) (the )?(ban|law|deadline|prohibition)\b/i,
    /\bBIS (tells|told|asks|wants|requires) you\b/i,
  ],
  es: [
    /\b(es|son|era|sería) (ilegal|ilegales|ilícit[oa]|delito|un delito)(?![\p{L}])/iu,
    /(?<!\p{L})(ilegal|ilícito) (usar|tener|utilizar|mantener)\b/iu,
    /(?<!\p{L})(equipo|ordenador|usted) (está|ha sido|fue) (infectad|comprometid|hackead|espiad)/iu,
    /(?<!\p{L})(cumple (con )?la (ley|norma|normativa)|conforme a la ley|certificad[oa]s? por)/iu,
    /(?<!\p{L})(debe|tiene que) (quitar|retirar|desinstalar) .*\b(por|según) (la )?ley\b/iu,
    /(?<!\p{L})(obligado|exigido) por (la )?ley\b/iu,
    /\b(plazo|límite) legal\b/iu,
    /(?<!\p{L})qued[ae]n? .*días? (hasta|para) (el|la) (veto|ley|prohibición)\b/iu,
    /\bel BIS (le )?(dice|pide|exige)\b/iu,
  ],
} as const;

const denials = {
  en: /\b(not|never|nor|no) (an? )?(illegal|unlawful|infected|compliant|certified|legal deadline)\b/gi,
  es: /\b(no|nunca|ni) (es|son|está|hay|cumple)\b[^.;]{0,40}/giu,
} as const;

const withoutDenials = (text: string, language: 'en' | 'es'): string => text.replaceAll(denials[language], '');
