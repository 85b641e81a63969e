/** The matrix in JSON: the shape is told with the verb. */
import type { Matrix } from '../core/network/matrix/matrixData';
import { matrixRows, type MatrixFilter, type MatrixRow } from '../core/network/matrix/matrixRows';
import type { Language } from '../lib/words';
import type { Io } from './io';
import { endName } from './matrixFilter';
import type { Input } from './openInput';

export function printMatrixJson(
  input: Input,
  matrix: Matrix,
  filter: MatrixFilter,
  isGrouped: boolean,
  language: Language,
  io: Io,
): void {
  const names = matrix.ends.map((end) => endName(input, end));
  const groupOf = new Map(matrix.groups.flatMap((members, group) => members.map((end) => [end, group])));
  const ends = matrix.ends.map(({ sort, asks, answers }, index) => ({
    name: names[index],
    is: sort,
    asks,
    answers,
    group: groupOf.get(index),
  }));
  const unknowns = matrix.unknowns.map((words) => words[language]);
  io.out(`{\n  "ends": ${list(ends.map((end) => JSON.stringify(end)))},\n  "rows": [`);
  // A thousand workloads make a million pairs: each group of rows is written as it is made.
  let isFirst = true;
  for (const row of matrixRows(matrix, filter)) {
    const texts = isGrouped ? [groupedText(row, names)] : pairTexts(row, names);
    if (texts.length === 0) continue;
    io.out(`${isFirst ? '' : ','}\n    ${texts.join(',\n    ')}`);
    isFirst = false;
  }
  io.out(
    `${isFirst ? '' : '\n  '}],\n  "unknowns": ${list(unknowns.map((each) => JSON.stringify(each)))}\n}\n`,
  );
}

function groupedText({ from, to, reachable, unknown }: MatrixRow, names: readonly string[]): string {
  const called = (ends: readonly number[]): readonly (string | undefined)[] => ends.map((end) => names[end]);
  return JSON.stringify({ from: called(from), to: called(to), reachable, unknown });
}

function pairTexts({ from, to, reachable, unknown }: MatrixRow, names: readonly string[]): string[] {
  return from.flatMap((source) =>
    to
      .filter((target) => target !== source)
      .map((target) => JSON.stringify({ from: names[source], to: names[target], reachable, unknown })),
  );
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '[]' : `[\n    ${texts.join(',\n    ')}\n  ]`;
}
