/** What is expected of whole parts of a design, in `check`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, noInternetFrom, sketch } from '../core/model/sketch';
import { writeDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';

const diagram = (target: string): string =>
  writeDiagram(
    catalog,
    fromSketch(
      catalog,
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw'),
          box(
            'subnet',
            'Public',
            { cidr: '10.0.0.0/24', routeTable: 'PublicTable' },
            box('nat-gateway', 'Nat'),
          ),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', routeTable: 'PrivateTable' },
            box('instance', 'Db'),
          ),
          box('route-table', 'PublicTable', {
            routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', { routes: { row: { destination: '0.0.0.0/0', target } } }),
        ),
        noInternetFrom('Private'),
      ),
    ),
  );

describe('check of a diagram that says “nothing in here reaches the internet”', () => {
  test('names the part, those who break it and the way, and fails', async () => {
    const { json, status } = await vpcanvas('check net.json --format json', { 'net.json': diagram('Nat') });

    expect(status).toBe(1);
    expect(json).toMatchObject({
      findings: expect.not.arrayContaining([
        expect.objectContaining({ rule: 'scope-reaches-internet' }),
      ]) as unknown,
      expectations: [
        { flow: { from: 'internet', to: 'Private' }, expected: 'blocked', verdict: 'blocked' },
        {
          flow: { from: 'Db', to: 'internet', protocol: 'tcp', port: null },
          expected: 'blocked',
          verdict: 'reachable',
          scope: 'Private',
          workloads: ['Db'],
          message:
            'It was expected that nothing in Private reaches the internet, but Db does (TCP), by PrivateTable (0.0.0.0/0 → Nat), Nat, PublicTable (0.0.0.0/0 → Igw), Igw',
        },
      ],
      summary: { error: 1 },
    });
  });

  test('is content where it is so, and says it in text', async () => {
    const { out, status } = await vpcanvas('check net.json', {
      'net.json': diagram('Nat').replace('"0.0.0.0/0", "target": "Nat"', '"10.9.0.0/16", "target": "Nat"'),
    });

    expect(status).toBe(0);
    expect(out).toContain('2 of 2 expectations met');
    expect(out).toContain('✓ Private → internet');
  });

  test('is asked in the form that older files have', async () => {
    const old = JSON.parse(diagram('Nat')) as Record<string, unknown>;
    const text = JSON.stringify({
      ...old,
      scopes: [{ id: 's', kind: 'no-internet-access', containers: { Private: true }, order: 'U' }],
    });

    const { json } = await vpcanvas('check net.json --format json', { 'net.json': text });

    expect(json).toMatchObject({
      expectations: [{ verdict: 'blocked' }, { verdict: 'reachable', workloads: ['Db'] }],
    });
  });
});

describe('check --expect of parts of a template', () => {
  const template = readFileSync('examples/templates/ecs-lambda-dynamodb.yaml', 'utf8');
  const check = (flows: string) =>
    vpcanvas('check net.yaml --expect flows.yaml --format json', {
      'net.yaml': template,
      'flows.yaml': flows,
    });

  test('asks all that stand in them, by a box or by an interface', async () => {
    const { json, status } = await check(`
      - { nothing-in: 'PrivateSubnet1, PrivateSubnet2', reaches: internet, label: Isolated }
      - { everything-in: VPC, reaches: 'service:dynamodb' }
      - { nothing-in: PrivateSubnet2, reaches: 'service:s3', port: 443 }`);

    expect(status).toBe(1);
    expect(json).toMatchObject({
      expectations: [
        {
          scope: 'Isolated',
          verdict: 'blocked',
          message: expect.stringMatching(/^Isolated: nothing/) as string,
        },
        { flow: { from: 'VPC', to: 'service:dynamodb' }, expected: 'reachable', verdict: 'reachable' },
        { expected: 'blocked', verdict: 'reachable', workloads: ['Service', 'Function'] },
      ],
      summary: { error: 1 },
    });
  });

  test.each([
    ['- { nothing-in: Nowhere, reaches: internet }', 'There is no “Nowhere”'],
    ['- { nothing-in: ID }', '“nothing-in” needs either “reaches” or “reached-from”'],
    ['- { reaches: internet }', 'needs either “nothing-in” or “everything-in”'],
    ['- { nothing-in: ID, reaches: internet, expect: blocked }', '“expect” is for a single flow'],
    ['- { nothing-in: ID, reached-from: "service:s3" }', 'Traffic cannot start at “service:s3”'],
    ['- { nothing-in: ID, reaches: internet, port: 99999 }', '“99999” is no port'],
  ])('refuses %s with its place', async (flows, words) => {
    const ran = await check(flows.replace('ID', 'VPC'));

    expect(ran.status).toBe(2);
    expect(ran.err).toContain('flows.yaml:1:3');
    expect(ran.err).toContain(words);
  });
});
