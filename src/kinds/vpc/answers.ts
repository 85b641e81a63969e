/** A VPC as AWS answers for it, with what AWS makes along with it: a default group, a default ACL and a main route table. */
import type { Resource } from '../../core/model/document';
import { known } from '../../core/model/value';
import { writesAnswers, type AnswerRecord, type AnswerScope } from '../../core/describe/answerWriting';

export default writesAnswers({
  kind: 'vpc',
  id: 'vpc-',
  write(vpc, scope) {
    const { props } = vpc;
    const id = scope.id(vpc.id);
    const cidr = known(props.cidr);
    const blocks = [cidr, ...Object.values(props.secondaryCidrs).map((row) => known(row.cidr))].flatMap(
      (block) => (block === undefined || block === '' ? [] : [block]),
    );
    const servers = known(props.dnsServers) ?? '';
    const options = servers === '' ? scope.made('dopt-', 'default') : scope.made('dopt-', vpc.id);
    scope.add('Vpcs', {
      CidrBlock: cidr === '' ? undefined : cidr,
      CidrBlockAssociationSet: blocks.map((CidrBlock) => ({
        AssociationId: scope.made('vpc-cidr-assoc-', `${vpc.id} ${CidrBlock}`),
        CidrBlock,
        CidrBlockState: { State: 'associated' },
      })),
      DhcpOptionsId: options,
      InstanceTenancy: 'default',
      Ipv6CidrBlockAssociationSet:
        props.ipv6 === true
          ? [
              {
                AssociationId: scope.made('vpc-cidr-assoc-', `${vpc.id} ipv6`),
                Ipv6CidrBlock: '2001:db8:1234:1a00::/56',
                Ipv6CidrBlockState: { State: 'associated' },
                Ipv6Pool: 'Amazon',
              },
            ]
          : [],
      IsDefault: false,
      OwnerId: scope.account,
      State: 'available',
      Tags: scope.tags(vpc),
      VpcId: id,
    });
    for (const [name, value] of [
      ['EnableDnsSupport', known(props.dnsSupport)],
      ['EnableDnsHostnames', known(props.dnsHostnames)],
    ] as const)
      if (value !== undefined) scope.add(name, { VpcId: id, [name]: { Value: value } }, id);
    const listed = servers === '' ? ['AmazonProvidedDNS'] : servers.split(/[\s,]+/);
    scope.addOnce('DhcpOptions', options, {
      DhcpConfigurations: [{ Key: 'domain-name-servers', Values: listed.map((Value) => ({ Value })) }],
      DhcpOptionsId: options,
      OwnerId: scope.account,
      Tags: [],
    });
    const exclusion = known(props.publicAccess) ?? 'none';
    if (exclusion !== 'none')
      scope.add('VpcBlockPublicAccessExclusions', {
        ExclusionId: scope.made('vpcbpa-exclude-', vpc.id),
        InternetGatewayExclusionMode: exclusion,
        ResourceArn: scope.arn('ec2', `vpc/${id}`),
        State: 'create-complete',
      });
    defaultGroup(vpc, scope);
    defaultAcl(vpc, scope);
    mainTable(vpc, blocks, scope);
  },
});

/** It lets its own members in, and everything out. */
function defaultGroup(vpc: Resource<'vpc'>, scope: AnswerScope): void {
  if (scope.within('security-group', vpc.id).some(({ name }) => name === 'default')) return;
  const GroupId = scope.made('sg-', `default of ${vpc.id}`);
  scope.add('SecurityGroups', {
    Description: 'default VPC security group',
    GroupId,
    GroupName: 'default',
    IpPermissions: [
      {
        IpProtocol: '-1',
        IpRanges: [],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [{ GroupId, UserId: scope.account }],
      },
    ],
    IpPermissionsEgress: [
      {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: '0.0.0.0/0' }],
        Ipv6Ranges: vpc.props.ipv6 === true ? [{ CidrIpv6: '::/0' }] : [],
        PrefixListIds: [],
        UserIdGroupPairs: [],
      },
    ],
    OwnerId: scope.account,
    SecurityGroupArn: scope.arn('ec2', `security-group/${GroupId}`),
    Tags: [],
    VpcId: scope.id(vpc.id),
  });
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html */
function defaultAcl(vpc: Resource<'vpc'>, scope: AnswerScope): void {
  if (scope.within('network-acl', vpc.id).some(({ props }) => props.isDefault === true)) return;
  const NetworkAclId = scope.made('acl-', `default of ${vpc.id}`);
  const families = [
    { block: { CidrBlock: '0.0.0.0/0' }, number: 100, last: 32767 },
    ...(vpc.props.ipv6 === true ? [{ block: { Ipv6CidrBlock: '::/0' }, number: 101, last: 32768 }] : []),
  ];
  scope.add('NetworkAcls', {
    Associations: scope
      .within('subnet', vpc.id)
      .filter(({ props }) => props.networkAcl === null)
      .map(({ id }) => ({
        NetworkAclAssociationId: scope.made('aclassoc-', id),
        NetworkAclId,
        SubnetId: scope.id(id),
      })),
    Entries: [true, false].flatMap((Egress) =>
      families.flatMap(({ block, number, last }): AnswerRecord[] => [
        { ...block, Egress, Protocol: '-1', RuleAction: 'allow', RuleNumber: number },
        { ...block, Egress, Protocol: '-1', RuleAction: 'deny', RuleNumber: last },
      ]),
    ),
    IsDefault: true,
    NetworkAclId,
    OwnerId: scope.account,
    Tags: [],
    VpcId: scope.id(vpc.id),
  });
}

function mainTable(vpc: Resource<'vpc'>, blocks: readonly string[], scope: AnswerScope): void {
  if (scope.within('route-table', vpc.id).some(({ props }) => props.main === true)) return;
  const RouteTableId = scope.made('rtb-', `main of ${vpc.id}`);
  scope.add('RouteTables', {
    Associations: [
      {
        AssociationState: { State: 'associated' },
        Main: true,
        RouteTableAssociationId: scope.made('rtbassoc-', `main of ${vpc.id}`),
        RouteTableId,
      },
    ],
    OwnerId: scope.account,
    PropagatingVgws: [],
    RouteTableId,
    Routes: blocks.map((DestinationCidrBlock) => ({
      DestinationCidrBlock,
      GatewayId: 'local',
      Origin: 'CreateRouteTable',
      State: 'active',
    })),
    Tags: [],
    VpcId: scope.id(vpc.id),
  });
}
