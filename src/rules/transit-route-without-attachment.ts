import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import type { Plan } from '../core/plans/plan';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { isKind } from '../core/model/queries';
import { inVpc, routesOf, vpcOf } from './shared/networks';
import { isChangedElsewhere } from './shared/outOfSight';
import { newAttachment } from './shared/transitPlans';
import { called } from './shared/words';

export default defineRule({
  id: 'transit-route-without-attachment',
  severity: 'error',
  summary: {
    en: 'A route to a transit gateway needs an attachment of the VPC to it',
    ja: 'Transit Gateway へのルートには、その VPC のアタッチメントが必要です',
  },
  why: {
    en: 'AWS rejects a route to a transit gateway that the VPC is not attached to. Attach the VPC, with one subnet of every Availability Zone that is to use it. A transit gateway of another Region is reached through one of the VPC’s own Region that is peered with it.',
    ja: 'VPC がアタッチされていない Transit Gateway へのルートは作成できません。利用するアベイラビリティーゾーンごとにサブネットを 1 つ選び、VPC をアタッチしてください。別のリージョンの Transit Gateway には、VPC と同じリージョンの Transit Gateway をピアリングして到達します。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html',
    'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  ],
  check: forEachOf('route-table', function* (context, table) {
    const vpc = vpcOf(context, table.id);
    // A VPC that exists already may be attached, and one that a nested stack is given.
    if (vpc === undefined || vpc.provenance?.outside !== undefined) return;
    if (isChangedElsewhere(context, vpc.id)) return;
    const attached = inVpc(context, vpc.id, 'transit-gateway-attachment').map(({ props }) =>
      known(props.transitGateway),
    );
    if (attached.includes(undefined)) return;
    for (const { row, destination, target } of routesOf(context, table)) {
      if (target === undefined || !isKind(target, 'transit-gateway') || attached.includes(target.id))
        continue;
      const fix: Plan | undefined = newAttachment(context, vpc, target)?.plan;
      yield {
        on: [table.id, target.id, vpc.id],
        field: `routes.${row}.target`,
        message: {
          en: `The route ${destination} of ${called(context, table.id)} leads to ${called(context, target.id)}, which ${called(context, vpc.id)} is not attached to`,
          ja: `${called(context, table.id)} のルート ${destination} のターゲット ${called(context, target.id)} に、${called(context, vpc.id)} がアタッチされていません`,
        },
        fixes: fix === undefined ? [] : [fix],
      };
    }
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
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'Hub' } } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
        ),
      ),
      sketch(
        box('transit-gateway', 'Hub'),
        box('transit-gateway', 'OtherHub'),
        box(
          'vpc',
          'Vpc',
          {},
          box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'OtherHub' } } }),
          box('subnet', 'Subnet', { routeTable: 'Table' }),
          box('transit-gateway-attachment', 'Attachment', {
            transitGateway: 'Hub',
            subnets: { Subnet: true },
          }),
        ),
      ),
      sketch(
        box('region', 'Osaka', { region: 'ap-northeast-3' }, box('transit-gateway', 'FarHub')),
        box(
          'region',
          'Tokyo',
          {},
          box(
            'vpc',
            'Vpc',
            {},
            box('route-table', 'Table', { routes: { a: { destination: '10.1.0.0/16', target: 'FarHub' } } }),
            box('subnet', 'Subnet', { routeTable: 'Table' }),
          ),
        ),
      ),
    ],
  },
});
