import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { arbitraryDocument } from '../../testing/arbitraryDocument';
import { fromSketch } from '../catalog/fromSketch';
import type { Document } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import type { Rule } from './rule';
import { validate } from './validate';

const closed = sketch(
  box(
    'vpc',
    'Vpc',
    { cidr: '10.0.0.0/8' },
    box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Worker')),
    box('route-table', 'Table'),
    box('security-group', 'Idle'),
  ),
  box('aws-service', 'S3', { service: 's3' }),
  arrow('Worker', 'S3'),
);

describe('findings', () => {
  test('come gravest first, then as the resources are drawn', () => {
    const { findings } = check(fromSketch(catalog, closed));

    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error vpc-cidr-size',
      'error flow-blocked',
      'advice unused-resource',
    ]);
  });

  test('keep their keys when resources are made in another order', () => {
    const document = fromSketch(catalog, closed);
    const shuffled = { ...document, resources: new Map([...document.resources].reverse()) };

    expect(check(shuffled).findings.map(({ key }) => key)).toEqual(
      check(document).findings.map(({ key }) => key),
    );
  });

  test('are left out when somebody suppressed them, and counted', () => {
    const document = fromSketch(catalog, closed);
    const key = check(document).findings.find(({ rule }) => rule === 'unused-resource')?.key ?? '';
    const accepted = new Map([[key, { finding: key, reason: 'kept for next week' }]]);

    const { findings, suppressed } = check({ ...document, suppressions: accepted });

    expect(findings.map(({ rule }) => rule)).toEqual(['vpc-cidr-size', 'flow-blocked']);
    expect(suppressed).toBe(1);
  });

  test('of a blocked flow name the finding that is its cause', () => {
    const document = fromSketch(
      catalog,
      sketch(
        box(
          'vpc',
          'Vpc',
          { dnsHostnames: false },
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Worker'),
            box('interface-endpoint', 'Sqs', { service: 'sqs' }),
          ),
        ),
        box('aws-service', 'Queue', { service: 'sqs' }),
        arrow('Worker', 'Queue'),
      ),
    );

    const errors = check(document).findings.filter(({ severity }) => severity === 'error');

    expect(errors.map(({ rule, causedBy }) => [rule, causedBy])).toEqual([
      ['private-dns-without-dns-hostnames', undefined],
      ['flow-blocked', 'private-dns-without-dns-hostnames:Sqs+Vpc:dnsHostnames'],
    ]);
  });

  test('of the same fault twice have keys of their own', () => {
    const twice: Rule = {
      ...anyRule(),
      id: 'twice',
      *check() {
        yield { on: ['Vpc'], message: { en: 'one', ja: '一' } };
        yield { on: ['Vpc'], message: { en: 'two', ja: '二' } };
      },
    };

    const { findings } = validate(catalog, new Map([['twice', twice]]), fromSketch(catalog, closed));

    expect(findings.map(({ key }) => key)).toEqual(['twice:Vpc', 'twice:Vpc#2']);
  });
});

test('a rule that throws costs its own findings and is reported', () => {
  const broken: Rule = {
    ...anyRule(),
    id: 'broken',
    // oxlint-disable-next-line require-yield -- it throws before it finds anything
    *check() {
      throw new Error('as a programmer would');
    },
  };
  const all = new Map([...rules, ['broken', broken] as const]);

  const { findings, failures } = validate(catalog, all, fromSketch(catalog, closed));

  expect(failures.map(({ rule }) => rule)).toEqual(['broken']);
  expect(findings).toHaveLength(3);
});

test('no rule throws, whatever is drawn, and every finding is about something in the diagram', () => {
  fc.assert(
    fc.property(arbitraryDocument(catalog, 14), (document) => {
      const { findings, failures } = validate(catalog, rules, document);

      expect(failures).toEqual([]);
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      for (const { on, message } of findings) {
        for (const id of on)
          expect(document.resources.has(id) || document.flows.has(id) || document.scopes.has(id)).toBe(true);
        expect(`${message.en}${message.ja}`).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 150 },
  );
}, 30_000);

function check(document: Document) {
  return validate(catalog, rules, document);
}

function anyRule(): Rule {
  const rule = rules.get('vpc-cidr-size');
  if (rule === undefined) throw new Error('vpc-cidr-size is a rule');
  return rule;
}
