import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { overlaps } from '../lib/cidr';
import { inVpc, legibleVpcBlocks } from './shared/networks';
import { attachedTo, forEachAttachedVpc } from './shared/transit';
import { routesForVpc, sendingSubnets } from './shared/vpcRoutes';
import { called } from './shared/words';

export default defineRule({
  id: 'transit-attachment-without-route',
  severity: 'warning',
  summary: {
    en: 'An attached VPC needs routes to the transit gateway',
    ja: 'Transit Gateway にアタッチした VPC には、Transit Gateway へのルートが必要です',
  },
  why: {
    en: 'Attaching a VPC adds no route to its own tables: its subnets neither send to the transit gateway nor answer what comes from there. Add a route for what is on the other side to the table of every subnet that takes part.',
    ja: 'VPC をアタッチしても、VPC のルートテーブルにルートは追加されません。そのままではサブネットから Transit Gateway に送信できず、届いたリクエストへの応答も戻りません。通信するサブネットのルートテーブルに、相手側への Transit Gateway のルートを追加してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html',
  ],
  check: forEachAttachedVpc(function* (context, { attachment, vpc, gateway }) {
    if (inVpc(context, vpc.id, 'subnet').length === 0) return;
    if (sendingSubnets(context, vpc, gateway.id)?.length !== 0) return;
    const own = legibleVpcBlocks(vpc);
    const blocks = attachedTo(context, gateway.id)
      .flatMap((other) => (other.vpc.id === vpc.id ? [] : legibleVpcBlocks(other.vpc)))
      .filter(({ block }) => own.every((each) => !overlaps(each.block, block)));
    const distinct = [...new Map(blocks.map((each) => [each.text, each])).values()];
    const fix = distinct.length > 10 ? undefined : routesForVpc(context, vpc, distinct, gateway.id);
    yield {
      on: [attachment.id, vpc.id, gateway.id],
      message: {
        en: `${called(context, attachment.id)} attaches ${called(context, vpc.id)} to ${called(context, gateway.id)}, and no route of its subnets leads there`,
        ja: `${called(context, vpc.id)} は ${called(context, attachment.id)} で ${called(context, gateway.id)} にアタッチされていますが、サブネットのルートテーブルに ${called(context, gateway.id)} へのルートがありません`,
      },
      fixes: fix === undefined ? [] : [fix],
    };
  }),
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Hub' } } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'VpcA',
          { cidr: '10.0.0.0/16' },
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Hub' } } }),
          box('subnet', 'SubnetA', { cidr: '10.0.0.0/24', routeTable: 'Table' }),
          box('transit-gateway-attachment', 'A', { transitGateway: 'Hub', subnets: { SubnetA: true } }),
        ),
        box(
          'vpc',
          'VpcB',
          { cidr: '10.1.0.0/16' },
          box('route-table', 'TableB'),
          box('subnet', 'SubnetB', { cidr: '10.1.0.0/24', routeTable: 'TableB' }),
          box('transit-gateway-attachment', 'B', { transitGateway: 'Hub', subnets: { SubnetB: true } }),
        ),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet'),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
      ),
    ],
  },
});
