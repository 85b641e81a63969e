import { call } from '../core/commands';
import type { PropsOf } from '../core/model/kinds';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockText } from '../lib/cidr';
import { peerText } from './shared/groups';
import { vpcOf } from './shared/networks';
import { clientsCanBeInside } from './shared/outsideClients';
import { blocksOf } from './shared/prefixLists';
import { called, listed, plan } from './shared/words';

/** Ports that hardly anybody means to offer to everyone. */
const sensitive: Readonly<Record<number, string>> = {
  21: 'FTP',
  22: 'SSH',
  23: 'Telnet',
  135: 'RPC',
  445: 'SMB',
  1433: 'SQL Server',
  1521: 'Oracle',
  2049: 'NFS',
  3306: 'MySQL',
  3389: 'RDP',
  5432: 'PostgreSQL',
  5439: 'Redshift',
  5900: 'VNC',
  6379: 'Redis',
  9200: 'OpenSearch',
  11211: 'Memcached',
  27017: 'MongoDB',
};

export default defineRule({
  id: 'security-group-open-to-world',
  severity: 'warning',
  summary: {
    en: 'Administration and database ports must not be open to every address',
    ja: '管理用やデータベースのポートを、すべてのアドレスに公開してはいけません',
  },
  why: {
    en: 'Open SSH, RDP and database ports are found and attacked within minutes of getting a public address. Allow the addresses that need them, or use Session Manager, which needs no inbound rule at all. Ignore this for a honeypot.',
    ja: '公開された SSH、RDP、データベースのポートは、パブリックアドレスが付くと数分で攻撃の対象になります。必要なアドレスだけを許可するか、インバウンドルールが不要な Session Manager を使ってください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html',
  ],
  cfnLint: ['W2508'],
  check: forEachOf('security-group', function* (context, group) {
    for (const [row, rule] of Object.entries(group.props.inbound)) {
      const from = blocksOf(context, rule.peer).find(({ prefix }) => prefix === 0);
      const named = known(rule.peer);
      if (from === undefined || named === undefined) continue;
      const peer = typeof named === 'string' ? named : `${peerText(context, named)}: ${blockText(from)}`;
      const open = portsOf(rule);
      if (open === undefined) continue;
      const name = called(context, group.id);
      const vpc = vpcOf(context, group.id);
      const block = vpc === undefined || from.family === 6 ? undefined : known(vpc.props.cidr);
      yield {
        on: [group.id],
        field: `inbound.${row}.peer`,
        message: {
          en: `${name} opens ${open.en} to every address (${peer})`,
          ja: `${name} は ${open.ja} をすべてのアドレス (${peer}) に公開しています`,
        },
        fixes: harmless(context, [
          ...(block === undefined || !clientsCanBeInside(context, group.id)
            ? []
            : [
                plan(
                  `Allow it from ${block} only`,
                  `${block} からだけ許可`,
                  call('setRow', { id: group.id, field: 'inbound', row, values: { peer: block } }),
                ),
              ]),
          plan(
            'Delete the rule',
            'ルールを削除',
            call('setRow', { id: group.id, field: 'inbound', row, values: null }),
          ),
        ]),
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Group: true } })),
          box('security-group', 'Group', {
            inbound: { https: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Group: true } })),
          box('security-group', 'Group', {
            inbound: { ssh: { protocol: 'tcp', fromPort: 22, toPort: 22, peer: '0.0.0.0/0' } },
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Group: true } })),
          box('security-group', 'Group', {
            inbound: { all: { protocol: 'any', fromPort: null, toPort: null, peer: '::/0' } },
          }),
        ),
      ),
      sketch(
        box('prefix-list', 'Admins', { entries: { all: { cidr: '0.0.0.0/0', description: '' } } }),
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Group: true } })),
          box('security-group', 'Group', {
            inbound: { ssh: { protocol: 'tcp', fromPort: 22, toPort: 22, peer: { ref: 'Admins' } } },
          }),
        ),
      ),
    ],
  },
});

/** The sensitive ports that a rule opens, in words; undefined when none, or when nobody can say. */
function portsOf(rule: PropsOf<'security-group'>['inbound'][string]): { en: string; ja: string } | undefined {
  const { protocol, fromPort, toPort } = rule;
  if (protocol === 'any') return { en: 'all ports', ja: 'すべてのポート' };
  if (protocol !== 'tcp' || isUnknown(fromPort) || isUnknown(toPort)) return undefined;
  const first = fromPort ?? 0;
  const last = toPort ?? 65535;
  if (first === 0 && last === 65535) return { en: 'all TCP ports', ja: 'すべての TCP ポート' };
  const found = Object.entries(sensitive).filter(([port]) => first <= Number(port) && Number(port) <= last);
  if (found.length === 0) return undefined;
  return listed(found.map(([port, service]) => `TCP ${port} (${service})`));
}
