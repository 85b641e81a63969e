/**
 * Random designs of realistic shape: several VPCs with tiers in two zones, joined by peerings and transit gateways, with
 * load balancers, endpoints, zones of names and inspection, and with the slips that people make. Every kind takes part.
 */
import { box, type Box } from '../../core/model/sketch';
import { chanceFrom } from './chance';
import { keyed, port, region, zoneA, zoneC, type Making, type Site } from './designRows';
import { around, type End } from './outsideDesign';
import { vpcBox } from './vpcDesign';
import { withoutDangling } from './dangling';

export interface Plan {
  readonly boxes: readonly Box[];
  /** Ids that can be the start of a flow, and that can be its end. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly hosts: readonly string[];
  /** Ids that stand for somebody outside AWS, behind customer gateways or in a Client VPN. */
  readonly outside: readonly End[];
}

export function randomDesign(seed: number): Plan {
  const chance = chanceFrom(seed);
  const rate = chance.pick([20, 40, 100, 400]);
  const count = chance.pick([1, 2, 2, 3, 3, 4]);
  const overlapping = count > 1 && chance.oneIn(12);
  const sites = ['A', 'B', 'C', 'D'].slice(0, count).map((letter, index): Site => ({
    letter,
    index,
    block: `10.${overlapping && index === 1 ? 0 : index}.0.0/16`,
  }));
  const peerings: Making['peerings'] = [];
  for (let one = 0; one < count; one++)
    for (let other = one + 1; other < count; other++)
      if (chance.oneIn(2))
        peerings.push({ id: `Peering${sites[one]?.letter}${sites[other]?.letter}`, one, other });
  const making: Making = {
    chance,
    slip: () => chance.oneIn(rate),
    sites,
    peerings,
    transit: count > 1 && chance.oneIn(2),
    ipv6: chance.oneIn(3),
    sources: [],
    targets: [],
  };
  const vpcs = sites.map((site) => vpcBox(making, site));
  const outside = outsideBoxes(making);
  const { inRegion, onCanvas, ends } = around(seed, making, [...vpcs, ...regionBoxes(making)]);
  const boxes = [box('region', 'Tokyo', { region }, ...inRegion), ...outside.boxes, ...onCanvas];
  return {
    boxes: withoutDangling(boxes),
    sources: making.sources,
    targets: making.targets,
    hosts: outside.hosts,
    outside: ends,
  };
}

function regionBoxes(making: Making): Box[] {
  const { chance, slip, sites } = making;
  const boxes: Box[] = [
    box('prefix-list', 'Offices', {
      family: 'IPv4',
      maxEntries: 5,
      entries: keyed([
        { cidr: '203.0.113.0/24', description: '' },
        { cidr: '10.0.0.0/16', description: '' },
      ]),
    }),
    box('prefix-list', 'Neighbours', {
      family: 'IPv4',
      maxEntries: slip() ? 1 : 4,
      entries: keyed([
        { cidr: '10.0.0.0/15', description: '' },
        { cidr: '10.2.0.0/16', description: '' },
      ]),
    }),
    box('prefix-list', 'World', {
      family: 'IPv4',
      maxEntries: 2,
      entries: keyed([
        { cidr: '0.0.0.0/1', description: '' },
        { cidr: '128.0.0.0/1', description: '' },
      ]),
    }),
    box('aws-service', 'S3', { service: 's3' }),
    box('aws-service', 'Manager', { service: 'ssm' }),
    box('aws-service', 'Queue', { service: 'sqs' }),
    box('aws-service', 'Table', { service: 'dynamodb' }),
    box('lambda-function', 'Outsider'),
  ];
  making.targets.push('S3', 'Manager', 'Queue', 'Table', 'S3');
  making.sources.push('Outsider');
  for (const { id, one, other } of making.peerings)
    boxes.push(
      box('peering-connection', id, {
        requester: `Vpc${sites[one]?.letter}`,
        accepter: `Vpc${sites[other]?.letter}`,
        accepted: !slip(),
      }),
    );
  if (making.transit) {
    const attachments = sites.map(({ letter }) => `Attach${letter}`);
    const chosen = (): Readonly<Record<string, { attachment: string }>> =>
      keyed(attachments.map((attachment) => (slip() ? null : { attachment })));
    const byDefault = chance.oneIn(2);
    boxes.push(
      box('transit-gateway', 'Transit', {
        defaultAssociation: byDefault,
        defaultPropagation: byDefault,
        securityGroupReferencing: chance.oneIn(2),
      }),
      box('transit-gateway', 'Transit2', { defaultAssociation: true, defaultPropagation: true }),
    );
    if (chance.oneIn(3))
      boxes.push(
        box('transit-gateway-peering', 'Bridge', {
          transitGateway: 'Transit',
          peerTransitGateway: 'Transit2',
          accepted: !slip(),
        }),
      );
    if (!byDefault || chance.oneIn(4))
      boxes.push(
        box('transit-gateway-route-table', 'TransitTable', {
          transitGateway: 'Transit',
          isDefault: byDefault,
          associations: byDefault ? {} : chosen(),
          propagations: byDefault ? {} : chosen(),
          routes: keyed([
            chance.oneIn(3)
              ? { destination: '0.0.0.0/0', attachment: chance.any(attachments) ?? null }
              : null,
            chance.oneIn(6)
              ? {
                  destination: chance.any(sites)?.block ?? '10.0.0.0/16',
                  attachment: chance.oneIn(2) ? null : (chance.any(attachments) ?? null),
                }
              : null,
          ]),
        }),
      );
  }
  if (chance.oneIn(9))
    boxes.push(
      box('public-access-block', 'Shield', {
        mode: chance.pick(['block-bidirectional', 'block-ingress', 'off']),
      }),
    );
  boxes.push(...sharedBoxes(making));
  return boxes;
}

