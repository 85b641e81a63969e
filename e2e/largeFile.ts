/** The file of a diagram of 5,000 resources: VPCs with subnets in two zones, full of instances, and arrows between some of them. */

interface Placed {
  readonly id: string;
  readonly kind: string;
  readonly parentId: string | null;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly props: Readonly<Record<string, unknown>>;
}

/** In px. */
const cell = { w: 112, h: 104 };
const subnet = { w: 848, h: 696 };
const zone = { w: 3 * 896 + 48, h: 2 * 744 + 72 };
const vpc = { w: 2 * (zone.w + 48) + 48, h: zone.h + 144 };

const vpcs = 10;
const subnetsInZone = 6;
const instancesInSubnet = 41;

export interface LargeFile {
  readonly text: string;
  readonly resources: number;
  readonly arrows: number;
}

/** Each subnet's first instance has an arrow to its second. */
export function largeFile(): LargeFile {
  const resources: Placed[] = [];
  const flows: Readonly<Record<string, unknown>>[] = [];
  const region = { w: 2 * (vpc.w + 96) + 96, h: (vpcs / 2) * (vpc.h + 96) + 96 };
  resources.push({ id: 'Tokyo', kind: 'region', parentId: null, x: 0, y: 0, ...region, props: {} });
  for (let v = 0; v < vpcs; v++) {
    const at = { x: 96 + (v % 2) * (vpc.w + 96), y: 96 + Math.floor(v / 2) * (vpc.h + 96) };
    const cidr = `10.${v}.0.0/16`;
    resources.push({ id: `vpc-${v}`, kind: 'vpc', parentId: 'Tokyo', ...at, ...vpc, props: { cidr } });
    const rule = { protocol: 'any', fromPort: null, toPort: null, peer: cidr };
    const guard = {
      id: `guard-${v}`,
      kind: 'security-group',
      parentId: `vpc-${v}`,
      x: 24,
      y: 24,
      w: 0,
      h: 0,
    };
    resources.push({ ...guard, props: { inbound: { all: rule } } });
    for (const [z, letter] of ['a', 'c'].entries()) {
      const zoneId = `zone-${v}-${letter}`;
      const place = { x: 48 + z * (zone.w + 48), y: 96 };
      const props = { zone: `ap-northeast-1${letter}` };
      resources.push({
        id: zoneId,
        kind: 'availability-zone',
        parentId: `vpc-${v}`,
        ...place,
        ...zone,
        props,
      });
      for (let s = 0; s < subnetsInZone; s++) {
        const id = `${letter}${v}-${s}`;
        const spot = { x: 24 + (s % 3) * 896, y: 48 + Math.floor(s / 3) * 744 };
        const block = { cidr: `10.${v}.${(z * subnetsInZone + s) * 8}.0/21` };
        resources.push({ id, kind: 'subnet', parentId: zoneId, ...spot, ...subnet, props: block });
        for (let i = 0; i < instancesInSubnet; i++)
          resources.push({
            id: `${id}-${i}`,
            kind: 'instance',
            parentId: id,
            x: 24 + (i % 7) * cell.w,
            y: 48 + Math.floor(i / 7) * cell.h,
            w: 96,
            h: 88,
            props: { securityGroups: { [`guard-${v}`]: true } },
          });
        flows.push({ id: `${id} flow`, from: `${id}-0`, to: `${id}-1`, protocol: 'tcp', port: 443 });
      }
    }
  }
  const named = resources.map((each, index) => ({ ...each, name: each.id, order: orderOf(index) }));
  const inOrder = flows.map((each, index) => ({ ...each, order: orderOf(index) }));
  const text = JSON.stringify({
    vpcanvas: 3,
    name: '',
    settings: { region: 'ap-northeast-1' },
    resources: named,
    flows: inOrder,
  });
  return { text, resources: resources.length, arrows: flows.length };
}

/** Ascending as text is; a key does not end in the least of its digits. */
function orderOf(index: number): string {
  return `a${String(index).padStart(5, '0')}V`;
}
