import type { Words } from '../knowledge/words';
import type { Language } from '../knowledge/knowledge';
import type { Report } from './report';

/** One page that stands alone: no script, no address to load from, readable on paper. Everything that came from a computer is escaped. */
export function reportHtml(report: Report, words: Words, language: Language): string {
  const { after, run, before } = report;
  const verdict = (kind: 'gone' | 'protected') =>
    `<p class="verdict ${after[kind]}"><strong>${text(words(`report.${kind}`))}</strong> ${text(words(`report.answer.${kind}.${after[kind]}`))}</p>`;
  const section = (title: string, body: string) => `<section><h2>${text(words(title))}</h2>${body}</section>`;
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${text(words(head))}</th>`).join('')}</tr></thead><tbody>${rows
      .map((row) => `<tr>${row.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`)
      .join('')}</tbody></table>`;
  const products = (scan: { readonly detections: Report['after']['detections'] }) =>
    scan.detections.length === 0
      ? `<p>${text(words('report.nothing-found'))}</p>`
      : table(
          ['report.product', 'report.version', 'report.state', 'report.confidence'],
          scan.detections.map((d) => [
            d.name,
            d.version ?? '–',
            words(`states.${d.state}`),
            words(`confidences.${d.confidence}`),
          ]),
        );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(words('report.title'))}</title>
<style>${style}</style>
</head>
<body>
<h1>${text(words('report.title'))}</h1>
<p>${text(words('report.made', { date: report.madeAt, os: after.machine.os }))}${after.machine.simulated ? ` <strong>${text(words('report.simulated'))}</strong>` : ''}</p>
${verdict('gone')}
${verdict('protected')}
${before === null ? '' : section('report.before', products(before))}
${
  run === null
    ? ''
    : section(
        'report.done',
        table(
          ['report.step', 'report.ran', 'report.outcome', 'report.at'],
          run.steps.map((s) => [s.title, s.shows, s.told, s.at ?? '–']),
        ),
      )
}
${section('report.after', products(after))}
${
  after.residue.length === 0
    ? ''
    : section(
        'report.left',
        table(
          ['report.kind', 'report.where'],
          after.residue.map((r) => [r.kind, r.where]),
        ),
      )
}
${section(
  'report.protection',
  after.protection.products.length === 0
    ? `<p>${text(words('report.no-protection'))}</p>`
    : table(
        ['report.product', 'report.state'],
        after.protection.products.map((p) => [p.name, words(`protection.${p.state}`)]),
      ),
)}
${section('report.not-checked', after.notChecked.length === 0 ? `<p>${text(words('report.all-checked'))}</p>` : `<ul>${after.notChecked.map((what) => `<li>${text(what)}</li>`).join('')}</ul>`)}
<footer>${text(words('report.footer', { version: after.tool.version, dataDate: after.tool.dataDate }))}</footer>
</body>
</html>
`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup becomes text, and control characters (which could reorder or hide what is read) become visible dots. */
const text = (raw: string): string =>
  raw
    .replace(/[&<>"']/g, (char) => escapes[char] ?? '')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '·');

const style = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #8886;overflow-wrap:anywhere}
.verdict{border-inline-start:.4rem solid #888;padding:.5rem 1rem}.verdict.yes{border-color:#1a7f4b}.verdict.no{border-color:#b3261e}.verdict.inconclusive{border-color:#a36a00}
footer{margin-top:2rem;color:GrayText}@media print{body{margin:0;max-width:none}}
`.replace(/\n/g, '');
