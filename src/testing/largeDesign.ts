/** A design of a given size, of the shape that real ones have: VPCs with tiers in three zones, gateways, workloads. */
import { fromSketch } from '../core/catalog/fromSketch';
import type { Catalog } from '../core/catalog/catalog';
import type { Document } from '../core/model/document';
import { arrow, box, sketch, type Box, type SketchedFlow } from '../core/model/sketch';

/**
 * - `apart`: VPCs that have nothing to do with one another.
 * - `blocked`: the same, and the arrows from the public subnets are blocked for want of a public address.
 * - `tied`: all are attached to one transit gateway, their tables lead to it, their security groups name one prefix list,
 *   and every other arrow goes to another VPC.
 */
export const largeShapes = ['apart', 'blocked', 'tied'] as const;
export type LargeShape = (typeof largeShapes)[number];

/** About `resources` of them, with an arrow for every tenth. */
export function largeDesign(catalog: Catalog, resources: number, shape: LargeShape = 'apart'): Document {
  const boxes: Box[] = [];
  const flows: SketchedFlow[] = [];
  const isTied = shape === 'tied';
  const toOthers = isTied ? { others: { destination: '10.0.0.0/8', target: 'Transit' } } : {};
  let count = isTied ? 4 : 2;
  for (let vpc = 0; count < resources; vpc++) {
    const name = `Vpc${vpc}`;
    const inside: Box[] = [
      box('internet-gateway', `Igw${vpc}`),
      box('route-table', `Public${vpc}`, {
        routes: { out: { destination: '0.0.0.0/0', target: `Igw${vpc}` }, ...toOthers },
      }),
      box('route-table', `Private${vpc}`, {
        routes: { out: { destination: '0.0.0.0/0', target: `Nat${vpc}` }, ...toOthers },
      }),
      box('security-group', `Group${vpc}`, {
        inbound: {
          https: {
            protocol: 'tcp',
            fromPort: 443,
            toPort: 443,
            peer: isTied ? { ref: 'Networks' } : `10.${vpc}.0.0/16`,
          },
        },
      }),
      box('gateway-endpoint', `S3Way${vpc}`, { service: 's3', routeTables: { [`Private${vpc}`]: true } }),
    ];
    if (isTied)
      inside.push(
        box('transit-gateway-attachment', `Attachment${vpc}`, {
          transitGateway: 'Transit',
          subnets: { [`appa${vpc}`]: true, [`appc${vpc}`]: true, [`appd${vpc}`]: true },
        }),
      );
    count += inside.length + 2;
    ['a', 'c', 'd'].forEach((letter, zone) => {
      const subnets: Box[] = [];
      for (const tier of ['web', 'app', 'data']) {
        const number = zone * 3 + ['web', 'app', 'data'].indexOf(tier);
        const workloads: Box[] = [];
        for (let index = 0; index < 8 && count < resources; index++, count++) {
          const id = `${tier}${letter}${vpc}x${index}`;
          workloads.push(
            box('instance', id, {
              securityGroups: { [`Group${vpc}`]: true },
              publicIp: tier === 'web' && shape !== 'blocked' ? 'yes' : 'no',
            }),
          );
          if (count % 10 === 0)
            flows.push(arrow(id, isTied && vpc > 0 && count % 20 === 0 ? `weba${vpc - 1}x0` : 'S3'));
        }
        if (tier === 'web' && zone === 0) workloads.push(box('nat-gateway', `Nat${vpc}`));
        subnets.push(
          box(
            'subnet',
            `${tier}${letter}${vpc}`,
            {
              cidr: `10.${vpc}.${number}.0/24`,
              routeTable: tier === 'web' ? `Public${vpc}` : `Private${vpc}`,
            },
            ...workloads,
          ),
        );
        count++;
      }
      inside.push(
        box('availability-zone', `${letter}${vpc}`, { zone: `ap-northeast-1${letter}` }, ...subnets),
      );
      count++;
    });
    boxes.push(box('vpc', name, { cidr: `10.${vpc}.0.0/16` }, ...inside));
  }
  const shared = isTied
    ? [
        box('transit-gateway', 'Transit'),
        box('prefix-list', 'Networks', { entries: { all: { cidr: '10.0.0.0/8', description: '' } } }),
      ]
    : [];
  return fromSketch(
    catalog,
    sketch(
      box('region', 'Tokyo', {}, ...boxes, ...shared, box('aws-service', 'S3', { service: 's3' })),
      ...flows,
    ),
  );
}
