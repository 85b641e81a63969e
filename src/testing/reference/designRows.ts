/** Rows of security groups, network ACLs and route tables as people write them, slips included. */
import { box, type Box } from '../../core/model/sketch';
import type { PropsOf } from '../../core/model/kinds';
import type { Chance } from './chance';

export type GroupRows = PropsOf<'security-group'>['inbound'];
export type GroupRow = GroupRows[string];
export type AclRows = PropsOf<'network-acl'>['inbound'];
export type AclRow = AclRows[string];
export type Routes = PropsOf<'route-table'>['routes'];

export const region = 'ap-northeast-1';
export const zoneA = `${region}a`;
export const zoneC = `${region}c`;

/** What one VPC adds to the others' knowledge. */
export interface Site {
  readonly letter: string;
  readonly block: string;
  readonly index: number;
}

export interface Making {
  readonly chance: Chance;
  /** Whether a slip is made here. */
  slip(): boolean;
  readonly sites: readonly Site[];
  readonly peerings: { readonly id: string; readonly one: number; readonly other: number }[];
  readonly transit: boolean;
  readonly ipv6: boolean;
  readonly sources: string[];
  readonly targets: string[];
}

export const all = (peer: GroupRow['peer']): GroupRow => ({
  protocol: 'any',
  fromPort: null,
  toPort: null,
  peer,
});
export const port = (
  from: number,
  peer: GroupRow['peer'],
  to = from,
  protocol: GroupRow['protocol'] = 'tcp',
): GroupRow => ({
  protocol,
  fromPort: from,
  toPort: to,
  peer,
});

/** Rows of a route table, of which each destination has one at most. */
export function routesOf(rows: readonly (Routes[string] | null)[]): Routes {
  const seen = new Set<string>();
  return keyed(
    rows.filter((row) => {
      const key = JSON.stringify(row?.destination ?? null);
      if (row === null || seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}

export function keyed<Row>(rows: readonly (Row | null)[]): Readonly<Record<string, Row>> {
  return Object.fromEntries(
    rows.flatMap((row, index) => (row === null ? [] : [[`r${index}`, row] as const])),
  );
}

export function groups(making: Making, { letter, index, block }: Site): Box[] {
  const { chance } = making;
  const others = making.sites.filter((each) => each.index !== index);
  const other = chance.any(others);
  const six = (row: GroupRow): GroupRow | null => (making.ipv6 ? { ...row, peer: '::/0' } : null);
  const out = (): GroupRows =>
    making.slip()
      ? keyed([port(443, chance.pick(['0.0.0.0/0', block, `com.amazonaws.${region}.s3`]))])
      : chance.oneIn(8)
        ? keyed([
            port(443, '0.0.0.0/0'),
            port(53, '0.0.0.0/0', 53, 'udp'),
            port(8080, { ref: `AppGroup${letter}` }),
            port(1024, block, 65535),
          ])
        : keyed([all('0.0.0.0/0'), making.ipv6 ? all('::/0') : null]);
  const ping = chance.oneIn(3)
    ? { protocol: 'icmp' as const, fromPort: chance.pick([8, null, 0]), toPort: null, peer: '10.0.0.0/8' }
    : null;
  return [
    box('security-group', `WebGroup${letter}`, {
      description: 'web',
      inbound: keyed([
        port(443, making.slip() ? '203.0.113.0/24' : '0.0.0.0/0'),
        six(port(443, '')),
        chance.oneIn(2) ? port(80, '0.0.0.0/0') : null,
        ping,
        chance.oneIn(3) ? port(22, { ref: 'Offices' }) : null,
      ]),
      outbound: out(),
    }),
    box('security-group', `AppGroup${letter}`, {
      description: 'app',
      inbound: keyed([
        port(8080, making.slip() ? '10.99.0.0/16' : chance.oneIn(2) ? { ref: `WebGroup${letter}` } : block),
        chance.oneIn(2) ? port(443, chance.pick(['10.0.0.0/8', block, { ref: 'Neighbours' }])) : null,
        other !== undefined && chance.oneIn(2)
          ? port(
              8080,
              chance.pick<GroupRow['peer']>([
                { ref: `AppGroup${other.letter}` },
                other.block,
                { ref: `WebGroup${other.letter}` },
              ]),
            )
          : null,
        chance.oneIn(4) ? six(all('')) : null,
        ping,
      ]),
      outbound: out(),
    }),
    box('security-group', `DbGroup${letter}`, {
      description: 'db',
      inbound: keyed([
        port(5432, making.slip() ? { ref: `WebGroup${letter}` } : { ref: `AppGroup${letter}` }),
        other !== undefined && chance.oneIn(3)
          ? port(5432, chance.pick<GroupRow['peer']>([{ ref: `AppGroup${other.letter}` }, other.block]))
          : null,
        chance.oneIn(5)
          ? port(5432, `10.${index}.${chance.pick([10, 11])}.0/${chance.pick([24, 24, 24, 25, 28])}`)
          : null,
      ]),
      outbound: chance.oneIn(3) ? {} : out(),
    }),
    box('security-group', `EndsGroup${letter}`, {
      description: 'endpoints',
      inbound: keyed([
        port(
          443,
          making.slip()
            ? { ref: `DbGroup${letter}` }
            : chance.pick<GroupRow['peer']>([block, '10.0.0.0/8', { ref: `AppGroup${letter}` }]),
        ),
        chance.oneIn(2) ? all('10.0.0.0/8') : null,
      ]),
      outbound: out(),
    }),
  ];
}

export function aclRows(making: Making, direction: 'in' | 'out', block: string): AclRows {
  const { chance } = making;
  const row = (
    number: number,
    action: 'allow' | 'deny',
    protocol: AclRow['protocol'],
    fromPort: number | null,
    toPort: number | null,
    cidr: string,
  ): AclRow => ({
    number,
    action,
    protocol,
    fromPort,
    toPort,
    block: cidr,
  });
  const low = making.slip() ? chance.pick([32768, 40000, 49152]) : chance.pick([1024, 1024, 32768]);
  const high = making.slip() ? 60999 : 65535;
  const rows = chance.oneIn(3)
    ? [row(100, 'allow', 'any', null, null, '0.0.0.0/0')]
    : [
        row(100, 'allow', 'tcp', 443, 443, '0.0.0.0/0'),
        making.slip()
          ? null
          : row(110, 'allow', 'tcp', low, high, chance.oneIn(4) ? '10.0.0.0/8' : '0.0.0.0/0'),
        chance.oneIn(2) ? row(120, 'allow', 'tcp', 5432, 8080, chance.pick([block, '10.0.0.0/8'])) : null,
        chance.oneIn(3) ? row(130, 'allow', 'udp', null, null, '0.0.0.0/0') : null,
        chance.oneIn(3) ? row(140, 'allow', 'icmp', null, null, '0.0.0.0/0') : null,
        chance.oneIn(3) ? row(150, 'allow', 'any', null, null, block) : null,
      ];
  return keyed([
    making.slip() ? row(90, 'deny', 'tcp', 443, 443, chance.pick(['0.0.0.0/0', block, '10.0.0.0/9'])) : null,
    chance.oneIn(12)
      ? row(
          direction === 'in' ? 80 : 81,
          'deny',
          chance.pick(['tcp', 'any']),
          chance.pick([50000, 22]),
          50010,
          '0.0.0.0/0',
        )
      : null,
    ...rows,
    making.ipv6 ? row(200, 'allow', 'any', null, null, '::/0') : null,
  ]);
}
