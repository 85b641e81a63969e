import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { arbitraryDesign } from '../../../testing/designs';
import { fromSketch } from '../../catalog/fromSketch';
import { call, runCommand } from '../../commands';
import type { Document } from '../../model/document';
import { arrow, box, sketch, type Box } from '../../model/sketch';
import { compileNetwork, factsOf } from '../network';
import { matrixOf } from '../matrix/matrix';
import { holdsPort } from '../matrix/portRanges';
import type { ProtocolPorts } from '../matrix/reachWords';
import type { Query } from '../trace';
import { factsWhen, type WhatIf } from './choices';
import { consequencesOf, whatIfs, type Consequences } from './whatIf';

const toIgw = { out: { destination: '0.0.0.0/0', target: 'Igw' } };
const toNat = { out: { destination: '0.0.0.0/0', target: 'Nat' } };

const zone = (letter: string, number: number, ...more: readonly Box[]): Box =>
  box(
    'availability-zone',
    `Zone${letter}`,
    { zone: `ap-northeast-1${letter}` },
    box(
      'subnet',
      `Private${letter}`,
      { cidr: `10.0.${number}.0/24`, routeTable: 'Private' },
      box('instance', `App${letter}`, { securityGroups: { Group: true } }),
    ),
    ...more,
  );

/** Two zones whose instances go out by the NAT gateway of the first, and ask SSM by an endpoint. */
const design = (...more: readonly Box[]): Document =>
  fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16', dnsSupport: true, dnsHostnames: true },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Public', { routes: toIgw }),
        box('route-table', 'Private', { routes: toNat }),
        box('security-group', 'Group'),
        box('security-group', 'Https', {
          inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
        }),
        zone(
          'a',
          1,
          box(
            'subnet',
            'PublicA',
            { cidr: '10.0.101.0/24', routeTable: 'Public' },
            box('nat-gateway', 'Nat'),
          ),
        ),
        zone('c', 2),
        box(
          'subnet',
          'Endpoints',
          { cidr: '10.0.50.0/24' },
          box('interface-endpoint', 'SsmEndpoint', { service: 'ssm', securityGroups: { Https: true } }),
        ),
        ...more,
      ),
      box('internet', 'Internet'),
      arrow('Appa', 'Internet'),
      arrow('Appc', 'Internet'),
    ),
  );

const asked = (document: Document, id: string): Consequences => {
  const chosen = whatIfs(catalog, document).find((each) => each.id === id);
  if (chosen === undefined)
    throw new Error(
      `there is no ${id} among ${whatIfs(catalog, document)
        .map((each) => each.id)
        .join(', ')}`,
    );
  return consequencesOf(catalog, document, chosen, matrixOf(catalog, document));
};
/** `Appc → Internet` for each pair that is told. */
const pairsIn = (
  document: Document,
  { pairs }: Consequences,
  what: 'lost' | 'doubtful' | 'won',
): readonly string[] => {
  const { ends } = matrixOf(catalog, document);
  return pairs
    .filter((pair) => pair[what].length > 0)
    .flatMap(({ from, to }) =>
      from.flatMap((a) => to.filter((b) => a !== b).map((b) => `${ends[a]?.id} → ${ends[b]?.id}`)),
    )
    .sort();
};

test('without the NAT gateway both zones lose their way out, and the drawn flows with them', () => {
  const document = design();

  const told = asked(document, 'without Nat');

  expect(told.flows).toEqual(
    [...document.flows.values()].map(({ id }) => ({ flow: id, before: 'reachable', after: 'blocked' })),
  );
  expect(pairsIn(document, told, 'lost')).toEqual(['Appa → Internet', 'Appc → Internet']);
  expect(told).toMatchObject({ gone: [], lost: 2, doubtful: 0, won: 0 });
});

test('a zone that fails takes its workloads along; those of the other lose what stood in it', () => {
  const document = design();

  const told = asked(document, 'zone ap-northeast-1a');

  expect(told.gone).toEqual(['Appa']);
  expect(told.flows.map(({ after }) => after)).toEqual(['gone', 'blocked']);
  expect(pairsIn(document, told, 'lost')).toEqual(['Appc → Internet']);
  expect(told.notes[0]?.en).toContain('1 subnet is in a zone that the design does not say');
});

test('a zone in which nothing of the others stands costs nothing but itself', () => {
  const told = asked(design(), 'zone ap-northeast-1c');

  expect(told).toMatchObject({ gone: ['Appc'], lost: 0, pairs: [] });
});

test('a workload in subnets of two zones outlives each of them', () => {
  const document = design(
    box('rds-instance', 'Db', { subnets: { Privatea: true, Privatec: true }, multiAz: true }),
  );

  expect(asked(document, 'zone ap-northeast-1a').gone).not.toContain('Db');
});

