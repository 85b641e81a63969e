/** Unmodelled types that say of a drawn resource what it does not say itself. */
import type { UnmodelledType } from './entry';

export const elsewhere: readonly UnmodelledType[] = [
  {
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html
    types: ['AWS::EC2::Instance'],
    what: {
      en: 'what an instance takes from a launch template that is in no file',
      ja: 'ファイルに含まれない起動テンプレートからインスタンスが受け継ぐ設定',
    },
    consequence: 'unknown',
    ofDrawn: true,
    *effects({ id, logicalId, reader, named }) {
      // A launch template of the files belongs to the instance, and is read with it.
      if (id === null || !reader.has('LaunchTemplate') || named('LaunchTemplate').length > 0) return;
      yield {
        on: [id],
        effect: { is: 'interface' },
        says: {
          en: `the launch template of ${logicalId} is not in the files`,
          ja: `${logicalId} の起動テンプレートがファイルに含まれていません`,
        },
      };
    },
  },
  {
    types: ['AWS::EC2::EIPAssociation'],
    what: {
      en: 'Elastic IP addresses whose association cannot be followed',
      ja: '関連付け先をたどれない Elastic IP アドレス',
    },
    consequence: 'unknown',
    ofDrawn: true,
    *effects({ id, logicalId, named }) {
      if (id !== null) return;
      yield {
        on: [...named('InstanceId'), ...named('NetworkInterfaceId')],
        effect: { is: 'public-address' },
        says: {
          en: `whether ${logicalId} gives it a public address is not known here`,
          ja: `${logicalId} によってパブリックアドレスが付くかどうかは、ここではわかりません`,
        },
      };
    },
  },
  {
    types: ['AWS::EC2::VPCGatewayAttachment'],
    what: {
      en: 'internet gateways of elsewhere that are attached to a VPC of the files',
      ja: 'ファイル外のインターネットゲートウェイのアタッチ',
    },
    consequence: 'unknown',
    ofDrawn: true,
    *effects({ id, logicalId, reader, named }) {
      if (id !== null || !reader.has('InternetGatewayId')) return;
      yield {
        on: named('VpcId'),
        effect: { is: 'internet-gateway' },
        says: {
          en: `${logicalId} attaches an internet gateway that is not in the files`,
          ja: `${logicalId} は、ファイルに含まれないインターネットゲートウェイをアタッチします`,
        },
      };
    },
  },
  {
    types: ['AWS::EC2::SubnetCidrBlock'],
    what: {
      en: 'IPv6 blocks that a subnet gets from a resource of its own',
      ja: '別のリソースでサブネットに関連付けた IPv6 CIDR ブロック',
    },
    consequence: 'unknown',
    *effects({ logicalId, named }) {
      yield {
        on: named('SubnetId'),
        effect: { is: 'ipv6' },
        says: {
          en: `the IPv6 block that ${logicalId} gives the subnet is not read`,
          ja: `${logicalId} がサブネットに関連付ける IPv6 CIDR ブロックは読み取っていません`,
        },
      };
    },
  },
  {
    types: ['AWS::EC2::NetworkInterfaceAttachment'],
    what: {
      en: 'further network interfaces of an instance',
      ja: 'インスタンスの 2 つ目以降のネットワークインターフェイス',
    },
    consequence: 'assumed',
    *effects({ logicalId, named }) {
      yield {
        on: named('InstanceId'),
        effect: { is: 'assumed' },
        says: {
          en: `${logicalId} attaches another network interface, which is not followed`,
          ja: `${logicalId} がアタッチする別のネットワークインターフェイスは追跡していません`,
        },
      };
    },
  },
  {
    types: ['AWS::EC2::SecurityGroupVpcAssociation'],
    what: {
      en: 'security groups that are associated with a second VPC',
      ja: '2 つ目の VPC に関連付けたセキュリティグループ',
    },
    consequence: 'assumed',
    *effects({ logicalId, named }) {
      yield {
        on: named('GroupId'),
        effect: { is: 'assumed' },
        says: {
          en: `the security group is used in its own VPC only; ${logicalId} is not analysed`,
          ja: `セキュリティグループは元の VPC でのみ使うものとします。${logicalId} は解析していません`,
        },
      };
    },
  },
  {
    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-encryption-controls.html
    types: ['AWS::EC2::VPCEncryptionControl'],
    what: { en: 'VPC encryption controls', ja: 'VPC 暗号化コントロール' },
    consequence: 'assumed',
    *effects({ logicalId, reader, named }) {
      if (reader.raw('Mode') === 'monitor') return;
      yield {
        on: named('VpcId'),
        effect: { is: 'assumed' },
        says: {
          en: `all that stands in the VPC is taken to encrypt as ${logicalId} asks for`,
          ja: `VPC 内のリソースは ${logicalId} が求める暗号化に対応しているものとします`,
        },
      };
    },
  },
  {
    types: ['AWS::GlobalAccelerator::EndpointGroup', 'AWS::CloudFront::VpcOrigin'],
    what: {
      en: 'what comes in through Global Accelerator or a CloudFront VPC origin',
      ja: 'Global Accelerator や CloudFront VPC オリジンを経由する受信トラフィック',
    },
    consequence: 'assumed',
    *effects({ logicalId, named }) {
      yield {
        on: named(),
        effect: { is: 'assumed' },
        says: {
          en: `what comes in through ${logicalId} is not followed`,
          ja: `${logicalId} を経由する受信トラフィックは追跡していません`,
        },
      };
    },
  },
];
