/** The rule reference, made from the rules themselves: words, sources, and what their examples draw. */
import { fromSketch } from '../catalog/fromSketch';
import type { Catalog } from '../catalog/catalog';
import type { Box, Sketch, SketchedFlow } from '../model/sketch';
import { sayExpectation } from '../scopes/scopeWords';
import type { Language, Words } from '../../lib/words';
import { contextOf } from './context';
import type { Rule, Severity } from './rule';
import { findingsOf } from './validate';

const severities: Readonly<Record<Severity, Words>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  advice: { en: 'advice', ja: 'アドバイス' },
};

const labels = {
  why: { en: 'Why', ja: '理由' },
  sources: { en: 'Sources', ja: '出典' },
  bad: { en: 'What it finds', ja: '検出例' },
  good: { en: 'What is fine', ja: '問題のない例' },
  fix: { en: 'Fix', ja: '修正案' },
  intro: {
    en: 'Every rule that the editor and `vpcanvas check` apply. An error: AWS would reject it, or the drawn traffic cannot flow. A warning: it deploys, but likely not what was meant. An advice: there is a cheaper or plainer way.',
    ja: 'エディターと `vpcanvas check` が適用するすべてのルールです。エラー: AWS が受け付けないか、描いた通信が成立しません。警告: デプロイはできますが、おそらく意図と異なります。アドバイス: より安価または簡潔な方法があります。',
  },
} as const;

/** The whole reference as Markdown, in both languages. */
export function ruleReference(catalog: Catalog, rules: ReadonlyMap<string, Rule>): string {
  const sorted = [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rows = sorted.map(
    ({ id, severity, summary }) =>
      `| [${id}](#${id}) | ${severity} | ${cell(summary.en)} | ${cell(summary.ja)} |`,
  );
  return [
    '<!-- Made from the rules by `UPDATE=1 npx vitest run src/rules/reference.test.ts`; do not edit. -->',
    '',
    '# Rules / ルール',
    '',
    labels.intro.en,
    '',
    labels.intro.ja,
    '',
    '| Rule | Severity | | |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    ...sorted.flatMap((rule) => [`## ${rule.id}`, '', ...body(catalog, rule, ['en', 'ja']), '']),
  ]
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
}

/** One rule as Markdown, in one language: what `vpcanvas rules ID` prints. */
export function ruleEntry(catalog: Catalog, rule: Rule, language: Language): string {
  return [`## ${rule.id}`, '', ...body(catalog, rule, [language])].join('\n').trimEnd().concat('\n');
}

function body(catalog: Catalog, rule: Rule, languages: readonly Language[]): string[] {
  const label = (words: Words): string => languages.map((each) => words[each]).join(' / ');
  const lines: string[] = [];
  for (const language of languages)
    lines.push(
      `**${severities[rule.severity][language]}**: ${rule.summary[language]}${language === 'ja' ? '。' : '.'}`,
      '',
      `${labels.why[language]}: ${rule.why[language]}`,
      '',
    );
  lines.push(`${label(labels.sources)}:`, '', ...rule.sources.map((source) => `- <${source}>`), '');
  for (const bad of rule.examples.bad) {
    lines.push(`${label(labels.bad)}:`, '', ...drawn(bad), '');
    for (const { message, fixes = [] } of findingsOf(rule, contextOf(catalog, fromSketch(catalog, bad)))) {
      for (const language of languages) lines.push(`> ${message[language]}`, '>');
      for (const fix of fixes)
        for (const language of languages) lines.push(`> - ${labels.fix[language]}: ${fix.title[language]}`);
      if (lines.at(-1) === '>') lines.pop();
      lines.push('');
    }
  }
  for (const good of rule.examples.good) lines.push(`${label(labels.good)}:`, '', ...drawn(good), '');
  return lines;
}

/** A sketch as an indented outline, with what differs from each kind's defaults. */
function drawn({ boxes, flows, scopes }: Sketch): string[] {
  const lines = ['```text'];
  const visit = ({ box, name, props, inside }: Box, depth: number): void => {
    const given = Object.entries(props).map(([prop, value]) => `${prop}: ${plain(value)}`);
    const indent = '  '.repeat(depth);
    lines.push(`${indent}${box} ${name}${given.length === 0 ? '' : ` (${given.join(', ')})`}`);
    for (const each of inside) visit(each, depth + 1);
  };
  for (const each of boxes) visit(each, 0);
  for (const each of flows) lines.push(arrowText(each));
  for (const scope of scopes)
    for (const expectation of Object.values(scope.expectations))
      lines.push(`expected: ${sayExpectation(scope, expectation, (id) => id).en}`);
  return [...lines, '```'];
}

function arrowText({ from, to, protocol = 'tcp', port = 443, expect = 'reachable' }: SketchedFlow): string {
  return `${from} → ${to}: ${protocol}${port === null ? '' : ` ${port}`}, expected ${expect}`;
}

function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('unknown' in value) return 'unknown';
  const entries = Object.entries(value);
  if (entries.every(([, each]) => each === true)) return `[${entries.map(([key]) => key).join(', ')}]`;
  return `{ ${entries.map(([key, each]) => `${key}: ${plain(each)}`).join(', ')} }`;
}

/** Text inside a table's cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
