/** What is offered for flows that stop at a load balancer, behind one, or on the way to one over PrivateLink. */
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { fromSketch } from '../../../core/catalog/fromSketch';
import type { Document } from '../../../core/model/document';
import type { PropsOf } from '../../../core/model/kinds';
import { arrow, box, sketch } from '../../../core/model/sketch';
import { queryOf } from '../../../core/network/network';
import { plansThatMend } from '../../../core/plans/mend';
import { contextOf } from '../../../core/rules/validate';
import { ways } from './index';

type Props<K extends 'network-load-balancer' | 'target-group'> = Partial<PropsOf<K>>;

interface Design {
  readonly balancer?: Props<'network-load-balancer'>;
  readonly group?: Props<'target-group'>;
  /** Who may reach the server, and on which port. */
  readonly peer?: string;
  readonly port?: number;
  readonly isAccepted?: boolean;
  readonly serverIn?: 'A' | 'C';
}

/** A server behind a load balancer, for a client in another VPC and for one of its own VPC. */
function design(
  from: 'Consumer' | 'Client',
  { balancer, group, peer = '0.0.0.0/0', port = 80, isAccepted = true, serverIn = 'A' }: Design,
): Document {
  const server = box('instance', 'Web', { securityGroups: { WebGroup: true } });
  return fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Consumers',
        { cidr: '10.0.0.0/16' },
        box(
          'subnet',
          'ConsumerSubnet',
          { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' },
          box('instance', 'Consumer'),
          box('interface-endpoint', 'Endpoint', {
            service: '',
            endpointService: 'Service',
            privateDns: false,
            accepted: isAccepted,
          }),
        ),
      ),
      box('endpoint-service', 'Service', { loadBalancers: { Nlb: true } }),
      box(
        'vpc',
        'Provider',
        { cidr: '10.1.0.0/16' },
        box('security-group', 'NlbGroup', {
          inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
        }),
        box('security-group', 'Tight', {
          inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' } },
          outbound: {},
        }),
        box('security-group', 'WebGroup', {
          inbound: { http: { protocol: 'tcp', fromPort: port, toPort: port, peer } },
        }),
        box('target-group', 'Group', {
          targets: { web: { target: { ref: 'Web' }, port: null, zone: '' } },
          ...group,
        }),
        box(
          'subnet',
          'A',
          { cidr: '10.1.0.0/24', zone: 'ap-northeast-1a' },
          box('network-load-balancer', 'Nlb', {
            listeners: { http: { protocol: 'TCP', port: 80, targetGroup: 'Group', others: {} } },
            ...balancer,
          }),
          ...(serverIn === 'A' ? [server] : []),
        ),
        box('subnet', 'B', { cidr: '10.1.1.0/24' }, box('instance', 'Client')),
        box(
          'subnet',
          'C',
          { cidr: '10.1.2.0/24', zone: 'ap-northeast-1c' },
          ...(serverIn === 'C' ? [server] : []),
        ),
      ),
      arrow(from, from === 'Consumer' ? 'Endpoint' : 'Nlb', { port: 80 }),
    ),
  );
}

test.each<[string, 'Consumer' | 'Client', Design, readonly string[]]>([
  [
    'a connection that waits',
    'Consumer',
    { isAccepted: false },
    ['Say that the connection of Endpoint is accepted'],
  ],
  [
    'a port that no listener has',
    'Consumer',
    { balancer: { listeners: { http: { protocol: 'TCP', port: 8080, targetGroup: 'Group', others: {} } } } },
    ['Change the port of the listener TCP 8080 of Nlb to 80', 'Add a listener on port 80 to Nlb'],
  ],
  [
    'a target in a zone whose node may not be crossed from',
    'Consumer',
    { serverIn: 'C', balancer: { subnets: { C: true } } },
    ['Turn on cross-zone load balancing of Nlb'],
  ],
  [
    'a target that lets only consumers in',
    'Consumer',
    { peer: '10.0.0.0/16' },
    ['Allow TCP 80 from 10.1.0.0/24 in WebGroup'],
  ],
  [
    'a target that lets only consumers in, behind a guarded load balancer',
    'Consumer',
    { peer: '10.0.0.0/16', balancer: { securityGroups: { NlbGroup: true } } },
    ['Allow TCP 80 from NlbGroup in WebGroup'],
  ],
  [
    'a target whose load balancer does not filter what comes over PrivateLink',
    'Consumer',
    { peer: '10.0.0.0/16', balancer: { securityGroups: { NlbGroup: true }, filtersPrivateLink: false } },
    ['Allow TCP 80 from 10.1.0.0/24 in WebGroup'],
  ],
  [
    'a target that listens on another port',
    'Consumer',
    { group: { port: 8080 } },
    ['Allow TCP 8080 from 10.1.0.0/24 in WebGroup'],
  ],
  [
    'a target that sees the client',
    'Client',
    { peer: '10.1.0.0/24' },
    ['Allow TCP 80 from 10.1.1.0/24 in WebGroup'],
  ],
  [
    'a target that sees the load balancer',
    'Client',
    { peer: '10.1.1.0/24', group: { preserveClientIp: 'off' } },
    ['Allow TCP 80 from 10.1.0.0/24 in WebGroup'],
  ],
  [
    'a load balancer that may not send to its targets',
    'Consumer',
    {
      balancer: { securityGroups: { Tight: true } },
    },
    ['Allow TCP 80 to WebGroup in Tight'],
  ],
])('%s', (_, from, given, titles) => {
  const context = contextOf(catalog, design(from, given));
  const [flow] = context.flows;
  if (flow === undefined) throw new Error('there is no arrow');
  expect(context.traces.get(flow.id)?.verdict).toBe('blocked');

  const plans = plansThatMend(context, flow, ways);

  expect(plans.map(({ title }) => title.en)).toEqual(titles);
  for (const plan of plans) {
    const after = context.after(plan);
    expect(after.network.trace(queryOf(after.document, catalog, flow)).verdict).toBe('reachable');
  }
});
