import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import { arrow, box, sketch } from '../../core/model/sketch';
import type { Finding } from '../../core/rules/rule';
import { verbatim } from '../../lib/words';
import { concernedBy, familyOf, problemRows, type ProblemQuery } from './problemRows';

const document = fromSketch(
  catalog,
  sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'A', {}, box('instance', 'Web')),
      box('subnet', 'B', {}, box('instance', 'App')),
    ),
    box('internet', 'Internet'),
    arrow('Web', 'Internet', { id: 'out' }),
  ),
);
const finding = (key: string, on: Finding['on']): Finding => ({
  rule: 'some-rule',
  severity: 'error',
  key,
  on,
  message: verbatim(key),
});
const findings = [
  finding('vpc', ['Vpc']),
  finding('web', ['Web', 'A']),
  finding('app', ['App']),
  finding('out', ['out']),
  finding('template', ['nowhere']),
];
const keys = (query: Partial<ProblemQuery>): string[] =>
  problemRows(
    findings,
    { severities: new Set(['error']), search: '', grouping: 'rule', ...query },
    {
      of: (id) => id,
      severity: verbatim,
      rule: verbatim,
      family: (each) => familyOf(catalog, document, each),
    },
  ).flatMap((row) => (row.is === 'finding' ? [row.key] : []));

describe('problems of the selection', () => {
  test('are those of what is selected, of what stands in it, and of the flows that begin or end there', () => {
    expect(keys({ about: concernedBy(document, new Set(['A'])) })).toEqual(['web', 'out']);
    expect(keys({ about: concernedBy(document, new Set(['App'])) })).toEqual(['app']);
    expect(keys({ about: concernedBy(document, new Set(['out'])) })).toEqual(['out']);
  });
});

describe('problems about one part of the design', () => {
  test('go by the group of the palette that the resource at fault belongs to', () => {
    expect(keys({ family: 'network' })).toEqual(['vpc']);
    expect(keys({ family: 'compute' })).toEqual(['web', 'app']);
    expect(keys({ family: 'flows' })).toEqual(['out']);
  });

  test('are those of templates where what is at fault is not drawn', () => {
    expect(keys({ family: 'templates' })).toEqual(['template']);
  });
});
