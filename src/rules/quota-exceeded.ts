import type { Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { asked } from '../core/rules/asked';
import { forEachResource } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import type { Words } from '../lib/words';
import { inVpc } from './shared/networks';
import { peersOf } from './shared/peerings';
import { listNamed, weightOf } from './shared/prefixLists';
import type { Count } from './shared/quotas';
import { attachedVpcs, gatewaysOf, transitTablesOf } from './shared/transit';
import { vpnCounts } from './shared/vpnQuotas';
import { called } from './shared/words';
import { workloadOf } from './shared/workloads';

export default defineRule({
  id: 'quota-exceeded',
  severity: 'warning',
  summary: {
    en: 'A design that exceeds AWS’s default quotas deploys only after they have been raised',
    ja: 'AWS のデフォルトのクォータを超える設計は、引き上げを申請してからでないとデプロイできません',
  },
  why: {
    en: 'Accounts start with these limits; most can be raised on request in Service Quotas. Ask before you deploy, or make do with fewer. A prefix list counts for as many routes or rules as it has room for, not as it has entries. Ignore this when your account’s quota is higher.',
    ja: 'アカウントには初期値としてこれらの上限があり、多くは Service Quotas で引き上げを申請できます。デプロイの前に申請するか、数を減らしてください。プレフィックスリストは、エントリの数ではなく最大エントリ数の分のルートやルールとして数えられます。自分のアカウントの上限がこれより高い場合は無視できます。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
    'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-connection-quotas.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html',
    'https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-limits.html',
  ],
  check: forEachResource(function* (context, resource) {
    for (const each of counted(context, resource)) {
      if (each.count <= each.quota) continue;
      const { on, field } = each;
      yield {
        on: [on],
        ...(field === undefined ? {} : { field }),
        message: messageOf(called(context, on), each),
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
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { A: true, B: true } })),
          box('security-group', 'A'),
          box('security-group', 'B'),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }),
          box('client-vpn-endpoint', 'Vpn', {
            associations: { a: { subnet: 'Subnet' } },
            authorizations: Object.fromEntries(
              Array.from({ length: 201 }, (_, index) => [
                `host${index}`,
                { destination: `10.0.0.${index}/32`, group: '' },
              ]),
            ),
          }),
        ),
      ),
      sketch(
        box('vpc', 'Vpc', {}, box('virtual-private-gateway', 'Vgw')),
        box('customer-gateway', 'Cgw'),
        ...Array.from({ length: 11 }, (_, index) =>
          box('vpn-connection', `Vpn${index}`, {
            gateway: 'Vgw',
            customerGateway: 'Cgw',
            staticOnly: false,
          }),
        ),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        ...Array.from({ length: 21 }, (_, index) =>
          box('transit-gateway-route-table', `Table${index}`, { transitGateway: 'Hub' }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'Web', {
              securityGroups: { A: true, B: true, C: true, D: true, E: true, F: true },
            }),
          ),
          box('security-group', 'A'),
          box('security-group', 'B'),
          box('security-group', 'C'),
          box('security-group', 'D'),
          box('security-group', 'E'),
          box('security-group', 'F'),
        ),
      ),
      sketch(
        box('vpc', 'Vpc', {
          cidr: '10.0.0.0/16',
          secondaryCidrs: {
            a: { cidr: '10.1.0.0/16' },
            b: { cidr: '10.2.0.0/16' },
            c: { cidr: '10.3.0.0/16' },
            d: { cidr: '10.4.0.0/16' },
            e: { cidr: '10.5.0.0/16' },
          },
        }),
      ),
      sketch(
        box('prefix-list', 'Offices', { maxEntries: 60 }),
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Group', {
            inbound: {
              a: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: { ref: 'Offices' } },
              b: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '10.0.0.0/16' },
            },
          }),
        ),
      ),
      sketch(
        box('prefix-list', 'Offices', { maxEntries: 500 }),
        box(
          'vpc',
          'Vpc',
          {},
          box('internet-gateway', 'Igw'),
          box('route-table', 'Table', {
            routes: {
              a: { destination: { ref: 'Offices' }, target: 'Igw' },
              b: { destination: '8.8.8.0/24', target: 'Igw' },
            },
          }),
        ),
      ),
    ],
  },
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}

function messageOf(name: string, { what, count, quota, fixed, region }: Count): Words {
  const limit: Words =
    fixed === true
      ? {
          en: `the quota is ${quota}, and cannot be raised`,
          ja: `クォータは ${quota} 個で、引き上げできません`,
        }
      : { en: `the default quota is ${quota}`, ja: `デフォルトのクォータは ${quota} 個です` };
  if (region === undefined)
    return {
      en: `${name} has ${count} ${what.en}; ${limit.en}`,
      ja: `${name} の${what.ja}は ${count} 個です。${limit.ja}`,
    };
  return {
    en: `${name} is one of ${count} ${what.en} in ${region}; ${limit.en}`,
    ja: `${region} の${what.ja}は、${name} を含めて ${count} 個です。${limit.ja}`,
  };
}

