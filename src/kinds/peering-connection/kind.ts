/**
 * A VPC peering connection joins two VPCs whose addresses do not overlap, so that an interface of one reaches an interface
 * of the other by its private address; both VPCs need a route to it. Drawn in the Region beside the VPCs, with a line to
 * each. Which names are answered with private addresses is an option that CloudFormation cannot set: it is kept in the
 * diagram only.
 * https://docs.aws.amazon.com/vpc/latest/peering/what-is-vpc-peering.html
 */
import { defineKind, type Surroundings } from '../../core/catalog/kind';
import { accepterAccountField, accepterRegionField } from '../../core/catalog/peeringFields';
import { askedFor } from '../../core/cfn/askedFor';
import type { CfnReader, CfnWriteScope } from '../../core/cfn/mapping';
import { otherRegion } from '../../core/cfn/otherRegion';
import { isOwnAccount } from '../../core/cfn/ownAccount';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Value } from '../../core/model/value';
import { blockTakenOf } from '../../lib/blockTaken';
import { overlaps, type Block } from '../../lib/cidr';

interface PeeringConnectionProps {
  readonly requester: Value<ResourceId | null>;
  /** Null: it is not drawn. */
  readonly accepter: Value<ResourceId | null>;
  /**
   * Whether the request is accepted. CloudFormation accepts it by itself within one account, and in another account with
   * a role there.
   */
  readonly accepted: Value<boolean>;
  /** Whether host names of that side are answered with its private addresses when the other side asks. */
  readonly requesterDns: Value<boolean>;
  readonly accepterDns: Value<boolean>;
  /** The account of the accepter; empty for the requester's own. */
  readonly accepterAccount: Value<string>;
  /** The Region of the accepter; empty for the one that it is drawn in. */
  readonly accepterRegion: Value<string>;
  /** The ARN of the role that accepts the request in the other account. */
  readonly role: Value<string>;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'peering-connection': PeeringConnectionProps;
  }
}

export default defineKind({
  kind: 'peering-connection',
  label: { en: 'VPC peering connection', ja: 'VPC ピアリング接続' },
  summary: {
    en: 'Joins two VPCs by their private addresses',
    ja: '2 つの VPC をプライベートアドレスで接続します',
  },
  group: 'gateways',
  rank: 2,
  icon: 'resource/AmazonVPCPeeringConnection',
  defaultName: 'PeeringConnection',
  parents: ['region', 'canvas'],
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    requester: {
      control: 'ref',
      kinds: ['vpc'],
      label: { en: 'Requester VPC', ja: 'リクエスタ VPC' },
      property: 'VpcId',
      default: null,
      none: { en: 'Not chosen', ja: '未選択' },
      drawn: true,
    },
    accepter: {
      control: 'ref',
      kinds: ['vpc'],
      label: { en: 'Accepter VPC', ja: 'アクセプタ VPC' },
      property: 'PeerVpcId',
      default: null,
      none: { en: 'Not in this diagram', ja: 'この図にない VPC' },
      drawn: true,
    },
    accepted: {
      control: 'toggle',
      label: { en: 'Request accepted', ja: 'リクエストを承諾済み' },
      help: {
        en: 'CloudFormation accepts it by itself within one account; in another account, with a role there',
        ja: '同じアカウント内では CloudFormation が自動的に承諾します。別のアカウントの場合は、そのアカウントのロールが必要です',
      },
      default: true,
    },
    requesterDns: {
      control: 'toggle',
      label: { en: 'Requester DNS resolution', ja: 'リクエスタの DNS 解決' },
      help: {
        en: 'Answers queries of the accepter VPC for public host names with private addresses',
        ja: 'アクセプタ VPC からのパブリックホスト名の問い合わせに、プライベートアドレスで応答します',
      },
      default: false,
      advanced: true,
    },
    accepterDns: {
      control: 'toggle',
      label: { en: 'Accepter DNS resolution', ja: 'アクセプタの DNS 解決' },
      help: {
        en: 'Answers queries of the requester VPC for public host names with private addresses',
        ja: 'リクエスタ VPC からのパブリックホスト名の問い合わせに、プライベートアドレスで応答します',
      },
      default: false,
      advanced: true,
    },
    accepterAccount: {
      ...accepterAccountField,
      help: { en: 'Empty for the requester’s own account', ja: 'リクエスタと同じアカウントの場合は空欄' },
      property: 'PeerOwnerId',
    },
    accepterRegion: accepterRegionField,
    role: {
      control: 'text',
      label: { en: 'Accepting role (ARN)', ja: '承諾に使うロール (ARN)' },
      help: {
        en: 'A role of the other account with which CloudFormation accepts the request',
        ja: 'CloudFormation がリクエストの承諾に使う、相手アカウントのロール',
      },
      property: 'PeerRoleArn',
      default: '',
      advanced: true,
    },
  },
  look({ props }) {
    const account = known(props.accepterAccount) ?? '?';
    return {
      ...(account === '' ? {} : { detail: account }),
      ...(props.accepted === false ? { badge: { en: 'Pending', ja: '承諾待ち' } } : {}),
    };
  },
  propose: proposedSides,
  tidy: () => ({ column: '11', row: 1 }),
  *facts({ id, props }) {
    yield {
      fact: 'peering',
      by: id,
      requester: props.requester,
      accepter: props.accepter,
      accepterRegion: props.accepterRegion === '' ? null : props.accepterRegion,
      accepted: props.accepted,
      answersPeer: { requester: props.requesterDns, accepter: props.accepterDns },
    };
  },
  cfn: {
    types: ['AWS::EC2::VPCPeeringConnection'],
    *write(connection, scope) {
      const { props } = connection;
      const isForeign = props.accepterAccount !== '';
      yield {
        role: '',
        type: 'AWS::EC2::VPCPeeringConnection',
        properties: {
          VpcId: vpcRef(connection, props.requester, 'VpcId', scope),
          PeerVpcId: vpcRef(connection, props.accepter, 'PeerVpcId', scope),
          PeerOwnerId: scope.plain(props.accepterAccount),
          PeerRegion: peerRegion(connection, scope),
          // Without a role nobody accepts the request in another account, and the stack fails.
          PeerRoleArn:
            isForeign && props.accepted === true && props.role === ''
              ? askedFor(
                  connection,
                  'PeerRoleArn',
                  'The ARN of the role that accepts the peering in the other account',
                  scope,
                )
              : scope.plain(props.role),
          Tags: scope.nameTags(connection),
        },
      };
    },
    read(reader, scope) {
      const account = isOwnAccount(reader, 'PeerOwnerId')
        ? ''
        : reader.text('accepterAccount', 'PeerOwnerId', '');
      const region = reader.text('accepterRegion', 'PeerRegion', '');
      return {
        parentId: null,
        props: {
          requester: reader.ref('requester', 'VpcId', ['vpc']),
          accepter: reader.ref('accepter', 'PeerVpcId', ['vpc']),
          accepted: accepts(account, reader),
          requesterDns: false,
          accepterDns: false,
          accepterAccount: account,
          accepterRegion: region === scope.region ? '' : region,
          role: reader.text('role', 'PeerRoleArn', ''),
        },
      };
    },
  },
});

