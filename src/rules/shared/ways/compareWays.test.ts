import { describe, expect, test } from 'vitest';
import { catalog } from '../../../awsKinds';
import { fromSketch } from '../../../core/catalog/fromSketch';
import type { Alternative, AlternativeId, Comparison } from '../../../core/compare/alternative';
import { wayOf } from '../../../core/compare/passage';
import { listPrices } from '../../../core/cost/prices';
import type { Document } from '../../../core/model/document';
import { arrow, box, sketch, type Box } from '../../../core/model/sketch';
import { factsBy } from '../../../core/network/factsBy';
import { documentAfter } from '../../../core/plans/plan';
import { contextOf } from '../../../core/rules/context';
import { compareFlow } from './compareWays';

const zone = 'ap-northeast-1a';
const other = 'ap-northeast-1c';

/** An instance in a private subnet beside a public one, with whatever else stands in the VPC. */
function design(service: string, given: { vpc?: readonly Box[]; outside?: readonly Box[] } = {}): Document {
  return fromSketch(
    catalog,
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('internet-gateway', 'Igw'),
          box('route-table', 'PublicTable', {
            routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTable', {}),
          box('security-group', 'WebGroup', {
            outbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
          }),
          box('subnet', 'Public', { cidr: '10.0.0.0/24', zone, routeTable: 'PublicTable' }),
          box(
            'subnet',
            'Private',
            { cidr: '10.0.1.0/24', zone, routeTable: 'PrivateTable' },
            box('instance', 'Web', { securityGroups: { WebGroup: true } }),
          ),
          ...(given.vpc ?? []),
        ),
        ...(given.outside ?? []),
        box('aws-service', 'Service', { service }),
      ),
      arrow('Web', 'Service', { gbPerMonth: 1000 }),
    ),
  );
}

function compared(document: Document, id = 'Web→Service'): Comparison {
  const found = compareFlow(catalog, document, id, { prices: listPrices });
  if (found === undefined) throw new Error(`no flow ${id}`);
  return found;
}

