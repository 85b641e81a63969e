/** Unmodelled types that decide what names mean in a VPC. */
import type { UnmodelledType } from './entry';

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-rules-managing.html */
export const resolverRules: UnmodelledType = {
  types: ['AWS::Route53Resolver::ResolverRuleAssociation'],
  what: {
    en: 'forwarding rules of Route 53 Resolver that are in no file',
    ja: 'ファイルに含まれない Route 53 Resolver の転送ルール',
  },
  consequence: 'assumed',
  ofDrawn: true,
  *effects({ id, logicalId, named }) {
    // A rule of the files is drawn, with its associations.
    if (id !== null) return;
    yield {
      on: named('VPCId'),
      effect: { is: 'names', domain: null },
      says: {
        en: `the rule that ${logicalId} associates is in no file, and is assumed not to be about the name`,
        ja: `${logicalId} が関連付けるルールはファイルに含まれていないため、この名前は対象外とします`,
      },
    };
  },
};

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profiles.html */
export const profiles: UnmodelledType = {
  types: ['AWS::Route53Profiles::ProfileAssociation', 'AWS::Route53Profiles::*'],
  what: { en: 'Route 53 Profiles', ja: 'Route 53 Profiles' },
  consequence: 'assumed',
  *effects({ type, logicalId, named }) {
    if (type !== 'AWS::Route53Profiles::ProfileAssociation') return;
    yield {
      on: named('ResourceId'),
      effect: { is: 'names', domain: null },
      says: {
        en: `the profile that ${logicalId} associates is assumed to hold nothing for the name`,
        ja: `${logicalId} が関連付けるプロファイルには、この名前に関する設定がないものとします`,
      },
    };
  },
};

/** https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-dns-firewall.html */
export const firewallRules: UnmodelledType = {
  types: ['AWS::Route53Resolver::FirewallRuleGroupAssociation', 'AWS::Route53Resolver::Firewall*'],
  what: { en: 'Route 53 Resolver DNS Firewall', ja: 'Route 53 Resolver DNS Firewall' },
  consequence: 'assumed',
  *effects(resource) {
    if (resource.type !== 'AWS::Route53Resolver::FirewallRuleGroupAssociation') return;
    yield {
      on: resource.named('VpcId'),
      effect: { is: 'names', domain: null },
      says: {
        en: `${resource.logicalId} (DNS Firewall) is assumed to let the name pass`,
        ja: `${resource.logicalId} (DNS Firewall) はこの名前を許可するものとします`,
      },
    };
  },
};

/** https://docs.aws.amazon.com/vpc-lattice/latest/ug/what-is-vpc-lattice.html */
export const lattice: UnmodelledType = {
  types: ['AWS::VpcLattice::ServiceNetworkVpcAssociation', 'AWS::VpcLattice::*', 'AWS::EC2::VPCEndpoint'],
  what: {
    en: 'VPC Lattice, and endpoints for resources and service networks',
    ja: 'VPC Lattice と、リソースおよびサービスネットワーク用の VPC エンドポイント',
  },
  consequence: 'assumed',
  *effects(resource) {
    const { id, logicalId, type, reader } = resource;
    if (id !== null || !bringsNames(type, reader.raw('VpcEndpointType'))) return;
    yield {
      on: [...resource.named('VpcIdentifier'), ...resource.named('VpcId')],
      effect: { is: 'names', domain: null },
      says: {
        en: `the name is assumed to be none that ${logicalId} answers`,
        ja: `この名前は ${logicalId} が応答するものではないとします`,
      },
    };
  },
};

function bringsNames(type: string, endpointType: unknown): boolean {
  if (type === 'AWS::EC2::VPCEndpoint')
    return endpointType === 'Resource' || endpointType === 'ServiceNetwork';
  return type === 'AWS::VpcLattice::ServiceNetworkVpcAssociation';
}
