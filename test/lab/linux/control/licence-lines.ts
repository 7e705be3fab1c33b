import type { ControlFacts, ControlMode } from './control-answers';
import type { Line } from './lines';

/**
 * The lines of `-L --query`: the documented content in the documented order (K-LQUERY-12.2, seen 2026-11-23). [?] No literal sample is
 * known, so every label is a stand-in close to the documented meaning, and a parser that knows only these labels has proven nothing.
 */
export function licenceLines(mode: ControlMode, facts: ControlFacts): readonly Line[] {
  const daysLeft = Math.round((Date.parse(facts.expiresOn) - Date.parse(facts.asOf)) / dayMs);
  const isOver = daysLeft < 0;
  if (mode === 'russian') {
    return [
      { heading: 'Информация об активном ключе' },
      { label: 'Дата активации', value: activatedOn },
      { label: 'Активный ключ', value: keyNumber },
      { label: 'Тип лицензии', value: 'Коммерческая' },
      { label: 'Статус ключа', value: isOver ? 'Истек' : 'Действителен' },
      { label: 'Осталось дней', value: String(Math.max(daysLeft, 0)) },
      { label: 'Дата окончания срока действия лицензии', value: `${facts.expiresOn}, 23:59:59` },
    ];
  }
  return [
    { heading: 'Active key information' },
    { label: 'Expiration date', value: `${facts.expiresOn}, 23:59:59` },
    { label: 'Days remaining until expiration', value: String(Math.max(daysLeft, 0)) },
    { label: 'Protection', value: isOver ? 'Limited functionality' : 'No limitations' },
    { label: 'Updates', value: isOver ? 'Not available' : 'No limitations' },
    { label: 'Key status', value: isOver ? 'Expired' : 'Valid' },
    { label: 'License type', value: 'Commercial' },
    { label: 'Usage restriction', value: '10' },
    { label: 'Application name', value: 'Kaspersky Endpoint Security (stand-in)' },
    { label: 'Active key', value: keyNumber },
    { label: 'Activation date', value: activatedOn },
  ];
}

/** In the documented shape 4-6-8 hex digits, so that redaction can be tested; no real key. */
const keyNumber = '1A2B-3C4D5E-6F708192';
const activatedOn = '2026-04-01';
const dayMs = 86_400_000;