test('without private DNS the name of the service leads out by the NAT gateway', () => {
  const document = design();

  const told = asked(document, 'private-dns-off SsmEndpoint');

  // What the endpoint's security group kept out may pass there: every other port.
  expect(told.lost).toBe(0);
  expect(pairsIn(document, told, 'won')).toEqual(['Appa → service:ssm', 'Appc → service:ssm']);
});

test('without the endpoint the service is still asked about', () => {
  const document = design();
  const noNat = runCommand({ catalog }, document, call('deleteResources', { ids: ['Nat'] }));

  const told = asked(noNat, 'without SsmEndpoint');

  expect(told.gone).toEqual([]);
  expect(pairsIn(noNat, told, 'lost')).toEqual(['Appa → service:ssm', 'Appc → service:ssm']);
});

test('a route that is gone costs those whose table it was in', () => {
  const told = asked(design(), 'route Private out');

  expect(told.lost).toBe(2);
});

test('what an appliance would carry instead is lost only perhaps', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Public', { routes: toIgw }),
        box('route-table', 'Private', {
          routes: {
            host: { destination: '198.51.100.7/32', target: 'Nat' },
            out: { destination: '0.0.0.0/0', target: 'Appliance' },
          },
        }),
        box('security-group', 'Open', {
          inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
        }),
        box(
          'subnet',
          'PublicSubnet',
          { cidr: '10.0.1.0/24', routeTable: 'Public' },
          box('nat-gateway', 'Nat'),
          box('instance', 'Appliance', {
            sourceDestinationCheck: false,
            publicIp: 'yes',
            securityGroups: { Open: true },
          }),
        ),
        box(
          'subnet',
          'PrivateSubnet',
          { cidr: '10.0.2.0/24', routeTable: 'Private' },
          box('instance', 'App', { securityGroups: { Open: true } }),
        ),
      ),
      box('internet', 'Host', { address: '198.51.100.7' }),
    ),
  );

  const told = asked(document, 'route Private host');

  expect(told).toMatchObject({ lost: 0, doubtful: 1 });
  expect(pairsIn(document, told, 'doubtful')).toEqual(['App → Host']);
});

test('what is offered are the zones, then gateways, then private DNS, then routes', () => {
  expect(whatIfs(catalog, design()).map(({ id }) => id)).toEqual([
    'zone ap-northeast-1a',
    'zone ap-northeast-1c',
    'without Igw',
    'without Nat',
    'without SsmEndpoint',
    'private-dns-off SsmEndpoint',
    'route Private out',
    'route Public out',
  ]);
});

test('whatever is asked, the document stays as it is', () => {
  fc.assert(
    fc.property(arbitraryDesign(catalog), (document) => {
      const before = structuredClone(document);
      const matrix = matrixOf(catalog, document);

      for (const whatIf of whatIfs(catalog, document)) consequencesOf(catalog, document, whatIf, matrix);

      expect(document).toEqual(before);
    }),
    { numRuns: 3 },
  );
}, 60_000);

test('what is said to be lost, doubtful or won is so by the traces before and after', () => {
  const holds = (found: readonly ProtocolPorts[], protocol: string, port: number | null): boolean =>
    found.some(
      (each) => each.protocol === protocol && (each.ports === null || holdsPort(each.ports, port ?? 0)),
    );

  fc.assert(
    fc.property(arbitraryDesign(catalog), fc.nat(), (document, luck) => {
      const choices = whatIfs(catalog, document);
      const whatIf: WhatIf | undefined = choices[luck % Math.max(1, choices.length)];
      if (whatIf === undefined) return;
      const matrix = matrixOf(catalog, document);
      const facts = [...factsOf(catalog, document)];
      const [before, after] = [compileNetwork(facts), compileNetwork(factsWhen(whatIf.change, facts))];
      const { pairs, gone } = consequencesOf(catalog, document, whatIf, matrix);

      matrix.ends.forEach((source, from) => {
        matrix.ends.forEach((target, to) => {
          if (from === to || !source.asks || !target.answers) return;
          if (gone.includes(source.id) || gone.includes(target.id)) return;
          const told = pairs.find((pair) => pair.from.includes(from) && pair.to.includes(to));
          for (const [protocol, port] of [
            ['tcp', 443],
            ['tcp', 5432],
            ['icmp', null],
          ] as const) {
            const query: Query = { from: source.end, to: target.end, protocol, port, sourcePort: null };
            const [was, is] = [before.trace(query).verdict, after.trace(query).verdict];

            expect(holds(told?.lost ?? [], protocol, port)).toBe(was === 'reachable' && is === 'blocked');
            expect(holds(told?.doubtful ?? [], protocol, port)).toBe(was === 'reachable' && is === 'unknown');
            expect(holds(told?.won ?? [], protocol, port)).toBe(was !== 'reachable' && is === 'reachable');
          }
        });
      });
    }),
    { numRuns: 12 },
  );
}, 60_000);
