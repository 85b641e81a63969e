/**
 * A Lambda function. In a VPC, Lambda puts a network interface of its own into each of the function's subnets; it opens
 * connections from there and never has a public address, so it reaches the internet only through a NAT gateway. One
 * outside any VPC runs in a network of Lambda's, which reaches the internet and public services, and no VPC.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import type { CfnWriteScope } from '../../core/cfn/mapping';
import { serviceRole } from '../../core/cfn/serviceRole';
import { tagsAsMap } from '../../core/cfn/tagsAsMap';
import type { CfnValue } from '../../core/cfn/template';
import type { ResourceId } from '../../core/model/document';
import { known, type Value } from '../../core/model/value';

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
  rank: 1,
  icon: 'resource/AWSLambdaLambdaFunction',
  defaultName: 'Function',
  parents: ['subnet', 'vpc', 'region'],
  isEnd: true,
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
      whenCopied: 'join',
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
  tidy: (_, around) => (around.ancestor('vpc') === undefined ? { column: '1', row: 2 } : { column: '1' }),
  *facts({ id, props }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    if (isOutside(subnets, around)) {
      yield { fact: 'hosted-by-aws', by: id };
      return;
    }
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
  cfn: {
    // SAM's functions say the same in the same words.
    types: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
    // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
    takes: {
      'AWS::Serverless::Function': { Runtime: asItIs, Handler: asItIs, VpcConfig: asItIs, Tags: tagsAsMap },
    },
    satellites: [{ role: 'role', type: 'AWS::IAM::Role', from: 'owner', property: 'Role' }],
    // Where an expression gives the whole of VpcConfig, nobody knows whether it is in a VPC.
    recognises: (reader) => !reader.has('VpcConfig') || reader.object('VpcConfig') !== undefined,
    *write(lambda, scope) {
      const { props } = lambda;
      const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
      const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
      const defaultGroup = scope.getAtt(scope.ancestor('vpc')?.id ?? null, 'DefaultSecurityGroup');
      yield {
        role: '',
        type: 'AWS::Lambda::Function',
        properties: {
          Runtime: scope.plain(props.runtime),
          Handler: scope.plain(props.handler),
          Role: scope.getAtt(lambda.id, 'Arn', 'role'),
          Code: codeFor(known(props.runtime) ?? '', known(props.handler) ?? '', scope),
          VpcConfig: isOutside(subnets, scope)
            ? undefined
            : {
                SubnetIds: subnets.flatMap((id) => scope.ref(id) ?? []),
                // Lambda wants a group to be named, the default one too.
                SecurityGroupIds: groups.length > 0 || defaultGroup === undefined ? groups : [defaultGroup],
              },
          Tags: scope.nameTags(lambda),
        },
      };
      yield {
        role: 'role',
        type: 'AWS::IAM::Role',
        properties: serviceRole(
          'lambda.amazonaws.com',
          `service-role/${isOutside(subnets, scope) ? 'AWSLambdaBasicExecutionRole' : 'AWSLambdaVPCAccessExecutionRole'}`,
        ),
      };
    },
    read(reader) {
      const vpc = reader.object('VpcConfig');
      const { own, others } = firstAndOthers(vpc?.refs('subnets', 'SubnetIds', ['subnet']) ?? {});
      return {
        parentId: own,
        props: {
          runtime: reader.text('runtime', 'Runtime', ''),
          handler: reader.text('handler', 'Handler', ''),
          subnets: others,
          securityGroups: vpc?.refs('securityGroups', 'SecurityGroupIds', ['security-group']) ?? {},
        },
      };
    },
  },
});

function asItIs(value: CfnValue): CfnValue {
  return value;
}

/** Whether it is in no VPC: it names no subnets, and stands in no VPC in which it lacks them. */
function isOutside(subnets: readonly ResourceId[], around: Surroundings): boolean {
  return subnets.length === 0 && around.ancestor('vpc') === undefined;
}

/** A function that does nothing, in the file that the handler names; code from S3 where a template cannot hold it. */
function codeFor(runtime: string, handler: string, scope: CfnWriteScope): CfnValue {
  const name = /^index\.([A-Za-z_]\w*)$/.exec(handler)?.[1];
  if (name !== undefined && runtime.startsWith('python'))
    return { ZipFile: `def ${name}(event, context):\n    return {"statusCode": 200}\n` };
  if (name !== undefined && runtime.startsWith('nodejs'))
    return { ZipFile: `exports.${name} = async () => ({ statusCode: 200 });\n` };
  return {
    S3Bucket: scope.parameter('CodeBucket', {
      Type: 'String',
      Description: 'The bucket with the code of the functions',
    }),
    S3Key: scope.parameter('CodeKey', { Type: 'String', Description: 'The key of the code in its bucket' }),
  };
}
