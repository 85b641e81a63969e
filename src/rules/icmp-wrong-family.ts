import { valuesOf } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockTakenOf } from '../lib/blockTaken';
import { isRecord, setCell } from './shared/fields';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'icmp-wrong-family',
  severity: 'warning',
  summary: {
    en: 'A rule for ICMP means IPv4 addresses, and one for ICMPv6 means IPv6 addresses',
    ja: 'ICMP のルールには IPv4 アドレスを、ICMPv6 のルールには IPv6 アドレスを指定します',
  },
  why: {
    en: 'ICMP (protocol 1) is part of IPv4, and ICMPv6 (protocol 58) of IPv6. AWS takes a rule that mixes the two, and no packet ever matches it: pings and the messages that tell of too large packets stay out. Choose the protocol of the addresses.',
    ja: 'ICMP (プロトコル 1) は IPv4 の、ICMPv6 (プロトコル 58) は IPv6 のプロトコルです。組み合わせを誤ったルールも作成できますが、どのパケットにも一致しないため、ping やパケットサイズ超過の通知は通りません。アドレスに合ったプロトコルを選んでください。',
  },
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
  ],
  check: forEachResource(function* (context, resource) {
    for (const [field, described] of context.catalog.fields(resource.kind)) {
      const rows = valuesOf(resource)[field];
      if (described.control !== 'rows' || !isRecord(rows)) continue;
      for (const [row, cells] of Object.entries(rows)) {
        if (!isRecord(cells)) continue;
        const { protocol } = cells;
        const text = cells['block'] ?? cells['peer'];
        const family = typeof text === 'string' ? blockTakenOf(text)?.family : undefined;
        if ((protocol !== 'icmp' && protocol !== 'icmpv6') || family === undefined) continue;
        const meant = family === 6 ? 'icmpv6' : 'icmp';
        if (protocol === meant) continue;
        const name = called(context, resource.id);
        const [written, wanted] = [names[protocol], names[meant]];
        yield {
          on: [resource.id],
          field: `${field}.${row}.protocol`,
          message: {
            en: `A rule of ${name} is for ${written} and ${String(text)}, whose addresses have ${wanted}: nothing matches it`,
            ja: `${name} のルールは ${written} と ${String(text)} の組み合わせですが、このアドレスのプロトコルは ${wanted} のため、何にも一致しません`,
          },
          fixes: [
            plan(
              `Change it to ${wanted}`,
              `${wanted} に変更`,
              setCell(resource.id, { field, row, column: 'protocol' }, meant),
            ),
          ],
        };
      }
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Group', {
            inbound: {
              four: { protocol: 'icmp', fromPort: null, toPort: null, peer: '0.0.0.0/0' },
              six: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: '::/0' },
              own: { protocol: 'icmpv6', fromPort: null, toPort: null, peer: { ref: 'Group' } },
            },
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
          box('security-group', 'Group', {
            inbound: { six: { protocol: 'icmp', fromPort: null, toPort: null, peer: '::/0' } },
          }),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('network-acl', 'Acl', {
            inbound: {
              four: {
                number: 100,
                action: 'allow',
                protocol: 'icmpv6',
                fromPort: 128,
                toPort: null,
                block: '10.0.0.0/8',
              },
            },
          }),
        ),
      ),
    ],
  },
});

const names = { icmp: 'ICMP', icmpv6: 'ICMPv6' } as const;
