/**
 * Random designs of several VPCs that are tied into one network: by a transit gateway, peerings, a prefix list, hosted zones
 * and security groups that name one another; with things missing or wrong here and there. And random edits to them, most of
 * which change how they are tied.
 */
import fc from 'fast-check';
import { call, type CommandCall } from '../core/commands';
import type { Value } from '../core/model/value';
import { arrow, box, sketch, type Box, type Sketch } from '../core/model/sketch';

const vpcs = ['A', 'B', 'C'] as const;
const subnets = vpcs.flatMap((vpc) => [`${vpc}1`, `${vpc}2`]);
const groups = [...vpcs.map((vpc) => `${vpc}Group`), 'Gone'];
const lists = ['List', 'Other'];
const targets = ['Transit', 'Second', 'AB', 'BC', 'AIgw', 'BIgw', 'ANat', 'Gone', null];
const attachments = [...vpcs.map((vpc) => `${vpc}Attachment`), 'AAgain'];
const blocks = ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '10.0.0.0/8', '0.0.0.0/0', '10.1.0.0/24'];

const hidden = { unknown: { en: 'a parameter', ja: 'パラメータ' } };

const peer = fc.oneof(
  fc.constantFrom(...blocks),
  fc.constantFrom(...groups, ...lists).map((ref) => ({ ref })),
);
const destination = fc.oneof(
  fc.constantFrom(...blocks),
  fc.constantFrom(...lists).map((ref) => ({ ref })),
);
const groupRow = fc.record({
  protocol: fc.constantFrom('tcp' as const, 'any' as const),
  fromPort: fc.constantFrom(443, null),
  toPort: fc.constantFrom(443, null),
  peer,
});
const routeRow = fc.record({ destination, target: fc.constantFrom(...targets) });
const staticRow = fc.record({
  destination: fc.constantFrom(...blocks),
  attachment: fc.constantFrom(...attachments, null),
});
const some = (ids: readonly string[]): fc.Arbitrary<Readonly<Record<string, true>>> =>
  fc.subarray([...ids]).map((chosen) => Object.fromEntries(chosen.map((id) => [id, true as const])));
const rowsOf = <T>(row: fc.Arbitrary<T>): fc.Arbitrary<Readonly<Record<string, T>>> =>
  fc.array(row, { maxLength: 3 }).map((rows) => Object.fromEntries(rows.map((each, at) => [`r${at}`, each])));
const attached = fc
  .subarray(attachments)
  .map((chosen) => Object.fromEntries(chosen.map((attachment) => [attachment, { attachment }])));

const vpc = fc.record({
  cidr: fc.constantFrom<Value<string>>('10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', 'none', hidden),
  /** Whether its block is none of the others. */
  own: fc.boolean(),
  /** Whether nothing stops what the other VPCs send. */
  open: fc.boolean(),
  ipv6: fc.boolean(),
  routes: rowsOf(routeRow),
  inbound: rowsOf(groupRow),
  outbound: rowsOf(groupRow),
  transit: fc.constantFrom('Transit', 'Transit', 'Second', null),
  attached: fc.constantFrom(1, 2, 3),
  igw: fc.boolean(),
});

