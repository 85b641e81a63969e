/**
 * A Lambda function in a VPC: Lambda puts a network interface of its own into each of the function's subnets. It opens
 * connections from there and never has a public address, so it reaches the internet only through a NAT gateway.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { standsIn } from '../../core/catalog/standing';
import type { Value } from '../../core/model/value';

interface LambdaFunctionProps {
  readonly runtime: Value<string>;
  readonly handler: Value<string>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  readonly securityGroups: Refs;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'lambda-function': LambdaFunctionProps;
  }
}

export default defineKind({
  kind: 'lambda-function',
  label: { en: 'Lambda function', ja: 'Lambda 関数' },
  summary: { en: 'A function with interfaces in your subnets', ja: 'サブネットに接続する関数' },
  group: 'compute',
  icon: 'resource/AWSLambdaLambdaFunction',
  defaultName: 'Function',
  parents: ['subnet', 'vpc'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'VpcConfig/SecurityGroupIds',
      default: {},
    },
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in',
        ja: '図で置かれているサブネット以外のサブネット',
      },
      property: 'VpcConfig/SubnetIds',
      default: {},
    },
    runtime: {
      control: 'text',
      label: { en: 'Runtime', ja: 'ランタイム' },
      property: 'Runtime',
      default: 'python3.13',
      suggestions: () => ['python3.13', 'nodejs22.x', 'java21', 'dotnet8', 'ruby3.4', 'provided.al2023'],
      advanced: true,
    },
    handler: {
      control: 'text',
      label: { en: 'Handler', ja: 'ハンドラー' },
      property: 'Handler',
      default: 'index.handler',
      advanced: true,
    },
  },
  tidy: () => ({ column: '1' }),
  *facts({ id, props }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    for (const subnet of subnets.length === 0 ? [null] : subnets)
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        ipv6: false,
        publicIpv4: false,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [1024, 65535],
        workload: true,
      };
  },
});
