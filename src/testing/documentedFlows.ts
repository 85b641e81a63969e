/** Networks as answers of the AWS CLI that leave nothing open, and the verdicts of what is read from them. */
import { catalog } from '../aws';
import { compileNetwork, factsOf } from '../core/network/network';
import type { End } from '../core/network/trace';
import { readAnswers } from './documentedAnswers';

export const account = '123456789012';

export interface GivenVpc {
  /** `a` for vpc-0a, in which subnet-0a and i-0a are. */
  readonly name: string;
  readonly block: string;
  /** Of its main route table, beside the local one. */
  readonly routes?: readonly Readonly<Record<string, unknown>>[];
  readonly propagating?: readonly string[];
}

/** Each VPC with a subnet, an instance whose group lets everything in, an open ACL and a main route table. */
export function wholeVpcs(...given: readonly GivenVpc[]): Readonly<Record<string, unknown>> {
  const open = (side: 'IpPermissions' | 'IpPermissionsEgress') => ({
    [side]: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
  });
  const entry = (Egress: boolean) => ({
    CidrBlock: '0.0.0.0/0',
    Egress,
    Protocol: '-1',
    RuleAction: 'allow',
    RuleNumber: 100,
  });
  const attribute = (name: string) =>
    Object.fromEntries(
      given.map((vpc) => [
        `ec2-describe-vpc-attribute-${name}.vpc-0${vpc.name}`,
        { VpcId: `vpc-0${vpc.name}`, [name]: { Value: true } },
      ]),
    );
  return {
    vpcs: {
      Vpcs: given.map(({ name, block }) => ({ VpcId: `vpc-0${name}`, CidrBlock: block, OwnerId: account })),
    },
    subnets: {
      Subnets: given.map(({ name, block }) => ({
        SubnetId: `subnet-0${name}`,
        VpcId: `vpc-0${name}`,
        CidrBlock: block.replace(/0\/16$/, '0/24'),
        AvailabilityZone: 'ap-northeast-1a',
        OwnerId: account,
      })),
    },
    groups: {
      SecurityGroups: given.map(({ name }) => ({
        GroupId: `sg-0${name}`,
        GroupName: `open-${name}`,
        VpcId: `vpc-0${name}`,
        ...open('IpPermissions'),
        ...open('IpPermissionsEgress'),
      })),
    },
    acls: {
      NetworkAcls: given.map(({ name }) => ({
        NetworkAclId: `acl-0${name}`,
        VpcId: `vpc-0${name}`,
        IsDefault: true,
        Associations: [{ SubnetId: `subnet-0${name}` }],
        Entries: [entry(true), entry(false)],
      })),
    },
    tables: {
      RouteTables: given.map(({ name, block, routes = [], propagating = [] }) => ({
        RouteTableId: `rtb-0${name}`,
        VpcId: `vpc-0${name}`,
        Associations: [{ Main: true }],
        PropagatingVgws: propagating.map((GatewayId) => ({ GatewayId })),
        Routes: [
          { DestinationCidrBlock: block, GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
          ...routes.map((route) => ({ Origin: 'CreateRoute', State: 'active', ...route })),
        ],
      })),
    },
    instances: {
      Reservations: given.map(({ name, block }) => ({
        Instances: [
          {
            InstanceId: `i-0${name}`,
            InstanceType: 't3.micro',
            State: { Name: 'running' },
            SubnetId: `subnet-0${name}`,
            VpcId: `vpc-0${name}`,
            PrivateIpAddress: block.replace(/0\/16$/, '10'),
            SecurityGroups: [{ GroupId: `sg-0${name}` }],
            NetworkInterfaces: [],
          },
        ],
      })),
    },
    ...attribute('EnableDnsSupport'),
    ...attribute('EnableDnsHostnames'),
  };
}

/** `to`: an id, an address, or `internet`; over TCP to 443 where no other port is said. */
export function verdictOf(
  answers: Readonly<Record<string, unknown>>,
  from: string,
  to: string,
  { protocol = 'tcp', port = 443 }: { protocol?: 'tcp' | 'udp'; port?: number } = {},
): string {
  const { document } = readAnswers(answers);
  const end = (text: string): End =>
    text === 'internet'
      ? { internet: true }
      : document.resources.has(text)
        ? { resource: text }
        : { address: text };
  const network = compileNetwork(factsOf(catalog, document));
  const trace = network.trace({ from: end(from), to: end(to), protocol, port, sourcePort: null });
  const [first] = trace.blockedBy;
  return first === undefined ? trace.verdict : `${trace.verdict}: ${first.code}`;
}
