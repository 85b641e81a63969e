/**
 * A Route 53 private hosted zone: it answers for a domain, and all names below it, in the VPCs that it is associated with. A
 * name of the domain without a record has no answer there, whatever the public DNS says. Public hosted zones are not drawn.
 * Drawn in the Region, outside the VPCs. Of routing policies we keep what a template says and model one thing: which
 * records stand by for another.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html
 */
import type { Refs, Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { known, type Value } from '../../core/model/value';
import type { HostedZoneFact } from '../../core/network/facts';
import { isHostName, normalHost } from '../../core/network/naming/hostNames';
import { cfn } from './cfn';
import { recordColumns, recordFacts, type ZoneRecord } from './records';

interface HostedZoneProps {
  readonly domain: Value<string>;
  readonly vpcs: Refs;
  readonly records: Rows<ZoneRecord>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'hosted-zone': HostedZoneProps;
  }
}

export default defineKind({
  kind: 'hosted-zone',
  label: { en: 'Private hosted zone', ja: 'プライベートホストゾーン' },
  summary: {
    en: 'Names of a domain for the VPCs it is associated with',
    ja: '関連付けた VPC の中で使うドメインの名前を管理します',
  },
  group: 'network',
  rank: 5,
  icon: 'resource/AmazonRoute53HostedZone',
  defaultName: 'HostedZone',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    domain: {
      control: 'text',
      label: { en: 'Domain name', ja: 'ドメイン名' },
      property: 'Name',
      default: 'example.internal',
      check: (domain) =>
        isHostName(normalHost(domain))
          ? undefined
          : { en: `“${domain}” is not a domain name`, ja: `「${domain}」はドメイン名ではありません` },
    },
    vpcs: {
      control: 'refs',
      kinds: ['vpc'],
      label: { en: 'VPCs', ja: '関連付ける VPC' },
      help: {
        en: 'Without one, AWS would make a public hosted zone of it',
        ja: '指定しないと、パブリックホストゾーンとして作成されます',
      },
      property: 'VPCs',
      default: {},
      drawn: true,
    },
    records: {
      control: 'rows',
      label: { en: 'Records', ja: 'レコード' },
      addLabel: { en: 'Add record', ja: 'レコードを追加' },
      default: {},
      columns: recordColumns,
    },
  },
  look: ({ props }) => ({ detail: known(props.domain) ?? '?' }),
  propose(_, around) {
    const [vpc, ...others] = around.all('vpc');
    return vpc === undefined || others.length > 0 ? {} : { vpcs: { [vpc.id]: true as const } };
  },
  tidy: () => ({ column: '2', row: 0 }),
  *facts({ id, props }) {
    const records = recordFacts(props.records);
    const networks = Object.keys(props.vpcs);
    for (const network of networks.length === 0 ? [null] : networks)
      yield { fact: 'hosted-zone', by: id, network, domain: props.domain, records } satisfies HostedZoneFact;
  },
  cfn: { types: ['AWS::Route53::HostedZone'], ...cfn },
});
