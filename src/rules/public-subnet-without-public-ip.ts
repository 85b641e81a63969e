import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { arrow, box, sketch } from '../core/model/sketch';
import { asked, askedByMany } from '../core/rules/asked';
import type { Flow, FlowId, ResourceId } from '../core/model/document';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { wayOut } from './shared/networks';
import { publicAddressProps } from './shared/publicAddress';
import { called, plan } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'public-subnet-without-public-ip',
  severity: 'error',
  summary: {
    en: 'A workload in a public subnet reaches the internet only with a public address',
    ja: 'パブリックサブネットのワークロードがインターネットと通信するには、パブリックアドレスが必要です',
  },
  why: {
    en: 'An internet gateway translates between a private and a public address one to one; without a public one it drops the packet. Give the workload a public address, or put it into a private subnet behind a NAT gateway. A Lambda function never gets one. Ignore this when the workload needs nothing but its VPC and stands there to be near others.',
    ja: 'インターネットゲートウェイはプライベートアドレスとパブリックアドレスを 1 対 1 で変換し、パブリックアドレスがないとパケットを破棄します。パブリックアドレスを割り当てるか、NAT ゲートウェイを使うプライベートサブネットに移してください。Lambda 関数にパブリックアドレスは付きません。VPC 内とだけ通信する場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html',
  ],
  check: forEachResource(function* (context, owner) {
    const workload = workloadOf(context, owner.id);
    if (workload === undefined) return;
    const { resource, interfaces, subnets } = workload;
    if (isKind(resource, 'rds-instance') || interfaces.some(({ publicIpv4 }) => publicIpv4 !== false)) return;
    const open = subnets.filter((subnet) => wayOut(context, subnet) === 'internet');
    const [subnet] = open;
    if (subnet === undefined || open.length < subnets.length) return;
    const name = called(context, resource.id);
    const flows = flowsThatLackOne(context, resource.id);
    // A further interface of a firewall needs none, unless somebody wants traffic by it.
    if (isKind(resource, 'network-interface') && flows.length === 0) return;
    const given = publicAddressProps(context, resource);
    yield {
      on: [resource.id, subnet.id, ...flows],
      ...(isKind(resource, 'instance')
        ? { field: 'publicIp' }
        : isKind(resource, 'network-interface')
          ? { field: 'elasticIp' }
          : {}),
      ...(flows.length > 0 ? {} : { severity: 'warning' as const }),
      message: {
        en: `${name} stands in the public subnet ${called(context, subnet.id)} but has no public IPv4 address, so it does not reach the internet`,
        ja: `${name} はパブリックサブネット ${called(context, subnet.id)} にありますが、パブリック IPv4 アドレスがないため、インターネットと通信できません`,
      },
      fixes:
        given === undefined
          ? []
          : [
              plan(
                `Give ${name} a public IPv4 address`,
                `${name} にパブリック IPv4 アドレスを割り当てる`,
                call('setProps', { id: resource.id, props: given }),
              ),
            ],
    };
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Public', { routeTable: 'Table', mapPublicIp: true }, box('instance', 'Web')),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Public', { routeTable: 'Table' }, box('instance', 'Web', { publicIp: 'no' })),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Public', { routeTable: 'Table' }, box('instance', 'Web', { publicIp: 'no' })),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        ),
        box('internet', 'Internet'),
        arrow('Web', 'Internet'),
      ),
    ],
  },
});

/** The flows from a resource that ought to arrive and are blocked for want of a public address. */
const flowsThatLackOne = asked((context, from: ResourceId): readonly FlowId[] =>
  allThatLackOne(context).flatMap((flow) => (flow.from === from ? [flow.id] : [])),
);

const allThatLackOne = askedByMany((context): readonly Flow[] =>
  context.flows.filter(({ id, expect }) => {
    const trace = context.traces.get(id);
    return (
      expect === 'reachable' &&
      trace?.verdict === 'blocked' &&
      trace.blockedBy[0]?.code === 'no-public-address'
    );
  }),
);
