import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { moveInto } from './shared/additions';
import { internetGatewayOf } from './shared/routing';
import { vpcOf } from './shared/networks';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'internet-gateway-not-attached',
  severity: 'error',
  summary: {
    en: 'An internet gateway works only when it is attached to a VPC',
    ja: 'インターネットゲートウェイは、VPC にアタッチしないと機能しません',
  },
  why: {
    en: 'Routes to a detached gateway are blackholes: what takes them is dropped. Drag the gateway onto the border of the VPC that it is for.',
    ja: 'アタッチされていないゲートウェイへのルートはブラックホールになり、そのルートを使うパケットは破棄されます。ゲートウェイを VPC の境界に移動してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html'],
  *check(context) {
    for (const kind of ['internet-gateway', 'egress-only-internet-gateway'] as const)
      for (const gateway of context.all(kind)) {
        if (vpcOf(context, gateway.id) !== undefined) continue;
        const tables = context
          .all('route-table')
          .filter(({ props }) =>
            Object.values(props.routes).some(({ target }) => known(target) === gateway.id),
          );
        const meant =
          tables.map(({ id }) => vpcOf(context, id)).find((vpc) => vpc !== undefined) ??
          context.all('vpc').find(({ id }) => internetGatewayOf(context, id) === undefined);
        const name = called(context, gateway.id);
        const routed = listed(tables.map(({ id }) => called(context, id)));
        const free =
          meant !== undefined &&
          (kind !== 'internet-gateway' || internetGatewayOf(context, meant.id) === undefined);
        yield {
          on: [gateway.id, ...tables.map(({ id }) => id)],
          field: 'parentId',
          ...(tables.length === 0 ? { severity: 'warning' as const } : {}),
          message:
            tables.length === 0
              ? {
                  en: `${name} is not attached to a VPC`,
                  ja: `${name} は VPC にアタッチされていません`,
                }
              : {
                  en: `${name} is not attached to a VPC, so the routes of ${routed.en} to it drop their traffic`,
                  ja: `${name} は VPC にアタッチされていないため、${routed.ja} からのルートで通信が破棄されます`,
                },
          fixes: free
            ? [
                plan(
                  `Attach ${name} to ${called(context, meant.id)}`,
                  `${name} を ${called(context, meant.id)} にアタッチ`,
                  moveInto(context, gateway, meant),
                ),
              ]
            : [],
        };
      }
  },
  examples: {
    good: [sketch(box('region', 'Tokyo', {}, box('vpc', 'Vpc', {}, box('internet-gateway', 'Igw'))))],
    bad: [
      sketch(
        box(
          'region',
          'Tokyo',
          {},
          box('internet-gateway', 'Igw'),
          box(
            'vpc',
            'Vpc',
            {},
            box('subnet', 'Subnet', { routeTable: 'Table' }),
            box('route-table', 'Table', { routes: { default: { destination: '0.0.0.0/0', target: 'Igw' } } }),
          ),
        ),
      ),
    ],
  },
});
