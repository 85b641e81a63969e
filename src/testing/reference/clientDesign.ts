/** The Client VPN endpoints of a random design, with the rules and routes that people give them. */
import { box, type Box } from '../../core/model/sketch';
import { keyed, type Site } from './designRows';
import type { Outside } from './outsideDesign';

/** The groups that users are in. Nobody but the questions knows the last one. */
export const groups = ['staff', 'admins', 'strangers'] as const;

export interface Endpoint {
  /** The VPC on whose border it is; null at a transit gateway. */
  readonly vpc: string | null;
  readonly endpoint: Box;
}

export function clientEndpoints(outside: Outside): readonly Endpoint[] {
  const { chance, sites, transit } = outside;
  const first = chance.any(sites);
  const made = first === undefined ? [] : [landing(outside, 'Clients', first, '172.20.0.0/22')];
  const second = chance.oneIn(4) ? chance.any(sites) : undefined;
  if (second !== undefined) made.push(landing(outside, 'Guests', second, '172.24.0.0/20'));
  if (transit && chance.oneIn(3)) made.push(roaming(outside));
  return made;
}

function landing(outside: Outside, name: string, site: Site, block: string): Endpoint {
  const { chance, slip, sites } = outside;
  const { letter } = site;
  const id = (part: string): string => `${part}${letter}`;
  const subnets = chance
    .pick([['App', 'AppC'], ['App'], ['Public'], ['Public', 'PublicC'], ['Data']])
    .map((part) => id(part));
  if (slip()) subnets.push(id('Data'));
  const clientCidr = slip() ? chance.pick(['172.20.0.0/23', '10.0.0.0/20', '10.1.0.0/20', '']) : block;
  const destinations = [
    chance.oneIn(3) ? null : '0.0.0.0/0',
    ...sites.filter((each) => each !== site && !chance.oneIn(3)).map((each) => each.block),
    chance.oneIn(2) ? '192.168.0.0/16' : null,
    chance.oneIn(4) ? '172.16.0.0/16' : null,
  ];
  const routes = destinations.flatMap((destination) =>
    destination === null
      ? []
      : subnets.filter(() => !slip()).map((subnet) => ({ destination, subnet: subnet as string | null })),
  );
  if (chance.oneIn(3)) routes.push({ destination: block, subnet: null });
  return {
    vpc: `Vpc${letter}`,
    endpoint: box('client-vpn-endpoint', name, {
      clientCidr,
      associations: keyed(subnets.map((subnet) => ({ subnet }))),
      authorizations: rules(outside, site, block),
      routes: keyed(routes),
      splitTunnel: chance.oneIn(2),
      dnsServers: servers(outside, site),
      securityGroups: chance.oneIn(3) ? {} : { [id(chance.pick(['App', 'App', 'Web']) + 'Group')]: true },
      traffic: chance.oneIn(12) ? chance.pick(['dual-stack', 'dual-stack', 'ipv6']) : 'ipv4',
    }),
  };
}

/** CV3: one on the transit gateway, without a VPC. */
function roaming(outside: Outside): Endpoint {
  const { chance, slip, sites } = outside;
  const [site] = sites;
  const block = slip() ? '10.0.0.0/20' : '172.28.0.0/22';
  const destinations = [
    ...sites.filter(() => !chance.oneIn(4)).map((each) => each.block),
    chance.oneIn(2) ? '192.168.0.0/16' : null,
    chance.oneIn(4) ? '0.0.0.0/0' : null,
    chance.oneIn(4) ? block : null,
  ];
  return {
    vpc: null,
    endpoint: box('client-vpn-endpoint', 'Roamers', {
      clientCidr: block,
      authorizations: rules(outside, site ?? { letter: 'A', block: '10.0.0.0/16', index: 0 }, block),
      routes: keyed(
        destinations.map((destination) => (destination === null ? null : { destination, subnet: null })),
      ),
      splitTunnel: chance.oneIn(2),
      dnsServers: chance.oneIn(2)
        ? ''
        : servers(outside, site ?? { letter: 'A', block: '10.0.0.0/16', index: 0 }),
      transitGateway: slip() ? 'Transit2' : 'Transit',
    }),
  };
}

function rules({ chance, slip }: Outside, { block }: Site, clients: string) {
  const someone = (): string => (chance.oneIn(4) ? chance.pick(['staff', 'staff', 'admins']) : '');
  const rule = (destination: string, group = someone()) => ({ destination, group });
  return keyed([
    slip() ? null : rule(block),
    chance.oneIn(2) ? null : rule('10.0.0.0/8'),
    chance.oneIn(3) ? null : rule('0.0.0.0/0'),
    chance.oneIn(2) ? rule('0.0.0.0/0') : null,
    chance.oneIn(4) ? rule(block.replace('0.0/16', `${chance.pick([10, 11, 20])}.0/24`), 'admins') : null,
    chance.oneIn(2) ? rule('192.168.0.0/16') : null,
    chance.oneIn(3) ? rule(clients) : null,
    chance.oneIn(3) ? rule('::/0') : null,
  ]);
}

function servers({ chance }: Outside, { block }: Site): string {
  const own = (host: string): string => block.replace('0.0/16', host);
  return chance.pick([
    '',
    '',
    own('0.2'),
    own('0.2'),
    own('10.53'),
    '8.8.8.8',
    `${own('10.99')}, ${own('0.2')}`,
  ]);
}
