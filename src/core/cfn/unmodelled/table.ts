/**
 * The CFN types that bear on traffic and are not modelled: what each may change, for whom, and what follows for verdicts.
 * Nothing here passes silently: where a verdict hangs on one it is unknown, else the trace names the assumption.
 */
import type { Words } from '../../../lib/words';
import type { FoundEffect, UndrawnResource, UnmodelledType } from './entry';
import { firewallRules, lattice, profiles, resolverRules } from './names';
import { elsewhere } from './elsewhere';

export const unmodelledTypes: readonly UnmodelledType[] = [
  // Where a route has to lead there first. https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
  {
    types: ['AWS::EC2::VPCPeeringConnection'],
    what: { en: 'VPC peering connections', ja: 'VPC ピアリング接続' },
    consequence: 'by-route',
  },
  {
    types: ['AWS::EC2::TransitGateway', 'AWS::EC2::TransitGateway*'],
    what: { en: 'transit gateways', ja: 'Transit Gateway' },
    consequence: 'by-route',
  },
  {
    types: ['AWS::NetworkFirewall::Firewall', 'AWS::NetworkFirewall::*'],
    what: { en: 'Network Firewall endpoints', ja: 'Network Firewall のエンドポイント' },
    consequence: 'by-route',
  },
  {
    types: ['AWS::NetworkManager::CoreNetwork', 'AWS::NetworkManager::*'],
    what: { en: 'Cloud WAN core networks', ja: 'Cloud WAN コアネットワーク' },
    consequence: 'by-route',
  },
  {
    types: ['AWS::DirectConnect::Connection', 'AWS::DirectConnect::*'],
    what: { en: 'Direct Connect', ja: 'Direct Connect' },
    consequence: 'by-route',
    // A virtual private gateway learns prefixes by it.
    *effects(resource) {
      yield {
        on: resource.named(),
        effect: { is: 'learnt-routes' },
        says: {
          en: `which prefixes are learnt by ${resource.logicalId} is not known here`,
          ja: `${resource.logicalId} から学習するプレフィックスは、ここではわかりません`,
        },
      };
    },
  },
  {
    types: ['AWS::EC2::CarrierGateway'],
    what: { en: 'carrier gateways', ja: 'キャリアゲートウェイ' },
    consequence: 'by-route',
  },
  {
    types: ['AWS::EC2::LocalGatewayRoute', 'AWS::EC2::LocalGateway*'],
    what: { en: 'local gateways of Outposts', ja: 'Outposts のローカルゲートウェイ' },
    consequence: 'by-route',
  },

  // Routes that others put into a table.
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpngatewayroutepropagation.html
    types: ['AWS::EC2::VPNGatewayRoutePropagation'],
    what: {
      en: 'routes that a virtual private gateway of elsewhere propagates',
      ja: 'ファイル外の仮想プライベートゲートウェイが伝播するルート',
    },
    consequence: 'unknown',
    ofDrawn: true,
    *effects(resource) {
      if (resource.id !== null) return;
      yield {
        on: resource.named('RouteTableIds'),
        effect: { is: 'learnt-routes' },
        says: {
          en: `which routes ${resource.logicalId} propagates is not known here`,
          ja: `${resource.logicalId} が伝播するルートは、ここではわかりません`,
        },
      };
    },
  },
  {
    // https://docs.aws.amazon.com/vpc/latest/userguide/dynamic-routing-route-server.html
    types: ['AWS::EC2::RouteServerPropagation', 'AWS::EC2::RouteServer*'],
    what: {
      en: 'routes that a route server puts into tables',
      ja: 'ルートサーバーがルートテーブルに設定するルート',
    },
    consequence: 'unknown',
    *effects(resource) {
      yield {
        on: resource.named('RouteTableId'),
        effect: { is: 'learnt-routes' },
        says: {
          en: `which routes ${resource.logicalId} puts into the route table is not known here`,
          ja: `${resource.logicalId} がルートテーブルに設定するルートは、ここではわかりません`,
        },
      };
    },
  },
  {
    // A regional NAT gateway has a table of its own, to which routes can be added.
    types: ['AWS::EC2::Route'],
    what: {
      en: 'routes in the table of a regional NAT gateway',
      ja: 'リージョナル NAT ゲートウェイのルートテーブルに追加したルート',
    },
    consequence: 'unknown',
    ofDrawn: true,
    *effects(resource) {
      if (resource.id === null) yield* anything(resource, ['RouteTableId']);
    },
  },

  // What is made out of sight.
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html
    types: ['AWS::CloudFormation::Stack'],
    what: {
      en: 'what nested stacks whose template is in no file do with the resources they are given',
      ja: 'テンプレートがファイルに含まれないネストされたスタックが、渡されたリソースに対して行うこと',
    },
    consequence: 'unknown',
    effects: (resource) => anything(resource, ['Parameters']),
  },
  {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html
    types: ['AWS::CloudFormation::CustomResource', 'Custom::*'],
    what: {
      en: 'what custom resources do with the resources they name',
      ja: 'カスタムリソースが、参照しているリソースに対して行うこと',
    },
    consequence: 'unknown',
    effects: (resource) => anything(resource),
  },
  {
    types: ['*::MODULE'],
    what: { en: 'what CloudFormation modules make', ja: 'CloudFormation モジュールが作成するもの' },
    consequence: 'unknown',
    effects: (resource) => anything(resource),
  },

  ...elsewhere,
  resolverRules,
  profiles,
  firewallRules,
  lattice,

  // What is nobody's way.
  {
    types: ['AWS::AutoScaling::AutoScalingGroup'],
    what: { en: 'the instances of Auto Scaling groups', ja: 'Auto Scaling グループのインスタンス' },
    consequence: 'no-end',
  },
  {
    types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
    what: { en: 'Classic Load Balancers', ja: 'Classic Load Balancer' },
    consequence: 'no-end',
  },
];

/** Something that may do anything to what it is given. */
function* anything(resource: UndrawnResource, properties?: readonly string[]): Generator<FoundEffect> {
  const on = properties?.flatMap((each) => resource.named(each)) ?? resource.named();
  const says: Words = {
    en: `what ${resource.logicalId} (${resource.type}) does with what it is given is not analysed`,
    ja: `${resource.logicalId} (${resource.type}) が参照先に対して行うことは解析していません`,
  };
  yield { on, effect: { is: 'may-change' }, says };
}
