/**
 * VPC Block Public Access: a switch for the whole Region and account that keeps traffic between VPCs and the internet from
 * passing internet gateways and egress-only ones, whatever routes and security groups say. What a VPC or a subnet is
 * allowed nevertheless (an exclusion) is a property of that VPC or subnet. Drawn as a chip on the Region's title line.
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 */
import { defineKind } from '../../core/catalog/kind';
import { oneOf } from '../../core/cfn/oneOf';
import { isUnknown, type Value } from '../../core/model/value';
import type { PublicAccessMode } from '../../core/network/facts';
import { publicAccessModes } from '../../core/network/facts';
import type { Words } from '../../lib/words';

interface PublicAccessBlockProps {
  readonly mode: Value<PublicAccessMode>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'public-access-block': PublicAccessBlockProps;
  }
}

const modes: Readonly<Record<PublicAccessMode, Words>> = {
  off: { en: 'Off', ja: 'オフ' },
  'block-bidirectional': { en: 'Bidirectional', ja: '双方向' },
  'block-ingress': { en: 'Ingress-only', ja: 'イングレスのみ' },
};

export default defineKind({
  kind: 'public-access-block',
  label: { en: 'VPC Block Public Access', ja: 'VPC ブロックパブリックアクセス' },
  summary: {
    en: 'Keeps the VPCs of the Region off the internet, whatever routes say',
    ja: 'ルートの設定にかかわらず、リージョン内の VPC とインターネットの通信を遮断します',
  },
  group: 'network',
  rank: 2,
  icon: null,
  defaultName: 'BlockPublicAccess',
  parents: ['region'],
  shape: { as: 'chip' },
  fields: {
    mode: {
      control: 'choice',
      label: { en: 'Direction that is blocked', ja: 'ブロックの方向' },
      help: {
        en: 'Ingress-only lets NAT gateways and egress-only internet gateways send; off is the same as not to draw it',
        ja: '「イングレスのみ」では、NAT ゲートウェイと Egress-Only インターネットゲートウェイからの送信は許可されます。「オフ」は何も置かないのと同じです',
      },
      property: 'InternetGatewayBlockMode',
      default: 'block-bidirectional',
      options: () => publicAccessModes.map((value) => ({ value, label: modes[value] })),
    },
  },
  *facts({ id, props }, { region }) {
    yield { fact: 'public-access-block', by: id, region, mode: props.mode };
  },
  cfn: {
    types: ['AWS::EC2::VPCBlockPublicAccessOptions'],
    *write({ props }, scope) {
      yield {
        role: '',
        type: 'AWS::EC2::VPCBlockPublicAccessOptions',
        properties: { InternetGatewayBlockMode: scope.plain(props.mode) },
      };
    },
    read(reader) {
      const text = reader.text('mode', 'InternetGatewayBlockMode', '');
      const mode = oneOf(text, publicAccessModes, 'off');
      if (isUnknown(text) || mode === text) return { parentId: null, props: { mode } };
      const message: Words = {
        en: `InternetGatewayBlockMode of ${reader.logicalId} must be block-bidirectional or block-ingress, not “${text}”`,
        ja: `${reader.logicalId} の InternetGatewayBlockMode には block-bidirectional か block-ingress を指定してください (「${text}」は指定できません)`,
      };
      if (text !== '') reader.report('error', message, 'InternetGatewayBlockMode');
      return { parentId: null, props: { mode: { unknown: message } } };
    },
  },
});
