import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { arrow, box, sketch, type Box, type SketchedFlow } from '../model/sketch';
import { compileNetwork, factsOf, queryOf, sayDisposition } from './network';

/** The verdicts of all drawn flows, by the flow. */
function verdictsOf(...parts: readonly (Box | SketchedFlow)[]): Readonly<Record<string, string>> {
  const document = fromSketch(catalog, sketch(...parts));
  const network = compileNetwork(factsOf(catalog, document));
  return Object.fromEntries(
    [...document.flows.values()].map((flow) => {
      const trace = network.trace(queryOf(document, catalog, flow));
      const [block] = trace.blockedBy;
      return [flow.id, block === undefined ? trace.verdict : `${block.resource}: ${block.code}`];
    }),
  );
}

const to = (target: string) => ({ route: { destination: '0.0.0.0/0', target } });
const https = { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } } as const;

test('the three paths of scenario 1, as drawn, and the workload without any', () => {
  const verdicts = verdictsOf(
    box('internet', 'Internet'),
    box('aws-service', 'S3', { service: 's3' }),
    box('aws-service', 'Ssm', { service: 'ssm' }),
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('internet-gateway', 'Igw'),
      box('route-table', 'PublicTable', { routes: to('Igw') }),
      box('route-table', 'EndpointTable'),
      box('route-table', 'NatTable', { routes: to('Nat') }),
      box('route-table', 'IsolatedTable'),
      box('security-group', 'EndpointGroup', { inbound: https }),
      box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { EndpointTable: true } }),
      box(
        'subnet',
        'Public',
        { cidr: '10.0.0.0/24', routeTable: 'PublicTable', mapPublicIp: true },
        box('instance', 'Bastion'),
        box('nat-gateway', 'Nat'),
      ),
      box('subnet', 'Private', { cidr: '10.0.1.0/24', routeTable: 'EndpointTable' }, box('instance', 'App')),
      box('subnet', 'Behind', { cidr: '10.0.2.0/24', routeTable: 'NatTable' }, box('lambda-function', 'Job')),
      box('subnet', 'Isolated', { cidr: '10.0.3.0/24', routeTable: 'IsolatedTable' }, box('instance', 'Db')),
    ),
    arrow('Bastion', 'S3'),
    arrow('App', 'S3'),
    arrow('App', 'Ssm'),
    arrow('Job', 'Ssm'),
    arrow('Job', 'Internet'),
    arrow('Db', 'S3'),
    arrow('Internet', 'App'),
  );

  expect(verdicts).toEqual({
    'Bastion→S3': 'reachable',
    'App→S3': 'reachable',
    'App→Ssm': 'EndpointTable: no-route',
    'Job→Ssm': 'reachable',
    'Job→Internet': 'reachable',
    'Db→S3': 'IsolatedTable: no-route',
    'Internet→App': 'App: no-public-address',
  });
});

test('scenario 2, stage by stage: endpoints open Session Manager first, then S3, and never the internet', () => {
  const stage = (...more: readonly Box[]) =>
    verdictsOf(
      box('internet', 'Internet'),
      box('aws-service', 'S3', { service: 's3' }),
      box('aws-service', 'Messages', { service: 'ssmmessages' }),
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16', dnsHostnames: true },
        box('route-table', 'Table'),
        box('security-group', 'EndpointGroup', { inbound: https }),
        box('subnet', 'Private', { cidr: '10.0.0.0/24', routeTable: 'Table' }, box('instance', 'App')),
        ...more,
      ),
      arrow('App', 'Messages'),
      arrow('App', 'S3'),
      arrow('App', 'Internet'),
    );
  const messages = box('interface-endpoint', 'Endpoint', {
    service: 'ssmmessages',
    subnets: { Private: true },
    securityGroups: { EndpointGroup: true },
  });
  const s3 = box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { Table: true } });
  const noRoute = 'Table: no-route';

  expect(Object.values(stage())).toEqual([noRoute, noRoute, noRoute]);
  expect(Object.values(stage(messages))).toEqual(['reachable', noRoute, noRoute]);
  expect(Object.values(stage(messages, s3))).toEqual(['reachable', 'reachable', noRoute]);
});

test('a drawn flow’s question goes by what its ends mean', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box('internet', 'Anybody'),
      box('internet', 'Office', { address: '203.0.113.7' }),
      box('vpc', 'Vpc', {}, box('subnet', 'Private', {}, box('instance', 'App'))),
      arrow('App', 'Anybody', { protocol: 'icmp', port: 443 }),
      arrow('Office', 'App', { port: 22 }),
    ),
  );
  const questions = [...document.flows.values()].map((flow) => queryOf(document, catalog, flow));

  expect(questions).toEqual([
    { from: { resource: 'App' }, to: { internet: true }, protocol: 'icmp', port: null, sourcePort: null },
    {
      from: { internet: true, address: '203.0.113.7' },
      to: { resource: 'App' },
      protocol: 'tcp',
      port: 22,
      sourcePort: null,
    },
  ]);
});

test('every ending has words in both languages', () => {
  expect(sayDisposition('no-route')).toEqual({
    en: 'The route table has no route to the destination',
    ja: 'ルートテーブルに送信先へのルートがありません',
  });
});

test('the group of a flow’s user counts where the source has users', () => {
  const verdicts = verdictsOf(
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('security-group', 'Group', { inbound: https }),
      box(
        'subnet',
        'Subnet',
        { cidr: '10.0.0.0/24' },
        box('instance', 'Server', { securityGroups: { Group: true } }),
      ),
      box('client-vpn-endpoint', 'Vpn', {
        associations: { a: { subnet: 'Subnet' } },
        authorizations: { a: { destination: '10.0.0.0/16', group: 'admins' } },
      }),
    ),
    arrow('Vpn', 'Server', { id: 'admin', group: 'admins' }),
    arrow('Vpn', 'Server', { id: 'anybody', group: '' }),
  );

  expect(verdicts).toEqual({ admin: 'reachable', anybody: 'Vpn: not-authorized' });
});
