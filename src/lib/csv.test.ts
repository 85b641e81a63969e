import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from './csv';

test('a table is written line by line, with what needs it in quotation marks', () => {
  expect(
    csvText([
      ['Name', 'USD'],
      ['a "b", c', 48.91],
      ['二\n行', null],
    ]),
  ).toBe('\uFEFFName,USD\r\n"a ""b"", c",48.91\r\n"二\n行",\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '=HYPERLINK("http://a.example","x")'])(
  'a name is no formula: %j',
  (name) => {
    const [, cell = ''] = /^\uFEFF"?(.*?)"?\r\n$/s.exec(csvText([[name]])) ?? [];

    expect(cell.startsWith("'")).toBe(true);
  },
);

test('every text comes back from it', () => {
  const cell = fc.string({ unit: 'binary' }).filter((text) => !/^\s*[=+\-@\t\r]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      expect(readCsv(csvText(rows).slice(1))).toEqual(rows);
    }),
  );
});

/** As RFC 4180 has it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n' && cell.lastIndex < text.length) rows.push([]);
    if (cell.lastIndex >= text.length) break;
  }
  return rows;
}
