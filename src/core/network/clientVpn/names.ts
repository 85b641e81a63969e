/**
 * Whom a client of a Client VPN endpoint asks for names: the DNS servers of the endpoint, by way of the tunnel or beside it;
 * without any, the one that its device has, which is taken to be a public one.
 * https://repost.aws/knowledge-center/client-vpn-how-dns-works-with-endpoint
 */
import type { ClientVpnFact } from '../facts';
import type { Asked } from '../naming/asking';
import type { World } from '../world';

export function askedByClient(world: World, { by, dnsServers }: ClientVpnFact): Asked {
  if (dnsServers.length > 0)
    return { is: 'servers', servers: dnsServers, endpoints: [], by, field: 'dnsServers' };
  const name = world.name(by);
  return {
    is: 'public',
    own: null,
    assumed: {
      en: `${name} names no DNS server: the client asks the one of its device, which is taken to be a public one`,
      ja: `${name} に DNS サーバーが指定されていないため、クライアントは端末の DNS サーバー (パブリックとみなします) に問い合わせます`,
    },
  };
}
