import type { Resource } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { inVpc, routesOf, subnetsOf, vpcOf } from './shared/networks';
import { routeDeleted, routeLedTo } from './shared/routeFixes';
import { internetGatewayOf } from './shared/routing';
import { called } from './shared/words';
import { workloads } from './shared/workloads';

export default defineRule({
  id: 'route-target-gone',
  severity: 'error',
  summary: {
    en: 'A route whose target is gone drops what it matches',
    ja: 'ターゲットのないルートに一致するパケットは破棄されます',
  },
  why: {
    en: 'Such a route is a blackhole. It still wins over shorter prefixes, so its traffic is lost even where another route would lead on. Give the route a target, or delete it.',
    ja: 'このようなルートはブラックホールです。短いプレフィックスのルートより優先されるため、他のルートがあっても通信は失われます。ターゲットを指定するか、ルートを削除してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html'],
  check: forEachOf('route-table', function* (context, table) {
    for (const { row, destination, target } of routesOf(context, table)) {
      if (target !== undefined) continue;
      const name = called(context, table.id);
      const candidates = candidatesFor(context, table, destination);
      yield {
        on: [table.id],
        field: `routes.${row}.target`,
        message: {
          en: `The route ${destination} of ${name} has no target (blackhole)`,
          ja: `${name} のルート ${destination} にターゲットがありません (ブラックホール)`,
        },
        fixes: [
          ...candidates.map(({ id }) => routeLedTo(context, table, { row, destination }, id)),
          routeDeleted(context, table, { row, destination }),
        ],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
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
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: null } } }),
        ),
      ),
    ],
  },
});

/** What the route may have meant: gateways of the same VPC for a default route, the likeliest first. */
function candidatesFor(
  context: RuleContext,
  table: Resource<'route-table'>,
  destination: string,
): readonly Resource[] {
  const vpc = vpcOf(context, table.id);
  if (vpc === undefined) return [];
  const gateway = internetGatewayOf(context, vpc.id);
  if (destination === '::/0')
    return [
      ...inVpc(context, vpc.id, 'egress-only-internet-gateway'),
      ...(gateway === undefined ? [] : [gateway]),
    ];
  if (destination !== '0.0.0.0/0') return [];
  const own = new Set(subnetsOf(context, table).map(({ id }) => id));
  const nats = inVpc(context, vpc.id, 'nat-gateway').filter(({ parentId }) => !own.has(parentId ?? ''));
  const residents = workloads(context).filter(({ subnets }) => subnets.some(({ id }) => own.has(id)));
  const addresses = residents.flatMap(({ interfaces }) => interfaces.map(({ publicIpv4 }) => publicIpv4));
  const isPublic =
    addresses.includes(true) || context.all('nat-gateway').some(({ parentId }) => own.has(parentId ?? ''));
  // What has no public address gets nowhere through an internet gateway.
  const internet = gateway === undefined || (addresses.includes(false) && !isPublic) ? [] : [gateway];
  return isPublic ? [...internet, ...nats.slice(0, 1)] : [...nats.slice(0, 1), ...internet];
}