/** The first two VPCs that could be peered and are not yet; the only one there is, as the one that asks. */
function proposedSides(
  connection: Resource<'peering-connection'>,
  around: Surroundings,
): { readonly requester?: ResourceId; readonly accepter?: ResourceId } {
  const others = around.all('peering-connection').filter(({ id }) => id !== connection.id);
  const isTaken = (a: ResourceId, b: ResourceId): boolean =>
    others.some(
      ({ props: { requester, accepter } }) =>
        (requester === a && accepter === b) || (requester === b && accepter === a),
    );
  const all = around.all('vpc');
  // A design of hundreds of VPCs is not searched to its end for a proposal.
  const vpcs = all.slice(0, 30);
  for (const [index, one] of vpcs.entries())
    for (const other of vpcs.slice(index + 1))
      if (!isTaken(one.id, other.id) && areApart(one, other))
        return { requester: one.id, accepter: other.id };
  const [only] = all;
  return only === undefined || all.length > 1 ? {} : { requester: only.id };
}

function areApart(a: Resource<'vpc'>, b: Resource<'vpc'>): boolean {
  return blocksOf(a).every((one) => blocksOf(b).every((other) => !overlaps(one, other)));
}

function blocksOf({ props }: Resource<'vpc'>): readonly Block[] {
  const written = [props.cidr, ...Object.values(props.secondaryCidrs).map(({ cidr }) => cidr)];
  return written.flatMap((cidr) => blockTakenOf(known(cidr) ?? '') ?? []);
}

/** A VPC that the template does not have is asked for. */
function vpcRef(
  connection: Resource<'peering-connection'>,
  vpc: Value<ResourceId | null>,
  side: 'VpcId' | 'PeerVpcId',
  scope: CfnWriteScope,
): CfnValue {
  const description =
    side === 'VpcId'
      ? 'The ID of the VPC that asks for the peering connection'
      : 'The ID of the VPC to peer with';
  return scope.ref(known(vpc) ?? null) ?? askedFor(connection, side, description, scope);
}

/** The Region as chosen, else that of the box around the accepter where it is another one. */
function peerRegion({ props }: Resource<'peering-connection'>, scope: CfnWriteScope): CfnValue | undefined {
  if (props.accepterRegion !== '') return scope.plain(props.accepterRegion);
  return otherRegion(known(props.accepter) ?? null, known(props.requester) ?? null, scope);
}

/**
 * Whether CloudFormation gets the request accepted: within one account by itself, in another one with a role there.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html
 */
function accepts(account: Value<string>, reader: CfnReader): Value<boolean> {
  if (account === '' || reader.has('PeerRoleArn')) return true;
  return isUnknown(account) ? account : false;
}
