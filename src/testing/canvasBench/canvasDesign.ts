/** The designs on which the canvas is measured: VPCs of 500 resources each, of many kinds, with the traffic between them. */
import { catalog } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import { call, runCommand } from '../../core/commands';
import type { Placement } from '../../core/commands/placeResources';
import { tidy, type Placements } from '../../core/layout/tidy';
import type { Document } from '../../core/model/document';
import { arrow, box, sketch, type Box, type SketchedFlow } from '../../core/model/sketch';

/** So many stand in one VPC, however deep. */
const inOneVpc = 500;
const zones = ['a', 'c', 'd'] as const;
const tiers = ['web', 'app', 'batch', 'jobs', 'data', 'ends'] as const;
const servicesReached = ['ecr.api', 'ecr.dkr', 'logs'] as const;

/** The VPC that is dragged. */
export const takenVpc = 'Vpc0';
/** The instance that is dragged: from near one that is in view beside the VPC's corner, from afar one away from the canvas's edge, where both canvases would pan meanwhile. */
export const takenInstance = { near: 'web-a0-x1', far: 'web-c0-x1' } as const;

/** `count` resources at most, and nearly that many; laid out as Tidy does it. The same count gives the same design. */
export function canvasDesign(count: number): Document {
  const boxes: Box[] = [];
  const flows: SketchedFlow[] = [];
  let left = count - 2;
  for (let number = 0; left > 60; number++) {
    const most = Math.min(left, inOneVpc + 1);
    const vpc = vpcOf(number, most, flows);
    boxes.push(vpc);
    left -= sizeOf(vpc);
  }
  const whole = sketch(
    box('region', 'Tokyo', {}, ...boxes, box('aws-service', 'S3', { service: 's3' })),
    ...flows,
  );
  const document = fromSketch(catalog, whole);
  const places = inTwoColumns(document, tidy(catalog, document, null));
  return runCommand({ catalog }, document, call('placeResources', { places }));
}

/** Tidy sets the VPCs of a Region above one another; in two columns all of them can be looked at at once. */
function inTwoColumns(document: Document, places: Placements): Placements {
  const ids = [...document.resources.values()].filter(({ kind }) => kind === 'vpc').map(({ id }) => id);
  const [width, height] = (['w', 'h'] as const).map(
    (side) => Math.max(...ids.map((id) => places[id]?.[side] ?? 0)) + between,
  ) as [number, number];
  const rows = Math.ceil(ids.length / 2);
  const vpcs = ids.map((id, index): [string, Placement] => [
    id,
    {
      ...(places[id] ?? { w: 0, h: 0 }),
      x: between + (index % 2) * width,
      y: between + Math.floor(index / 2) * height,
    },
  ]);
  const right = between + Math.min(2, ids.length) * width;
  return {
    ...places,
    ...Object.fromEntries(vpcs),
    S3: { ...(places['S3'] ?? { w: 96, h: 88 }), x: right, y: between },
    Tokyo: { x: 0, y: 0, w: right + 96 + between, h: between + rows * height },
  };
}

/** In px. */
const between = 96;

function sizeOf({ inside }: Box): number {
  return inside.reduce((sum, each) => sum + sizeOf(each), 1);
}

/** A VPC with tiers in three zones, filled up with workloads until there are `most` resources of it. */
function vpcOf(number: number, most: number, flows: SketchedFlow[]): Box {
  const name = (what: string): string => `${what}${number}`;
  const guarded: Guarded = { securityGroups: { [name('Group')]: true } };
  const inside: Box[] = [
    box('internet-gateway', name('Igw')),
    box('route-table', name('Public'), {
      routes: { out: { destination: '0.0.0.0/0', target: name('Igw') } },
    }),
    ...zones.map((zone) =>
      box('route-table', name(`Private-${zone}`), {
        routes: { out: { destination: '0.0.0.0/0', target: name(`Nat-${zone}`) } },
      }),
    ),
    box('security-group', name('Group'), {
      inbound: {
        https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: `10.${number}.0.0/16` },
      },
    }),
    box('network-acl', name('Acl')),
    box('gateway-endpoint', name('S3Way'), {
      service: 's3',
      routeTables: Object.fromEntries(zones.map((zone) => [name(`Private-${zone}`), true])),
    }),
    box('application-load-balancer', name('Front'), {
      ...guarded,
      subnets: Object.fromEntries(zones.map((zone) => [`web-${zone}${number}`, true])),
    }),
  ];
  const fixed = 1 + inside.length + zones.length * (1 + tiers.length + 1) + servicesReached.length;
  const workloads = Math.max(0, most - fixed);
  const subnets = zones.length * tiers.length;
  let given = 0;
  zones.forEach((zone, ofZone) => {
    const inZone = tiers.map((tier, ofTier) => {
      const subnet = `${tier}-${zone}${number}`;
      const place = ofZone * tiers.length + ofTier;
      const ownShare = Math.floor((workloads * (place + 1)) / subnets) - given;
      given += ownShare;
      const inSubnet = Array.from({ length: ownShare }, (_, index) => {
        const id = `${subnet}-x${index}`;
        if (index % 5 === 1) flows.push(arrow(id, index % 2 === 1 ? 'S3' : `data-${zone}${number}-x0`));
        return workload(tier, index, id, guarded);
      });
      if (tier === 'web') inSubnet.push(box('nat-gateway', name(`Nat-${zone}`)));
      if (tier === 'ends')
        inSubnet.push(
          box('interface-endpoint', `${servicesReached[ofZone]}${number}`, {
            ...guarded,
            service: servicesReached[ofZone] ?? 'logs',
          }),
        );
      return box(
        'subnet',
        subnet,
        {
          cidr: `10.${number}.${place * 8}.0/21`,
          routeTable: tier === 'web' ? name('Public') : name(`Private-${zone}`),
        },
        ...inSubnet,
      );
    });
    inside.push(box('availability-zone', `${zone}${number}`, { zone: `ap-northeast-1${zone}` }, ...inZone));
  });
  return box('vpc', name('Vpc'), { cidr: `10.${number}.0.0/16` }, ...inside);
}

interface Guarded {
  readonly securityGroups: Readonly<Record<string, true>>;
}

/** What stands in a tier: databases among the data, services and functions among the instances. */
function workload(tier: (typeof tiers)[number], index: number, id: string, guarded: Guarded): Box {
  if (tier === 'data' && index % 4 === 0) return box('rds-instance', id, guarded);
  if (tier === 'jobs' && index % 3 === 0) return box('lambda-function', id, guarded);
  if (tier === 'batch' && index % 3 === 0) return box('ecs-service', id, guarded);
  return box('instance', id, { ...guarded, publicIp: tier === 'web' ? 'yes' : 'no' });
}
