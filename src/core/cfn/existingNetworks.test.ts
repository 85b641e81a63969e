/** Templates for a network that exists already, which they name by a parameter, an import or an id. */
import { expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { flow } from '../../testing/facts';
import { compileNetwork, factsOf } from '../network/network';
import { validate } from '../rules/validate';
import { importTemplates } from './importTemplates';

const vpcs = [
  ['a parameter', '!Ref VpcId'],
  ['an import', '!ImportValue network-VpcId'],
  ['an id', 'vpc-0123456789abcdef0'],
] as const;

const template = (vpc: string): string => `Parameters:
  VpcId: {Type: AWS::EC2::VPC::Id}
Resources:
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: ${vpc}, CidrBlock: 10.0.1.0/24}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Server, VpcId: ${vpc}}
  Server:
    Type: AWS::EC2::Instance
    Properties: {ImageId: ami-0123456789abcdef0, SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Group]}
`;

test.each(vpcs)('a subnet without a table, in a VPC that is named by %s, may lead anywhere', (_, vpc) => {
  const { document } = importTemplates(catalog, [{ name: 'app.yaml', text: template(vpc) }]);
  const network = compileNetwork(factsOf(catalog, document));

  const { verdict, blockedBy, unknowns } = network.trace(flow('Server', 'internet'));

  expect({ verdict, blockedBy }).toEqual({ verdict: 'unknown', blockedBy: [] });
  expect(unknowns.map(({ en }) => en)).toEqual([
    expect.stringMatching(/^the main route table of .* is not in the design$/),
    expect.stringMatching(/^the default network ACL of .* is assumed to allow everything$/),
  ]);
});

test.each(vpcs)('no rule finds fault with what is not shown of a VPC that is named by %s', (_, vpc) => {
  const { document } = importTemplates(catalog, [{ name: 'app.yaml', text: template(vpc) }]);

  const { findings } = validate(catalog, rules, document);

  expect(findings.map(({ rule }) => rule)).toEqual([]);
});