/** A VPC of a provider: an endpoint service, and appliances behind a Gateway Load Balancer. */
function sharedBoxes({ chance, slip }: Making): Box[] {
  return [
    box('endpoint-service', 'Shared', {
      loadBalancers: { SharedBalancer: true },
      acceptanceRequired: chance.oneIn(2),
      principals: chance.oneIn(3) ? { a: { principal: 'arn:aws:iam::111122223333:root' } } : {},
    }),
    box(
      'vpc',
      'SharedVpc',
      { cidr: '10.50.0.0/16' },
      box('security-group', 'SharedGroup', {
        description: 'shared',
        inbound: keyed([
          port(8080, slip() ? '10.51.0.0/16' : chance.pick(['10.50.0.0/16', '0.0.0.0/0', '10.50.0.0/24'])),
          chance.oneIn(4) ? null : port(6081, '10.50.0.0/16', 6081, 'udp'),
        ]),
      }),
      box('security-group', 'FrontGroup', {
        description: 'front',
        inbound: keyed([port(443, slip() ? '10.50.0.0/16' : '10.0.0.0/8')]),
      }),
      box(
        'availability-zone',
        'ZoneA',
        { zone: zoneA },
        box(
          'subnet',
          'SharedA',
          { cidr: '10.50.0.0/24' },
          box('instance', 'Backend', { securityGroups: { SharedGroup: true } }),
          box('instance', 'Wall', { securityGroups: { SharedGroup: true }, sourceDestinationCheck: false }),
        ),
      ),
      box(
        'subnet',
        'SharedC',
        { cidr: '10.50.1.0/24', zone: zoneC },
        ...(chance.oneIn(2) ? [box('instance', 'BackendC', { securityGroups: { SharedGroup: true } })] : []),
      ),
      box('target-group', 'Backends', {
        targetType: 'instance',
        protocol: 'TCP',
        port: 8080,
        targets: keyed([{ target: { ref: 'Backend' }, port: null, zone: '' }]),
      }),
      box('network-load-balancer', 'SharedBalancer', {
        scheme: 'internal',
        subnets: { SharedA: true, ...(chance.oneIn(2) ? { SharedC: true } : {}) },
        securityGroups: chance.oneIn(2) ? { FrontGroup: true } : {},
        crossZone: chance.oneIn(2),
        filtersPrivateLink: !chance.oneIn(4),
        listeners: { main: { protocol: 'TCP', port: 443, targetGroup: 'Backends', others: {} } },
      }),
      box('gateway-load-balancer', 'Gate', {
        subnets: { SharedA: true },
        targets: keyed([{ target: { ref: 'Wall' } }]),
        crossZone: chance.oneIn(2),
      }),
    ),
  ];
}

function outsideBoxes(making: Making): { readonly boxes: readonly Box[]; readonly hosts: readonly string[] } {
  const { chance, sites } = making;
  const first = sites[0]?.letter ?? 'A';
  const last = sites.at(-1)?.letter ?? 'A';
  const hosts = [
    'db.corp.example.com',
    'app.corp.example.com',
    'www.example.org',
    'api.partner.example.net',
    'far.corp.example.com',
  ];
  const vpcs = Object.fromEntries(
    sites.filter(() => !making.slip()).map(({ letter }) => [`Vpc${letter}`, true as const]),
  );
  making.sources.push('Everybody', 'Everybody', 'Office');
  making.targets.push('Everybody', 'Everybody', 'Office');
  const boxes: Box[] = [
    box('internet', 'Everybody'),
    box('on-premises', 'Office', {
      cidrs: { a: { cidr: chance.oneIn(2) ? '203.0.113.0/24' : '192.168.0.0/16' } },
    }),
    box('hosted-zone', 'Zone', {
      domain: 'corp.example.com',
      vpcs,
      records: keyed([
        {
          name: 'db.corp.example.com',
          type: 'A',
          target: `AppHost${first}`,
          value: '',
          alias: false,
          standby: false,
        },
        {
          name: 'app.corp.example.com',
          type: 'CNAME',
          target: null,
          value: 'db.corp.example.com',
          alias: false,
          standby: false,
        },
        chance.oneIn(2)
          ? {
              name: 'far.corp.example.com',
              type: 'A',
              target: null,
              value: '10.0.10.25',
              alias: false,
              standby: chance.oneIn(3),
            }
          : null,
      ]),
    }),
    box('resolver-rule', 'Rule', {
      domain: chance.pick(['partner.example.net', 'corp.example.com', 'example.com']),
      type: chance.oneIn(5) ? 'system' : 'forward',
      endpoint: `Outbound${last}`,
      targets: keyed([
        { ip: chance.pick([`10.${first === 'A' ? 0 : 1}.10.53`, '10.0.10.53', '8.8.8.8']), port: 53 },
      ]),
      vpcs: keyed(sites.filter(() => chance.oneIn(4)).map(({ letter }) => ({ vpc: `Vpc${letter}` }))),
    }),
    box('text-note', 'Note', { text: 'A note.' }),
  ];
  return { boxes, hosts };
}
