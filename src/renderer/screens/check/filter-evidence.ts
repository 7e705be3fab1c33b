import type { Detection, Residue } from '../../../main/core/matching/detection';
import type { Scan } from '../../../main/core/matching/scan';
import type { Words } from '../../words/words-in';
import { tellKind } from './tell-kind';

/** What of a scan is evidence: the products with their marks, what was left behind, and the probes. */
export interface ShownEvidence {
  readonly detections: readonly Detection[];
  readonly residue: readonly Residue[];
  readonly probes: Scan['probes'];
  /** Lines that are shown, and lines there are. */
  readonly shown: number;
  readonly all: number;
}

/**
 * The lines that hold every word that was typed, in any case and anywhere in the line, as they are read on the page. A product's name
 * belongs to each of its lines.
 */
export function filterEvidence({ detections, residue, probes }: Scan, typed: string, words: Words): ShownEvidence {
  const wanted = typed
    .toLocaleLowerCase(words.language)
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (...texts: readonly (string | null)[]): boolean => {
    const line = texts.join(' ').toLocaleLowerCase(words.language);
    return wanted.every((word) => line.includes(word));
  };
  const t = once(words.t);
  const found = detections.flatMap((detection) => {
    const marks = detection.marks.filter(({ kind, value, where, says, probe }) =>
      holds(detection.name, t(`kinds.${kind}`), value, where, t(`check.evidence.${says}`), probe),
    );
    return marks.length === 0 && wanted.length > 0 ? [] : [{ ...detection, marks }];
  });
  const left = residue.filter(({ kind, where, owner, proof }) => holds(tellKind(kind, words), where, owner, ...proof));
  const asked = probes.filter(({ id, status, reason }) =>
    holds(t(`probes.${id}`), id, t(`probe-status.${status}`), reason),
  );
  const lines = (of: readonly Detection[]): number => of.reduce((sum, { marks }) => sum + marks.length, 0);
  return {
    detections: found,
    residue: left,
    probes: asked,
    shown: lines(found) + left.length + asked.length,
    all: lines(detections) + residue.length + probes.length,
  };
}

/** Looking a word up takes long where there are thousands of lines; there are few different words. */
function once(t: (key: string) => string): (key: string) => string {
  const said = new Map<string, string>();
  return (key) => {
    const told = said.get(key) ?? t(key);
    said.set(key, told);
    return told;
  };
}
