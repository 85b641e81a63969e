/** The matrix for people: for each source, or each group of sources that are alike, whom it reaches and by which ports. */
import type { Matrix } from '../../core/network/matrix/matrixData';
import { matrixRows, type MatrixFilter, type MatrixRow } from '../../core/network/matrix/matrixRows';
import { portsWords } from '../../core/network/matrix/reachWords';
import type { Language, Words } from '../../lib/words';
import { endName } from '../matrixFilter';
import type { Input } from '../openInput';
import type { Paint } from './colour';
import { aligned, plain } from './columns';

/** Of those that are alike, this many are named before the rest is counted. */
const mostNamed = 4;

export function printMatrix(
  input: Input,
  matrix: Matrix,
  filter: MatrixFilter,
  language: Language,
  paint: Paint,
): string {
  const named = (ends: readonly number[]): string => namedEnds(input, matrix, ends, language);
  const rows = matrixRows(matrix, filter);
  const bySource = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    const key = row.from.join();
    const own = bySource.get(key);
    if (own === undefined) bySource.set(key, [row]);
    else own.push(row);
  }
  const parts: string[] = [];
  for (const own of bySource.values()) {
    const [first] = own;
    if (first === undefined) continue;
    const lines = own.flatMap((row) => linesOf(row, named, language, paint));
    parts.push(`${paint.strong(named(first.from))}\n${aligned(lines, '  ')}`);
  }
  const idle = matrix.ends.flatMap((end, index) =>
    end.asks && (filter.from?.has(index) ?? true) && !rows.some(({ from }) => from.includes(index))
      ? [index]
      : [],
  );
  if (idle.length > 0)
    parts.push(
      language === 'ja' ? `どこにも到達しない: ${named(idle)}` : `Reaches nothing here: ${named(idle)}`,
    );
  if (matrix.ends.every(({ sort }) => sort === 'internet'))
    parts.push({ en: 'The design has no workload.', ja: '設計にワークロードがありません。' }[language]);
  parts.push(
    [paint.strong(assumed[language]), ...matrix.unknowns.map((words) => `  ${plain(words[language])}`)].join(
      '\n',
    ),
  );
  return `${parts.join('\n\n')}\n`;
}

/** `Web1, Web2 and 48 others` */
export function namedEnds(input: Input, matrix: Matrix, ends: readonly number[], language: Language): string {
  const shown = ends.slice(0, ends.length > mostNamed + 1 ? mostNamed : ends.length).map((index) => {
    const end = matrix.ends[index];
    return end === undefined ? '' : plain(endName(input, end));
  });
  const rest = ends.length - shown.length;
  const joined = shown.join(', ');
  return rest === 0 ? joined : `${joined}${language === 'ja' ? ` ほか ${rest} 個` : ` and ${rest} others`}`;
}

function linesOf(
  { from, to, reachable, unknown }: MatrixRow,
  named: (ends: readonly number[]) => string,
  language: Language,
  paint: Paint,
): string[][] {
  const isAmongThem = from.length > 1 && from.length === to.length && from[0] === to[0];
  const target = isAmongThem ? { en: 'one another', ja: '相互' }[language] : named(to);
  const lines: string[][] = [];
  if (reachable.length > 0) lines.push([paint.good('→'), target, portsWords(reachable)[language]]);
  if (unknown.length > 0)
    lines.push([
      paint.doubtful('?'),
      reachable.length > 0 ? '' : target,
      `${portsWords(unknown)[language]}  ${paint.quiet(cannotSay[language])}`,
    ]);
  return lines;
}

const cannotSay: Words = { en: 'cannot say', ja: '判定不能' };
const assumed: Words = { en: 'Assumed or not analysed', ja: '仮定したこと・分析していないこと' };