function of(comparison: Comparison, id: AlternativeId): Alternative {
  const found = comparison.alternatives.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no alternative ${id}`);
  return found;
}

/** Which way the packets really take once the plan of an alternative is applied. */
function wayAfter(document: Document, { plan }: Alternative, flow = 'Web→Service'): string | null {
  const after = contextOf(catalog, documentAfter({ catalog }, document, plan));
  const trace = after.traces.get(flow);
  if (trace?.verdict !== 'reachable') return trace?.verdict ?? null;
  return wayOf(trace.forward, factsBy(catalog, after.document));
}

const hopsOf = ({ passage }: Alternative) => passage?.hops.map(({ resource }) => resource);

describe('each alternative that is said to be reachable is the way that the packets take', () => {
  test.each([
    ['s3', ['internet-gateway', 'nat-gateway', 'gateway-endpoint', 'interface-endpoint']],
    ['sqs', ['internet-gateway', 'nat-gateway', 'interface-endpoint']],
  ] as const)('to %s from a subnet without a way', (service, ways) => {
    const document = design(service);

    const { now, alternatives } = compared(document);

    expect(now).toMatchObject({ verdict: 'blocked', way: null });
    expect(alternatives.filter(({ verdict }) => verdict === 'reachable').map(({ id }) => id)).toEqual(ways);
    for (const each of alternatives)
      if (each.verdict === 'reachable') expect(wayAfter(document, each)).toBe(each.id);
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
  test('NAT where a gateway endpoint wins by its prefix list: the endpoint is taken away (GE3)', () => {
    const document = design('s3', {
      vpc: [box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { PrivateTable: true } })],
    });

    const comparison = compared(document);
    const nat = of(comparison, 'nat-gateway');

    expect(comparison.now.way).toBe('gateway-endpoint');
    expect(of(comparison, 'gateway-endpoint')).toMatchObject({ present: true, plan: { commands: [] } });
    expect(wayAfter(document, nat)).toBe('nat-gateway');
    expect(nat.removes.map(({ type }) => type)).toEqual(['AWS::EC2::VPCEndpoint']);
  });

  test('others that share the table keep the gateway endpoint', () => {
    const document = design('s3', {
      vpc: [
        box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { PrivateTable: true } }),
        box('subnet', 'Beside', { cidr: '10.0.2.0/24', zone, routeTable: 'PrivateTable' }),
      ],
    });

    const nat = of(compared(document), 'nat-gateway');
    const after = documentAfter({ catalog }, document, nat.plan);

    expect(wayAfter(document, nat)).toBe('nat-gateway');
    expect(after.resources.get('S3Endpoint')?.props).toMatchObject({ routeTables: { PrivateTable: true } });
    expect(nat.removes).toEqual([]);
  });

  // https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html
  test('NAT where private DNS answers with an interface endpoint: private DNS goes off (IE3)', () => {
    const document = design('sqs', {
      vpc: [
        box('security-group', 'EndpointGroup', {
          inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' } },
        }),
        box(
          'subnet',
          'Endpoints',
          { cidr: '10.0.3.0/24', zone },
          box('interface-endpoint', 'Sqs', { service: 'sqs', securityGroups: { EndpointGroup: true } }),
        ),
      ],
    });

    const comparison = compared(document);

    expect(comparison.now.way).toBe('interface-endpoint');
    for (const id of ['internet-gateway', 'nat-gateway'] as const)
      expect(wayAfter(document, of(comparison, id))).toBe(id);
  });

  test('an interface endpoint for S3 where a gateway endpoint stands: its private DNS comes first', () => {
    const document = design('s3', {
      vpc: [box('gateway-endpoint', 'S3Endpoint', { service: 's3', routeTables: { PrivateTable: true } })],
    });

    const found = of(compared(document), 'interface-endpoint');

    expect(wayAfter(document, found)).toBe('interface-endpoint');
    expect(found.traits?.dnsAnswer.en).toBe('private address of S3Endpoint2');
  });

  test('NAT for an instance in the subnet of the NAT gateway: it is moved out (NG5)', () => {
    const document = design('sqs', {
      vpc: [
        box(
          'subnet',
          'Both',
          { cidr: '10.0.4.0/24', zone, routeTable: 'PublicTable' },
          box('nat-gateway', 'Nat'),
          box('instance', 'Edge', { publicIp: 'yes', securityGroups: { WebGroup: true } }),
        ),
      ],
    });
    const flow = { ...(document.flows.get('Web→Service') as object), from: 'Edge', id: 'asked' };
    const asked = { ...document, flows: new Map([['asked', flow as never]]) };

    const comparison = compared(asked, 'asked');

    expect(comparison.now.way).toBe('internet-gateway');
    expect(wayAfter(asked, of(comparison, 'nat-gateway'), 'asked')).toBe('nat-gateway');
  });

  test('a source in two zones gets a NAT gateway, or an endpoint, in each', () => {
    const document = design('sqs', {
      vpc: [
        box('route-table', 'TableC', {}),
        box('subnet', 'PrivateC', { cidr: '10.0.5.0/24', zone: other, routeTable: 'TableC' }),
        box(
          'subnet',
          'PrivateA',
          { cidr: '10.0.6.0/24', zone, routeTable: 'PrivateTable' },
          box('lambda-function', 'Function', {
            subnets: { PrivateC: true },
            securityGroups: { WebGroup: true },
          }),
        ),
      ],
    });
    const flow = { ...(document.flows.get('Web→Service') as object), from: 'Function', id: 'asked' };
    const asked = { ...document, flows: new Map([['asked', flow as never]]) };

    const comparison = compared(asked, 'asked');
    const nat = of(comparison, 'nat-gateway');
    const endpoint = of(comparison, 'interface-endpoint');

    expect(nat.adds.filter(({ type }) => type === 'AWS::EC2::NatGateway')).toHaveLength(2);
    expect(nat.zoneLoss?.survives).toBe(true);
    expect(nat.cost?.monthlyUsd).toBeCloseTo(2 * 48.91 + 62, 2);
    expect(endpoint.zoneLoss?.survives).toBe(true);
    expect(endpoint.cost?.monthlyUsd).toBeCloseTo(2 * 10.22 + 10, 2);
    expect(of(comparison, 'internet-gateway')).toMatchObject({ applies: false, verdict: 'blocked' });
  });
});

describe('what an alternative is', () => {
  const comparison = compared(design('s3'));

  test('its hops', () => {
    expect(hopsOf(of(comparison, 'internet-gateway'))).toEqual(['Web', 'Igw', 'Service']);
    expect(hopsOf(of(comparison, 'nat-gateway'))).toEqual(['Web', 'NatGateway', 'Igw', 'Service']);
    expect(hopsOf(of(comparison, 'gateway-endpoint'))).toEqual(['Web', 'S3Endpoint', 'Service']);
    expect(hopsOf(of(comparison, 'interface-endpoint'))).toEqual(['Web', 'S3Endpoint', 'Service']);
  });

  // https://aws.amazon.com/vpc/faqs/: packets between AWS addresses stay on the AWS network.
  test('whether it goes between public addresses, and who needs one', () => {
    const told = comparison.alternatives.map(({ id, traits }) => [
      id,
      traits?.leavesPrivateNetwork,
      traits?.publicAddresses,
    ]);

    expect(told.slice(0, 4)).toEqual([
      ['internet-gateway', true, ['Web']],
      ['nat-gateway', true, ['NatGateway']],
      ['gateway-endpoint', false, []],
      ['interface-endpoint', false, []],
    ]);
    expect(of(comparison, 'nat-gateway').traits?.networkPage).toBe('https://aws.amazon.com/vpc/faqs/');
  });

  test('what guards it: nothing at a NAT gateway', () => {
    const told = comparison.alternatives.map(({ traits }) => traits?.guardedBy.map(({ title }) => title.en));

    expect(told.slice(0, 4)).toEqual([
      ['WebGroup'],
      [],
      ['endpoint policy'],
      ['EndpointSecurityGroup', 'endpoint policy'],
    ]);
  });

  test('what its name is answered with', () => {
    expect(of(comparison, 'gateway-endpoint').traits?.dnsAnswer.en).toBe('public address of S3');
    expect(of(comparison, 'interface-endpoint').traits?.dnsAnswer.en).toBe('private address of S3Endpoint');
  });

  test('what happens to it when a zone fails (NG7, IE1)', () => {
    const told = comparison.alternatives.map(({ zoneLoss }) => zoneLoss?.survives);

    expect(told.slice(0, 4)).toEqual([true, false, true, false]);
  });

  // https://aws.amazon.com/vpc/pricing/
  test('what it costs: hours of what stands on it, and what passes', () => {
    const told = comparison.alternatives.map(({ cost }) => cost && Math.round((cost.monthlyUsd ?? 0) * 100));

    expect(told.slice(0, 4)).toEqual([365, 4891 + 6200, 0, 1022 + 1000]);
  });

  test('what has to be made for it', () => {
    expect(of(comparison, 'gateway-endpoint').adds.map(({ type }) => type)).toEqual([
      'AWS::EC2::VPCEndpoint',
    ]);
    expect(
      of(comparison, 'nat-gateway')
        .adds.map(({ type }) => type)
        .sort(),
    ).toEqual(['AWS::EC2::EIP', 'AWS::EC2::NatGateway', 'AWS::EC2::Route']);
  });
});

describe('what is no way says why', () => {
  const why = (service: string, id: AlternativeId) => of(compared(design(service)), id);

  // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
  test('a gateway endpoint for SQS: there is no such thing (GE1)', () => {
    expect(why('sqs', 'gateway-endpoint')).toMatchObject({
      applies: false,
      because: { en: 'there is no gateway endpoint for SQS, only for S3, DynamoDB, S3 Express One Zone' },
    });
  });

  test.each(['peering', 'transit-gateway', 'vpn'] as const)('%s where none is drawn', (id) => {
    const found = why('s3', id);

    expect(found).toMatchObject({ applies: false, verdict: 'blocked', plan: { commands: [] }, cost: null });
    expect(found.because?.ja).not.toBe('');
  });
});
