import { parseSync } from '@swc/core';
import fs from 'node:fs';
import path from 'node:path';

/** What a source file says: message keys it asks for, and words it writes down itself. */
export interface SourceWords {
  readonly file: string;
  /** Keys written out in full. */
  readonly keys: readonly string[];
  /** Beginnings of keys whose end is computed. */
  readonly prefixes: readonly string[];
  /** What has no place in the code: words that a person would read, and styles that the page's policy would refuse. */
  readonly raw: readonly string[];
}

const readAloud = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'caption',
  'summary',
  'lead',
  'cancel',
]);
const sayers = new Set(['t', 'has', 'say']);

/** Reads every source file below a folder, leaving out the folders that are named. */
export function sourceWords(folder: string, leftOut: readonly string[]): readonly SourceWords[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !leftOut.some((name) => file.startsWith(`${name}${path.sep}`)))
    .map((file) => readWords(file, fs.readFileSync(path.join(folder, file), 'utf8')));
}

export function readWords(file: string, source: string): SourceWords {
  const keys: string[] = [];
  const prefixes: string[] = [];
  const raw: string[] = [];
  walk(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('x') }), (node) => {
    if (node['type'] === 'CallExpression' && sayers.has(calledName(node['callee']))) {
      const [first] = (node['arguments'] as readonly { readonly expression: Node }[]).map(
        ({ expression }) => expression,
      );
      for (const key of first === undefined ? [] : alternatives(first)) {
        if (key['type'] === 'StringLiteral') keys.push(String(key['value']));
        else if (key['type'] === 'TemplateLiteral') prefixes.push(beginning(key));
        // An announcement carries its key; the key itself was said where the announcement was made.
        else if (!isCarriedKey(key)) throw new Error(`${file}: a message key that cannot be read from the code`);
      }
    }
    if (node['type'] === 'JSXText' && /\p{L}/u.test(String(node['value']))) raw.push(String(node['value']).trim());
    if (node['type'] === 'JSXAttribute' && attributeName(node) === 'style') raw.push('style');
    if (node['type'] === 'JSXAttribute' && readAloud.has(attributeName(node)) && isText(node['value']))
      raw.push(attributeName(node));
  });
  return { file, keys, prefixes, raw };
}

type Node = Readonly<Record<string, unknown>>;

function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, see);
  else if (isNode(value)) {
    if (typeof value['type'] === 'string') see(value);
    for (const inner of Object.values(value)) walk(inner, see);
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean =>
  isNode(value) && value['type'] === 'StringLiteral' && /\p{L}/u.test(String(value['value']));

function calledName(callee: unknown): string {
  if (!isNode(callee)) return '';
  if (callee['type'] === 'Identifier') return String(callee['value']);
  // `words.has` is always taken apart; what is left is the `has` of a set.
  const { property } = callee;
  return callee['type'] === 'MemberExpression' && isNode(property) && property['value'] === 't' ? 't' : '';
}

const attributeName = (node: Node): string => {
  const { name } = node;
  return isNode(name) ? String(name['value']) : '';
};

const isCarriedKey = ({ type, value, property }: Node): boolean =>
  type === 'Identifier'
    ? value === 'key'
    : type === 'MemberExpression' && isNode(property) && property['value'] === 'key';

/** `t(a ? 'x' : 'y')` asks for either. */
const alternatives = (node: Node): readonly Node[] =>
  node['type'] === 'ConditionalExpression'
    ? [...alternatives(node['consequent'] as Node), ...alternatives(node['alternate'] as Node)]
    : [node];

const beginning = (template: Node): string => {
  const [first] = template['quasis'] as readonly { readonly raw: string }[];
  return first?.raw ?? '';
};