export const tiedDesign: fc.Arbitrary<Sketch> = fc
  .record({
    vpcs: fc.tuple(vpc, vpc, vpc),
    nat: fc.boolean(),
    again: fc.boolean(),
    defaults: fc.boolean(),
    referencing: fc.boolean(),
    second: fc.boolean(),
    table: fc.boolean(),
    associations: attached,
    propagations: attached,
    statics: rowsOf(staticRow),
    peerings: some(['AB', 'BC']),
    accepted: fc.boolean(),
    entries: some(blocks),
    zone: some(vpcs),
    peeredZone: fc.boolean(),
    flows: fc.array(fc.tuple(fc.constantFrom(...subnets), fc.constantFrom(...subnets, 'S3', 'Internet')), {
      minLength: 2,
      maxLength: 6,
    }),
  })
  .map((it) => {
    const between: Box[] = [
      box('transit-gateway', 'Transit', {
        defaultAssociation: it.defaults,
        defaultPropagation: it.defaults,
        securityGroupReferencing: it.referencing,
      }),
      ...(it.second ? [box('transit-gateway', 'Second')] : []),
      ...(it.table
        ? [
            box('transit-gateway-route-table', 'TransitTable', {
              transitGateway: 'Transit',
              associations: it.associations,
              propagations: it.propagations,
              routes: it.statics,
            }),
          ]
        : []),
      ...['AB', 'BC'].flatMap((name) =>
        it.peerings[name] === true
          ? [
              box('peering-connection', name, {
                requester: name.slice(0, 1),
                accepter: name.slice(1),
                accepted: it.accepted,
              }),
            ]
          : [],
      ),
      ...lists.map((name) =>
        box('prefix-list', name, {
          entries: Object.fromEntries(
            Object.keys(it.entries).map((cidr, at) => [`e${at}`, { cidr, description: '' }]),
          ),
        }),
      ),
      box('hosted-zone', 'Zone', { domain: 's3.ap-northeast-1.amazonaws.com', vpcs: it.zone }),
    ];
    return sketch(
      ...it.vpcs.map((own, index) => vpcBox(vpcs[index] ?? 'A', own, index, it.nat, it.again)),
      ...between,
      box('aws-service', 'S3', { service: 's3' }),
      box('internet', 'Internet'),
      ...it.flows.flatMap(([from, to]) =>
        from === to ? [] : [arrow(`${from}x`, subnets.includes(to) ? `${to}x` : to)],
      ),
    );
  });

type Vpc = typeof vpc extends fc.Arbitrary<infer T> ? T : never;

function vpcBox(name: string, own: Vpc, index: number, hasNat: boolean, isTwice: boolean): Box {
  const cidr = own.own ? `10.${index}.0.0/16` : own.cidr;
  const third = cidr === '10.0.0.0/16' ? 0 : cidr === '10.1.0.0/16' ? 1 : cidr === '10.2.0.0/16' ? 2 : index;
  const attachment = (id: string): Box =>
    box('transit-gateway-attachment', id, {
      transitGateway: own.transit,
      subnets: Object.fromEntries(
        [1, 2].filter((number) => (own.attached & number) !== 0).map((number) => [`${name}${number}`, true]),
      ),
      ipv6: own.ipv6,
    });
  return box(
    'vpc',
    name,
    { cidr, ipv6: own.ipv6, dnsHostnames: true },
    ...[1, 2].map((number) =>
      box(
        'availability-zone',
        `${name}Zone${number}`,
        { zone: `ap-northeast-1${number === 1 ? 'a' : 'c'}` },
        box(
          'subnet',
          `${name}${number}`,
          { cidr: `10.${third}.${number}.0/24`, routeTable: `${name}Table` },
          box('instance', `${name}${number}x`, { securityGroups: { [`${name}Group`]: true } }),
          ...(hasNat && name === 'A' && number === 1 ? [box('nat-gateway', 'ANat')] : []),
        ),
      ),
    ),
    box('route-table', `${name}Table`, {
      routes: own.open
        ? { others: { destination: '10.0.0.0/8', target: 'Transit' }, ...own.routes }
        : own.routes,
    }),
    box('security-group', `${name}Group`, {
      inbound: own.open ? { ...everything, ...own.inbound } : own.inbound,
      outbound: own.open ? { ...everything, ...own.outbound } : own.outbound,
    }),
    attachment(`${name}Attachment`),
    ...(isTwice && name === 'A' ? [attachment('AAgain')] : []),
    ...(own.igw ? [box('internet-gateway', `${name}Igw`)] : []),
  );
}

