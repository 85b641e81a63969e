/** A design of a given size, of the shape that real ones have: VPCs with tiers in three zones, gateways, workloads. */
import { fromSketch } from '../core/catalog/fromSketch';
import type { Catalog } from '../core/catalog/catalog';
import type { Document } from '../core/model/document';
import { arrow, box, sketch, type Box, type SketchedFlow } from '../core/model/sketch';

/**
 * About `resources` of them, with an arrow for every tenth. In a faulty one, the arrows from the public subnets are
 * blocked for want of a public address.
 */
export function largeDesign(catalog: Catalog, resources: number, faulty = false): Document {
  const boxes: Box[] = [];
  const flows: SketchedFlow[] = [];
  let count = 2;
  for (let vpc = 0; count < resources; vpc++) {
    const name = `Vpc${vpc}`;
    const inside: Box[] = [
      box('internet-gateway', `Igw${vpc}`),
      box('route-table', `Public${vpc}`, {
        routes: { out: { destination: '0.0.0.0/0', target: `Igw${vpc}` } },
      }),
      box('route-table', `Private${vpc}`, {
        routes: { out: { destination: '0.0.0.0/0', target: `Nat${vpc}` } },
      }),
      box('security-group', `Group${vpc}`, {
        inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: `10.${vpc}.0.0/16` } },
      }),
      box('gateway-endpoint', `S3Way${vpc}`, { service: 's3', routeTables: { [`Private${vpc}`]: true } }),
    ];
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
              publicIp: tier === 'web' && !faulty ? 'yes' : 'no',
            }),
          );
          if (count % 10 === 0) flows.push(arrow(id, 'S3'));
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
  return fromSketch(
    catalog,
    sketch(box('region', 'Tokyo', {}, ...boxes, box('aws-service', 'S3', { service: 's3' })), ...flows),
  );
}
