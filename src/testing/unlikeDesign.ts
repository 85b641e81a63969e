/**
 * A design of a given number of workloads of which no two are alike: each has a security group of its own, whose rules name an
 * address range, the group of another and a port that no other names.
 */
import { fromSketch } from '../core/catalog/fromSketch';
import type { Catalog } from '../core/catalog/catalog';
import type { Document } from '../core/model/document';
import { box, sketch, type Box } from '../core/model/sketch';

const perVpc = 250;
const tiers = ['web', 'app', 'data'] as const;

export function unlikeDesign(catalog: Catalog, workloads: number): Document {
  const boxes: Box[] = [];
  for (let vpc = 0; vpc * perVpc < workloads; vpc++) {
    const count = Math.min(perVpc, workloads - vpc * perVpc);
    const subnets = tiers.flatMap((tier, place) =>
      ['a', 'c', 'd'].map((letter, zone) => ({ id: `${tier}${letter}${vpc}`, number: zone * 3 + place })),
    );
    const addressOf = (index: number): string =>
      `10.${vpc}.${subnets[index % subnets.length]?.number ?? 0}.${10 + Math.floor(index / subnets.length)}`;
    const instances = new Map<string, Box[]>(subnets.map(({ id }) => [id, []]));
    const groups: Box[] = [];
    for (let index = 0; index < count; index++) {
      const id = `w${vpc}x${index}`;
      const subnet = subnets[index % subnets.length];
      if (subnet === undefined) continue;
      instances.get(subnet.id)?.push(
        box('instance', id, {
          securityGroups: { [`${id}Group`]: true },
          // Of every second the address is given, and a rule of another names it.
          privateIp: index % 2 === 0 ? addressOf(index) : '',
        }),
      );
      groups.push(
        box('security-group', `${id}Group`, {
          inbound: {
            own: tcp(8000 + index, `10.${vpc}.${index % subnets.length}.0/24`),
            office: tcp(22, `198.51.${vpc}.${index}/32`),
            other: tcp(5432, { ref: `w${vpc}x${(index + 1) % count}Group` }),
            named: tcp(443, `${addressOf((index * 2) % count)}/32`),
          },
        }),
      );
    }
    boxes.push(
      box(
        'vpc',
        `Vpc${vpc}`,
        { cidr: `10.${vpc}.0.0/16` },
        box('internet-gateway', `Igw${vpc}`),
        box('route-table', `Public${vpc}`, {
          routes: { out: { destination: '0.0.0.0/0', target: `Igw${vpc}` } },
        }),
        box('route-table', `Private${vpc}`, {
          routes: { out: { destination: '0.0.0.0/0', target: `Nat${vpc}` } },
        }),
        box('gateway-endpoint', `S3Way${vpc}`, { service: 's3', routeTables: { [`Private${vpc}`]: true } }),
        ...groups,
        ...['a', 'c', 'd'].map((letter) =>
          box(
            'availability-zone',
            `${letter}${vpc}`,
            { zone: `ap-northeast-1${letter}` },
            ...subnets
              .filter(({ id }) => id.endsWith(`${letter}${vpc}`))
              .map(({ id, number }) =>
                box(
                  'subnet',
                  id,
                  {
                    cidr: `10.${vpc}.${number}.0/24`,
                    routeTable: id.startsWith('web') ? `Public${vpc}` : `Private${vpc}`,
                  },
                  ...(instances.get(id) ?? []),
                  ...(id === `weba${vpc}` ? [box('nat-gateway', `Nat${vpc}`)] : []),
                ),
              ),
          ),
        ),
      ),
    );
  }
  return fromSketch(
    catalog,
    sketch(box('region', 'Tokyo', {}, ...boxes, box('aws-service', 'S3', { service: 's3' }))),
  );
}

function tcp(port: number, peer: string | { readonly ref: string }) {
  return { protocol: 'tcp', fromPort: port, toPort: port, peer } as const;
}
