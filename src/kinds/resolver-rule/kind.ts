/**
 * A Route 53 Resolver rule: in the VPCs that it is associated with, queries for its domain and all below it go to the target
 * addresses through an outbound endpoint. A system rule keeps its part of the names with the VPC's own resolver. Drawn in
 * the Region, since one rule serves many VPCs. Rules that Resolver makes itself, and delegating ones, are not drawn.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html
 */
import { columns, type Rows } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import type { CfnReader } from '../../core/cfn/mapping';
import type { CfnValue } from '../../core/cfn/template';
import type { ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { isHostName, normalHost } from '../../core/network/naming/hostNames';
import { addressOf } from '../../lib/cidr';
import { verbatim, type Words } from '../../lib/words';

interface Target {
  readonly ip: Value<string>;
  readonly port: Value<number>;
}

interface Association {
  readonly vpc: Value<ResourceId | null>;
}

interface ResolverRuleProps {
  /** A dot for all names. */
  readonly domain: Value<string>;
  readonly type: Value<'forward' | 'system'>;
  readonly endpoint: Value<ResourceId | null>;
  readonly targets: Rows<Target>;
  readonly vpcs: Rows<Association>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'resolver-rule': ResolverRuleProps;
  }
}

export default defineKind({
  kind: 'resolver-rule',
  label: { en: 'Resolver rule', ja: 'Resolver ルール' },
  summary: {
    en: 'Forwards the DNS queries for a domain to servers elsewhere',
    ja: 'ドメインへの DNS クエリを別の DNS サーバーに転送します',
  },
  group: 'endpoints',
  rank: 3,
  icon: 'resource/AmazonRoute53Resolver',
  defaultName: 'ResolverRule',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    domain: {
      control: 'text',
      label: { en: 'Domain name', ja: 'ドメイン名' },
      help: {
        en: 'With all names below it; a dot for every name',
        ja: '下位の名前をすべて含みます。ドット (.) はすべての名前',
      },
      property: 'DomainName',
      default: 'corp.example.com',
      check: domainFault,
    },
    type: {
      control: 'choice',
      label: { en: 'Rule type', ja: 'ルールタイプ' },
      property: 'RuleType',
      default: 'forward',
      options: () => [
        { value: 'forward', label: { en: 'Forward', ja: '転送' } },
        { value: 'system', label: { en: 'System', ja: 'システム' } },
      ],
    },
    endpoint: {
      control: 'ref',
      kinds: ['resolver-outbound-endpoint'],
      label: { en: 'Outbound endpoint', ja: 'アウトバウンドエンドポイント' },
      property: 'ResolverEndpointId',
      default: null,
      none: { en: 'None', ja: 'なし' },
      drawn: true,
      applies: ({ type }) => type !== 'system',
    },
    targets: {
      control: 'rows',
      label: { en: 'Target IP addresses', ja: 'ターゲット IP アドレス' },
      addLabel: { en: 'Add target', ja: 'ターゲットを追加' },
      default: { first: { ip: '192.168.0.2', port: 53 } },
      applies: ({ type }) => type !== 'system',
      columns: columns<Target>({
        ip: {
          control: 'text',
          label: { en: 'IP address', ja: 'IP アドレス' },
          property: 'TargetIps',
          default: '192.168.0.2',
          check: (ip) =>
            addressOf(ip) === undefined
              ? { en: `“${ip}” is not an IP address`, ja: `「${ip}」は IP アドレスではありません` }
              : undefined,
        },
        port: {
          control: 'number',
          min: 1,
          max: 65535,
          label: { en: 'Port', ja: 'ポート' },
          property: 'TargetIps',
          default: 53,
        },
      }),
    },
    vpcs: {
      control: 'rows',
      label: { en: 'VPCs that use it', ja: 'このルールを使用する VPC' },
      addLabel: { en: 'Associate a VPC', ja: 'VPC を関連付け' },
      default: {},
      columns: columns<Association>({
        vpc: {
          control: 'ref',
          kinds: ['vpc'],
          label: { en: 'VPC', ja: 'VPC' },
          property: 'VPCId',
          default: null,
          none: { en: 'None', ja: 'なし' },
          drawn: true,
        },
      }),
    },
  },
  look({ props }) {
    const type = known(props.type);
    return {
      detail: known(props.domain) ?? '?',
      ...(type === undefined ? {} : { badge: verbatim(type === 'system' ? 'SYS' : 'FWD') }),
    };
  },
  propose(_, around) {
    const [vpc, ...otherVpcs] = around.all('vpc');
    const [endpoint, ...others] = around.all('resolver-outbound-endpoint');
    return {
      ...(vpc === undefined || otherVpcs.length > 0 ? {} : { vpcs: { first: { vpc: vpc.id } } }),
      ...(endpoint === undefined || others.length > 0 ? {} : { endpoint: endpoint.id }),
    };
  },
  tidy: () => ({ column: '2', row: 0 }),
  *facts({ id, props }) {
    const { domain, type, endpoint, targets, vpcs } = props;
    const networks = Object.values(vpcs).flatMap(({ vpc }) => known(vpc) ?? []);
    for (const network of networks.length === 0 ? [null] : new Set(networks))
      yield {
        fact: 'resolver-rule',
        by: id,
        network,
        domain,
        does: type,
        endpoint,
        targets: Object.fromEntries(
          Object.entries(targets).map(([key, { ip, port }]) => [key, { address: ip, port }]),
        ),
      };
  },
  cfn: {
    types: ['AWS::Route53Resolver::ResolverRule'],
    satellites: [
      {
        role: 'association',
        type: 'AWS::Route53Resolver::ResolverRuleAssociation',
        from: 'satellite',
        property: 'ResolverRuleId',
      },
    ],
    // Only Resolver makes recursive rules; a delegating one has no domain of its own.
    recognises(reader) {
      const type = reader.raw('RuleType');
      return typeof type === 'string' && /^(?:forward|system)$/i.test(type);
    },
    *write(rule, scope) {
      const { props } = rule;
      const isSystem = props.type === 'system';
      const targets = Object.values(props.targets).flatMap(({ ip, port }): CfnValue[] => {
        const address = scope.plain(ip);
        if (typeof address !== 'string') return [];
        const given = known(port) ?? 53;
        return [
          {
            [address.includes(':') ? 'Ipv6' : 'Ip']: address,
            ...(given === 53 ? {} : { Port: String(given) }),
          },
        ];
      });
      yield {
        role: '',
        type: 'AWS::Route53Resolver::ResolverRule',
        properties: {
          RuleType: isUnknown(props.type) ? undefined : props.type.toUpperCase(),
          DomainName: scope.plain(props.domain),
          ResolverEndpointId:
            isSystem || isUnknown(props.endpoint)
              ? undefined
              : scope.getAtt(props.endpoint, 'ResolverEndpointId'),
          TargetIps: isSystem || targets.length === 0 ? undefined : targets,
          Tags: scope.nameTags(rule),
        },
      };
      for (const [key, { vpc }] of Object.entries(props.vpcs)) {
        const ref = isUnknown(vpc) ? undefined : scope.ref(vpc);
        if (ref === undefined) continue;
        yield {
          role: `association:${key}`,
          type: 'AWS::Route53Resolver::ResolverRuleAssociation',
          suffix: 'Association',
          properties: { ResolverRuleId: scope.getAtt(rule.id, 'ResolverRuleId'), VPCId: ref },
        };
      }
    },
    read(reader) {
      const type = reader.text('type', 'RuleType', 'FORWARD');
      const targets: Record<string, Target> = {};
      reader.list('TargetIps').forEach((target, index) => {
        const row = `target${index + 1}`;
        targets[row] = {
          ip: target.text(`targets.${row}.ip`, target.has('Ip') ? 'Ip' : 'Ipv6', ''),
          port: target.number(`targets.${row}.port`, 'Port', 53),
        };
      });
      const vpcs: Record<string, Association> = {};
      for (const association of reader.satellites('association')) {
        const { row } = association;
        vpcs[row] = { vpc: association.ref(`vpcs.${row}.vpc`, 'VPCId', ['vpc']) };
      }
      return {
        parentId: null,
        props: {
          domain: domainIn(reader),
          type: isUnknown(type) ? type : type.toLowerCase() === 'system' ? 'system' : 'forward',
          endpoint: reader.target('endpoint', 'ResolverEndpointId', ['resolver-outbound-endpoint']),
          targets,
          vpcs,
        },
      };
    },
  },
});

/** Without the dot at its end, which means nothing but in the name of the root. */
function domainIn(reader: CfnReader): Value<string> {
  const domain = reader.text('domain', 'DomainName', '');
  return isUnknown(domain) || domain === '.' ? domain : domain.replace(/\.$/, '');
}

function domainFault(domain: string): Words | undefined {
  return domain === '.' || isHostName(normalHost(domain))
    ? undefined
    : { en: `“${domain}” is not a domain name`, ja: `「${domain}」はドメイン名ではありません` };
}
