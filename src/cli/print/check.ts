/** The findings of a check for people: the count first, then the findings by file, then the expectations. */
import type { Severity } from '../../core/rules/rule';
import type { Language, Words } from '../../lib/words';
import type { CheckFinding, CheckResult, CheckedExpectation } from '../checkResult';
import { shownFile } from '../openInput';
import type { Paint } from './colour';
import { aligned, padded, plain } from './columns';

export function printCheck(result: CheckResult, language: Language, paint: Paint): string {
  const { findings, expectations } = result;
  const parts = [summaryText(result, language, paint)];
  const byFile = new Map<string | undefined, CheckFinding[]>();
  for (const finding of findings) {
    const found = byFile.get(finding.file);
    if (found === undefined) byFile.set(finding.file, [finding]);
    else found.push(finding);
  }
  for (const [file, found] of byFile) {
    const places = found.map(({ line, column }) => (line === undefined ? '' : `${line}:${column ?? 1}`));
    const width = Math.max(...places.map((place) => place.length));
    const lines = found.map((finding, index) =>
      findingText(finding, padded(places[index] ?? '', width), language, paint),
    );
    const title = file === undefined ? '' : `${paint.strong(plain(shownFile(file)))}\n`;
    parts.push(title + lines.join('\n'));
  }
  if (expectations.length > 0) {
    const title = { en: 'Expectations', ja: '期待' }[language];
    const lines = aligned(
      expectations.map((each) => expectationCells(each, paint)),
      '  ',
    );
    parts.push(`${paint.strong(title)}\n${lines}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function summaryText({ summary, expectations }: CheckResult, language: Language, paint: Paint): string {
  const { error, warning, advice } = summary;
  const held = expectations.filter(({ expected, verdict }) => verdict === expected).length;
  const all = expectations.length;
  const words: Words = {
    en: `${error} error${error === 1 ? '' : 's'}, ${warning} warning${warning === 1 ? '' : 's'}, ${advice} advice${all === 0 ? '' : `; ${held} of ${all} expectation${all === 1 ? '' : 's'} met`}`,
    ja: `エラー ${error} 件、警告 ${warning} 件、アドバイス ${advice} 件${all === 0 ? '' : `。期待 ${all} 件中 ${held} 件が成立`}`,
  };
  return error > 0 ? paint.bad(words[language]) : paint.good(words[language]);
}

function findingText(
  { severity, message, rule, fixes, source }: CheckFinding,
  place: string,
  language: Language,
  paint: Paint,
): string {
  const lead = place === '' ? '  ' : `  ${paint.quiet(place)}  `;
  const indent = ' '.repeat(place === '' ? 2 : place.length + 4);
  const word = padded(severityWords[severity][language], language === 'ja' ? 10 : 7);
  const coloured = { error: paint.bad, warning: paint.doubtful, advice: paint.quiet }[severity](word);
  const fixLines = fixes.map(
    ({ title }) => `\n${indent}${padded('', language === 'ja' ? 12 : 9)}→ ${plain(title)}`,
  );
  return `${lead}${coloured}  ${plain(message)}  ${paint.quiet(`[${rule}${source === undefined ? '' : ', AWS'}]`)}${fixLines.join('')}`;
}

function expectationCells(
  { flow, expected, verdict, message }: CheckedExpectation,
  paint: Paint,
): readonly string[] {
  const mark =
    verdict === 'unknown' ? paint.doubtful('?') : verdict === expected ? paint.good('✓') : paint.bad('✗');
  const { from, to, protocol, port } = flow;
  return [
    `${mark} ${plain(`${from} → ${to}`)}`,
    `${protocol}${port === null ? '' : ` ${port}`}`,
    plain(message),
  ];
}

export const severityWords: Readonly<Record<Severity, Words>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  advice: { en: 'advice', ja: 'アドバイス' },
};
