import { call } from '../core/commands';
import { harmless } from '../core/plans/mend';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { inVpc } from './shared/networks';
import { called, calledAll, listed, plan } from './shared/words';

export default defineRule({
  id: 'private-dns-without-dns-hostnames',
  severity: 'error',
  summary: {
    en: 'Private DNS of interface endpoints needs DNS resolution and DNS hostnames of the VPC',
    ja: 'インターフェイスエンドポイントのプライベート DNS には、VPC の DNS 解決と DNS ホスト名の有効化が必要です',
  },
  why: {
    en: 'Private DNS works by a hidden hosted zone of the VPC, which AWS consults only when enableDnsSupport and enableDnsHostnames are both on; otherwise the endpoint cannot be created. A VPC that a template makes has DNS hostnames off unless it says otherwise.',
    ja: 'プライベート DNS は VPC の非公開のホストゾーンで機能し、enableDnsSupport と enableDnsHostnames の両方が有効な場合だけ使えます。どちらかが無効だと、エンドポイントを作成できません。テンプレートで作る VPC では、指定しない限り DNS ホスト名は無効です。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html',
  ],
  *check(context) {
    for (const vpc of context.all('vpc')) {
      const off = [
        { prop: 'dnsHostnames' as const, en: 'DNS hostnames', ja: 'DNS ホスト名' },
        { prop: 'dnsSupport' as const, en: 'DNS resolution', ja: 'DNS 解決' },
      ].filter(({ prop }) => vpc.props[prop] === false);
      const endpoints = inVpc(context, vpc.id, 'interface-endpoint')
        .filter(({ props }) => props.privateDns === true)
        .map(({ id }) => id);
      const [first] = off;
      if (first === undefined || endpoints.length === 0) continue;
      const name = called(context, vpc.id);
      const en = listed(off.map((each) => each.en)).en;
      const ja = listed(off.map((each) => each.ja)).ja;
      const names = calledAll(context, endpoints);
      yield {
        on: [vpc.id, ...endpoints],
        field: first.prop,
        message: {
          en: `${name} has ${en} off, which private DNS of ${names.en} needs`,
          ja: `${name} の${ja}が無効ですが、${names.ja} のプライベート DNS に必要です`,
        },
        fixes: harmless(context, [
          plan(
            `Turn on ${en} of ${name}`,
            `${name} の${ja}を有効化`,
            call('setProps', { id: vpc.id, props: Object.fromEntries(off.map(({ prop }) => [prop, true])) }),
          ),
        ]),
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { dnsHostnames: true },
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { service: 'sqs', privateDns: true }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          { dnsHostnames: false },
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { service: 'sqs', privateDns: false }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          { dnsHostnames: false },
          box(
            'subnet',
            'Subnet',
            {},
            box('interface-endpoint', 'Endpoint', { service: 'sqs', privateDns: true }),
          ),
        ),
      ),
    ],
  },
});
