import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import type { Words } from '../lib/words';
import { endFault } from './shared/twoEnds';
import { called } from './shared/words';

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
      const own = known(isMissing ? peerTransitGateway : transitGateway) ?? '';
      const message: Words = isMissing
        ? {
            en: `${name} has no transit gateway that asks for it`,
            ja: `${name} にリクエスタの Transit Gateway が指定されていません`,
          }
        : {
            en: `${name} has ${called(context, own)} on both sides`,
            ja: `${name} の両側に同じ Transit Gateway ${called(context, own)} が指定されています`,
          };
      const fitting = context.all('transit-gateway').filter((gateway) => gateway.id !== own);
      yield endFault(context, id, field, message, fitting);
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
