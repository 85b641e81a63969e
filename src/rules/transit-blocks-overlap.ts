import type { ResourceId } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { movedBlock, overlapOf } from './shared/blocks';
import { attachedTo, rowsOf, transitTablesOf, type AttachedVpc } from './shared/transit';
import { called } from './shared/words';

export default defineRule({
  id: 'transit-blocks-overlap',
  severity: 'warning',
  summary: {
    en: 'VPCs whose CIDR blocks overlap cannot both propagate to one transit gateway route table',
    ja: 'CIDR ブロックが重複する VPC は、同じ Transit Gateway ルートテーブルに両方を伝播できません',
  },
  why: {
    en: 'Both can be attached, and the routes of the later one are not propagated: nothing reaches it. Give one VPC another block; where that is too late, let the VPCs use different route tables, or meet through PrivateLink or a private NAT gateway.',
    ja: '両方ともアタッチできますが、後からアタッチした VPC のルートは伝播されず、その VPC には到達できません。どちらかの VPC のブロックを変更してください。変更できない場合は、別々のルートテーブルを使うか、PrivateLink やプライベート NAT ゲートウェイで接続します。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  ],
  *check(context) {
    for (const gateway of context.all('transit-gateway')) {
      const told = new Set<string>();
      for (const group of propagatingTogether(context, gateway.id))
        for (const [index, later] of group.entries())
          for (const earlier of group.slice(0, index)) {
            const key = `${earlier.attachment.id} ${later.attachment.id}`;
            const pair = earlier.vpc.id === later.vpc.id ? undefined : overlapOf(earlier.vpc, later.vpc);
            if (pair === undefined || told.has(key)) continue;
            told.add(key);
            const [one, other] = pair;
            yield {
              on: [later.vpc.id, earlier.vpc.id, gateway.id],
              field: other.field,
              message: {
                en: `${called(context, gateway.id)} can lead to one of two only: ${other.text} of ${called(context, later.vpc.id)} overlaps ${one.text} of ${called(context, earlier.vpc.id)}`,
                ja: `${called(context, later.vpc.id)} の ${other.text} が ${called(context, earlier.vpc.id)} の ${one.text} と重複しているため、${called(context, gateway.id)} から到達できるのは一方だけです`,
              },
              fixes: [movedBlock(context, later.vpc, other), movedBlock(context, earlier.vpc, one)].filter(
                (fix) => fix !== undefined,
              ),
            };
          }
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub', { defaultPropagation: false }),
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24' }),
          box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetB', { cidr: '10.0.1.0/24' }),
          box('transit-gateway-attachment', 'B', { transitGateway: 'Hub', subnets: { SubnetB: true } }),
        ),
        box('transit-gateway-route-table', 'TableA', {
          transitGateway: 'Hub',
          propagations: { a: { attachment: 'A' } },
        }),
        box('transit-gateway-route-table', 'TableB', {
          transitGateway: 'Hub',
          propagations: { b: { attachment: 'B' } },
        }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24' }),
          box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16', secondaryCidrs: { a: { cidr: '10.0.128.0/20' } } },
          box('subnet', 'SubnetB', { cidr: '10.1.0.0/24' }),
          box('transit-gateway-attachment', 'B', { transitGateway: 'Hub', subnets: { SubnetB: true } }),
        ),
      ),
      sketch(
        box('transit-gateway', 'Hub', { defaultPropagation: false }),
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24' }),
          box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.0.0.0/20' },
          box('subnet', 'SubnetB', { cidr: '10.0.1.0/24' }),
          box('transit-gateway-attachment', 'B', { transitGateway: 'Hub', subnets: { SubnetB: true } }),
        ),
        box('transit-gateway-route-table', 'Table', {
          transitGateway: 'Hub',
          propagations: { a: { attachment: 'A' }, b: { attachment: 'B' } },
        }),
      ),
    ],
  },
});

/** The VPCs that propagate to one table, for each table there is, drawn or not. */
function* propagatingTogether(context: RuleContext, gateway: ResourceId): Generator<readonly AttachedVpc[]> {
  const attached = attachedTo(context, gateway);
  const tables = transitTablesOf(context, gateway);
  const byDefault = attached.some((each) => each.gateway.props.defaultPropagation === true);
  for (const table of tables) {
    const stated = new Set(rowsOf(table, ['propagations']).map(({ attachment }) => attachment));
    const isAll = byDefault && table.props.isDefault === true;
    yield attached.filter(({ attachment }) => isAll || stated.has(attachment.id));
  }
  if (byDefault && tables.every(({ props }) => !isUnknown(props.isDefault) && !props.isDefault))
    yield attached;
}