const everything = {
  all: { protocol: 'any' as const, fromPort: null, toPort: null, peer: '0.0.0.0/0' },
};

const anyVpc = fc.constantFrom(...vpcs);
const row = fc.constantFrom('r0', 'r1', 'new');
const orGone = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 4 });

/** Each changes one thing of a tied design. */
const tiedEdit: fc.Arbitrary<CommandCall> = fc.oneof(
  fc
    .tuple(anyVpc, fc.constantFrom('inbound', 'outbound'), row, orGone(groupRow))
    .map(([name, field, key, values]) => call('setRow', { id: `${name}Group`, field, row: key, values })),
  fc
    .tuple(anyVpc, row, orGone(routeRow))
    .map(([name, key, values]) => call('setRow', { id: `${name}Table`, field: 'routes', row: key, values })),
  fc
    .tuple(row, orGone(staticRow))
    .map(([key, values]) => call('setRow', { id: 'TransitTable', field: 'routes', row: key, values })),
  fc
    .tuple(fc.constantFrom(...lists), row, orGone(fc.constantFrom(...blocks)))
    .map(([id, key, cidr]) =>
      call('setRow', { id, field: 'entries', row: key, values: cidr === null ? null : { cidr } }),
    ),
  fc
    .tuple(fc.constantFrom(...attachments), some(subnets))
    .map(([id, chosen]) => call('setProps', { id, props: { subnets: chosen } })),
  fc
    .tuple(fc.constantFrom(...attachments), fc.constantFrom('Transit', 'Second', null))
    .map(([id, transitGateway]) => call('setProps', { id, props: { transitGateway } })),
  fc
    .tuple(anyVpc, fc.constantFrom<Value<string>>(...blocks, hidden), fc.boolean())
    .map(([id, cidr, ipv6]) => call('setProps', { id, props: { cidr, ipv6 } })),
  fc
    .tuple(fc.constantFrom(...subnets), some(groups))
    .map(([id, securityGroups]) => call('setProps', { id: `${id}x`, props: { securityGroups } })),
  fc
    .record({ requester: fc.option(anyVpc), accepter: fc.option(anyVpc), accepted: fc.boolean() })
    .map((props) => call('setProps', { id: 'AB', props })),
  some(vpcs).map((chosen) => call('setProps', { id: 'Zone', props: { vpcs: chosen } })),
  fc
    .record({ defaultAssociation: fc.boolean(), defaultPropagation: fc.boolean() })
    .map((props) => call('setProps', { id: 'Transit', props })),
  fc
    .record({ associations: attached, propagations: attached })
    .map((props) => call('setProps', { id: 'TransitTable', props })),
  fc
    .constantFrom(
      'A',
      'B1',
      'BTable',
      'CGroup',
      'Transit',
      'TransitTable',
      'AAttachment',
      'AB',
      'List',
      'B2x',
    )
    .map((id) => call('deleteResources', { ids: [id] })),
  fc
    .constantFrom('A', 'B', 'AGroup', 'List', 'Transit', 'AAttachment', 'AB')
    .map((id) => call('renameResource', { id, name: 'Renamed' })),
  fc
    .tuple(fc.constantFrom(...subnets), fc.constantFrom(...subnets))
    .map(([id, parentId]) => call('moveResources', { moves: [{ id: `${id}x`, parentId, x: 0, y: 0 }] })),
  fc
    .tuple(
      fc.constantFrom(...vpcs),
      fc.constantFrom('transit-gateway-attachment' as const, 'instance' as const),
    )
    .map(([name, kind]) =>
      call('addResource', {
        kind,
        id: 'Added',
        name: 'Added',
        parentId: kind === 'instance' ? `${name}1` : name,
        order: 'zz',
        x: 0,
        y: 0,
      }),
    ),
);

export const tiedEdits: fc.Arbitrary<readonly CommandCall[]> = fc.array(tiedEdit, {
  minLength: 2,
  maxLength: 8,
});
