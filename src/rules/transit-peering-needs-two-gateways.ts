import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'transit-peering-needs-two-gateways',
  severity: 'error',
  summary: {
    en: 'A transit gateway peering joins two different transit gateways',
    ja: 'Transit Gateway ピアリングには、異なる 2 つの Transit Gateway が必要です',
  },
  why: {
    en: 'The request names the transit gateway that asks and the one that is asked, of the same Region or of another. The peer need not be in the diagram; the one that asks must be known.',
    ja: 'リクエストには、リクエスタとアクセプタの Transit Gateway を指定します。リージョンは同じでも異なっていてもかまいません。アクセプタは図になくてもかまいませんが、リクエスタは必須です。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering-create.html'],
  *check(context) {
    for (const { id, props } of context.all('transit-gateway-peering')) {
      const { transitGateway, peerTransitGateway } = props;
      const isMissing = transitGateway === null;
      if (isUnknown(transitGateway) || (!isMissing && transitGateway !== peerTransitGateway)) continue;
      const name = called(context, id);
      const field = isMissing ? 'transitGateway' : 'peerTransitGateway';
      const taken = known(isMissing ? peerTransitGateway : transitGateway);
      const others = context.all('transit-gateway').filter((gateway) => gateway.id !== taken);
      yield {
        on: [id],
        field,
        message: isMissing
          ? {
              en: `${name} has no transit gateway that asks for it`,
              ja: `${name} にリクエスタの Transit Gateway が指定されていません`,
            }
          : {
              en: `${name} has ${called(context, taken ?? '')} on both sides`,
              ja: `${name} の両側に同じ Transit Gateway ${called(context, taken ?? '')} が指定されています`,
            },
        fixes: others
          .slice(0, 2)
          .map((gateway) =>
            plan(
              `Join ${called(context, gateway.id)} by ${name}`,
              `${name} の接続先を ${called(context, gateway.id)} に変更`,
              call('setProps', { id, props: { [field]: gateway.id } }),
            ),
          ),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway-peering', 'Peering', { transitGateway: 'HubA', peerRegion: 'us-east-1' }),
      ),
    ],
    bad: [
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', { transitGateway: 'HubA', peerTransitGateway: 'HubA' }),
      ),
      sketch(
        box('transit-gateway', 'HubA'),
        box('transit-gateway', 'HubB'),
        box('transit-gateway-peering', 'Peering', { peerTransitGateway: 'HubB' }),
      ),
    ],
  },
});