const perVpc: readonly {
  readonly kinds: readonly KindName[];
  readonly quota: number;
  readonly what: Words;
}[] = [
  { kinds: ['subnet'], quota: 200, what: { en: 'subnets', ja: 'サブネット' } },
  { kinds: ['route-table'], quota: 200, what: { en: 'route tables', ja: 'ルートテーブル' } },
  { kinds: ['network-acl'], quota: 200, what: { en: 'network ACLs', ja: 'ネットワーク ACL' } },
  {
    kinds: ['interface-endpoint', 'gwlb-endpoint'],
    quota: 50,
    what: {
      en: 'interface and Gateway Load Balancer endpoints',
      ja: 'インターフェイスエンドポイントと Gateway Load Balancer エンドポイント',
    },
  },
];

function* counted(context: RuleContext, resource: Resource): Generator<Count> {
  if (isKind(resource, 'vpc')) yield* ofVpc(context, resource);
  if (isKind(resource, 'transit-gateway')) yield* ofTransitGateway(context, resource.id);
  yield* vpnCounts(context, resource);
  if (isKind(resource, 'public-access-block')) yield exclusions(context, resource.id);
  if (isKind(resource, 'route-table')) yield routes(context, resource);
  for (const field of ['inbound', 'outbound'] as const) {
    const what =
      field === 'inbound'
        ? { en: 'inbound rules', ja: 'インバウンドルール' }
        : { en: 'outbound rules', ja: 'アウトバウンドルール' };
    if (isKind(resource, 'network-acl'))
      yield { on: resource.id, field, what, count: Object.keys(resource.props[field]).length, quota: 20 };
    if (isKind(resource, 'security-group')) {
      // The quota is for each family.
      const [four = 0, six = 0] = ([4, 6] as const).map((family) =>
        sum(Object.values(resource.props[field]).map(({ peer }) => weightOf(context, peer, family))),
      );
      const family = six > four ? 'IPv6' : 'IPv4';
      yield {
        on: resource.id,
        field,
        what: { en: `${what.en} for ${family}`, ja: ` ${family} の${what.ja}` },
        count: Math.max(four, six),
        quota: 60,
      };
    }
  }
  const groups = isKind(resource, 'interface-endpoint')
    ? Object.keys(resource.props.securityGroups)
    : workloadOf(context, resource.id)?.securityGroups;
  if (groups !== undefined)
    yield {
      on: resource.id,
      field: 'securityGroups',
      what: {
        en: 'security groups on one network interface',
        ja: 'セキュリティグループ (1 つのネットワークインターフェイスあたり)',
      },
      count: groups.length,
      quota: 5,
    };
}

function* ofVpc(context: RuleContext, vpc: Resource<'vpc'>): Generator<Count> {
  yield {
    on: vpc.id,
    field: 'secondaryCidrs',
    what: { en: 'IPv4 CIDR blocks', ja: 'IPv4 CIDR ブロック' },
    count: 1 + Object.keys(vpc.props.secondaryCidrs).length,
    quota: 5,
  };
  for (const { kinds, quota, what } of perVpc)
    yield {
      on: vpc.id,
      what,
      count: sum(kinds.map((kind) => inVpc(context, vpc.id, kind).length)),
      quota,
    };
  yield {
    on: vpc.id,
    what: { en: 'VPC peering connections', ja: 'VPC ピアリング接続' },
    count: peersOf(context, vpc.id).length,
    quota: 50,
  };
  yield {
    on: vpc.id,
    what: { en: 'transit gateways', ja: 'Transit Gateway' },
    count: transitGatewaysOf(context, vpc.id),
    quota: 5,
  };
}

/** A question, so that a change of one attachment leaves the VPCs of all others alone. */
const transitGatewaysOf = asked(
  (context, vpc: ResourceId): number =>
    new Set(attachedVpcs(context).flatMap((each) => (each.vpc.id === vpc ? [each.gateway.id] : []))).size,
);

function* ofTransitGateway(context: RuleContext, gateway: ResourceId): Generator<Count> {
  yield {
    on: gateway,
    what: { en: 'route tables', ja: 'ルートテーブル' },
    count: transitTablesOf(context, gateway).length,
    quota: 20,
  };
  yield {
    on: gateway,
    what: { en: 'peering attachments', ja: 'ピアリングアタッチメント' },
    count: context
      .all('transit-gateway-peering')
      .filter(({ id }) => gatewaysOf(context, id)?.includes(gateway) === true).length,
    quota: 50,
  };
}

function exclusions(context: RuleContext, block: ResourceId): Count {
  const { region } = context.around(block);
  const excluded = [...context.all('vpc'), ...context.all('subnet')].filter(
    ({ id, props }) => props.publicAccess !== 'none' && context.around(id).region === region,
  );
  return {
    on: block,
    what: { en: 'exclusions', ja: '除外' },
    count: excluded.filter(({ props }) => !isUnknown(props.publicAccess)).length,
    quota: 50,
  };
}

function routes(context: RuleContext, table: Resource<'route-table'>): Count {
  return {
    on: table.id,
    field: 'routes',
    what: { en: 'routes', ja: 'ルート' },
    count: sum(
      Object.values(table.props.routes).map(({ destination }) => {
        const list = listNamed(context, destination);
        return list === undefined ? 1 : (known(list.props.maxEntries) ?? 1);
      }),
    ),
    quota: 500,
  };
}
