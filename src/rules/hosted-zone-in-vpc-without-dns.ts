import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { isKind } from '../core/model/queries';
import { defineRule } from '../core/rules/rule';
import { called, listed, plan } from './shared/words';

export default defineRule({
  id: 'hosted-zone-in-vpc-without-dns',
  severity: 'error',
  summary: {
    en: 'A private hosted zone answers only in VPCs with DNS resolution and DNS hostnames',
    ja: 'プライベートホストゾーンは、DNS 解決と DNS ホスト名が有効な VPC でのみ使えます',
  },
  why: {
    en: 'Amazon’s resolver asks private hosted zones only where enableDnsSupport and enableDnsHostnames are both on. A VPC that a template makes has DNS hostnames off unless it says otherwise, and then the names of the zone are looked for in the public DNS.',
    ja: 'Amazon のリゾルバーがプライベートホストゾーンを使うのは、enableDnsSupport と enableDnsHostnames の両方が有効な VPC だけです。テンプレートで作る VPC では、指定しない限り DNS ホスト名は無効で、ゾーンの名前はパブリック DNS に問い合わせられます。',
  },
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html',
  ],
  *check(context) {
    for (const zone of context.all('hosted-zone'))
      for (const id of Object.keys(zone.props.vpcs)) {
        const vpc = context.resource(id);
        if (vpc === undefined || !isKind(vpc, 'vpc')) continue;
        const off = [
          { prop: 'dnsHostnames' as const, en: 'DNS hostnames', ja: 'DNS ホスト名' },
          { prop: 'dnsSupport' as const, en: 'DNS resolution', ja: 'DNS 解決' },
        ].filter(({ prop }) => vpc.props[prop] === false);
        const [first] = off;
        if (first === undefined) continue;
        const [name, zoneName] = [called(context, vpc.id), called(context, zone.id)];
        const en = listed(off.map((each) => each.en)).en;
        const ja = listed(off.map((each) => each.ja)).ja;
        yield {
          on: [vpc.id, zone.id],
          field: first.prop,
          message: {
            en: `${name} has ${en} off, so ${zoneName} is not asked in it`,
            ja: `${name} の${ja}が無効なため、その中では ${zoneName} が使われません`,
          },
          fixes: harmless(context, [
            plan(
              `Turn on ${en} of ${name}`,
              `${name} の${ja}を有効化`,
              call('setProps', {
                id: vpc.id,
                props: Object.fromEntries(off.map(({ prop }) => [prop, true])),
              }),
            ),
          ]),
        };
      }
  },
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', { dnsHostnames: true, dnsSupport: true }),
        box('hosted-zone', 'Zone', { vpcs: { Vpc: true } }),
      ),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', { dnsHostnames: false }), box('hosted-zone', 'Zone', { vpcs: { Vpc: true } })),
    ],
  },
});
