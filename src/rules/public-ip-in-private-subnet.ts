import { call } from '../core/commands';
import type { Resource } from '../core/model/document';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { routesOf, tableOf, wayOut } from './shared/networks';
import { called, plan } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'public-ip-in-private-subnet',
  severity: 'warning',
  summary: {
    en: 'A public address is of no use in a subnet without a route to an internet gateway',
    ja: 'インターネットゲートウェイへのルートがないサブネットでは、パブリックアドレスは役に立ちません',
  },
  why: {
    en: 'Packets from the internet are delivered, but the replies have no way back, so nobody gets an answer; and the address costs by the hour. Take the address off, or give the subnet a route to the internet gateway.',
    ja: 'インターネットからのパケットは届きますが、応答の経路がないため通信は成立しません。アドレスには時間料金もかかります。パブリックアドレスを外すか、サブネットにインターネットゲートウェイへのルートを追加してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
  ],
  check: forEachResource(function* (context, owner) {
    const workload = workloadOf(context, owner.id);
    if (workload === undefined) return;
    const { resource, interfaces, subnets } = workload;
    if (!interfaces.some(({ publicIpv4 }) => publicIpv4 === true)) return;
    const subnet = subnets.find((each) => {
      const way = wayOut(context, each);
      return (way === 'none' || way === 'nat') && !leadsToGateway(context, each);
    });
    if (subnet === undefined || subnets.some((each) => wayOut(context, each) === 'internet')) return;
    const name = called(context, resource.id);
    const taken = isKind(resource, 'instance')
      ? { publicIp: 'no' }
      : isKind(resource, 'ecs-service')
        ? { assignPublicIp: false }
        : isKind(resource, 'rds-instance')
          ? { publiclyAccessible: false }
          : isKind(resource, 'network-interface')
            ? { elasticIp: false }
            : undefined;
    yield {
      on: [resource.id, subnet.id],
      ...(taken === undefined ? {} : { field: Object.keys(taken)[0] ?? '' }),
      message: {
        en: `${name} has a public IPv4 address, but ${called(context, subnet.id)} has no route to an internet gateway`,
        ja: `${name} にはパブリック IPv4 アドレスがありますが、${called(context, subnet.id)} にインターネットゲートウェイへのルートがありません`,
      },
      fixes:
        taken === undefined
          ? []
          : [
              plan(
                `Take the public address off ${name}`,
                `${name} のパブリックアドレスを外す`,
                call('setProps', { id: resource.id, props: taken }),
              ),
            ],
    };
  }),
  examples: {
    good: [
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'Private', {}, box('instance', 'Web', { publicIp: 'no' })))),
      sketch(
        box('prefix-list', 'Offices', { entries: { tokyo: { cidr: '203.0.113.0/24', description: '' } } }),
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Subnet', { routeTable: 'Table' }, box('instance', 'Web', { publicIp: 'yes' })),
          box('route-table', 'Table', { routes: { a: { destination: { ref: 'Offices' }, target: 'Igw' } } }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Private', {}, box('instance', 'Web', { publicIp: 'yes' }))),
      ),
    ],
  },
});

/** Whether some route that is no default route leads to an internet gateway: the public address serves for those. */
function leadsToGateway(context: RuleContext, subnet: Resource<'subnet'>): boolean {
  const table = tableOf(context, subnet);
  return table != null && routesOf(context, table).some(({ target }) => target?.kind === 'internet-gateway');
}
