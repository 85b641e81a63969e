/** By a VPN connection, to or from a network on premises. */
import type { Approach } from '../../../../core/compare/approach';
import { connectionsOfEnd, isOnPremises } from '../../vpn';
import { called } from '../../words';
import { vpn as vpnMaker } from '../vpn';
import { mending } from './mending';

export const vpn: Approach = {
  id: 'vpn',
  title: { en: 'VPN connection', ja: 'VPN 接続' },
  whyNot(context, flow) {
    const site = [flow.from, flow.to]
      .map((id) => context.resource(id))
      .find((each) => each !== undefined && isOnPremises(each));
    if (site === undefined)
      return {
        en: 'neither end is on premises',
        ja: 'どちらの端もオンプレミスではありません',
      };
    if (connectionsOfEnd(context, site.id).length > 0) return undefined;
    const name = called(context, site.id);
    return {
      en: `no VPN connection of ${name} is drawn`,
      ja: `${name} の VPN 接続が描かれていません`,
    };
  },
  *lead() {
    // What is missing of a connection is found by what stops the flow.
  },
  mend: [...mending, vpnMaker],
};
