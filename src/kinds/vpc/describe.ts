/** VPCs in the answers of AWS: their DNS attributes, DHCP options and exclusions have calls of their own. */
import {
  describes,
  refTo,
  type DescribedResource,
  type DescribeReadScope,
} from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, partIn, textIn, textsIn, type AwsRecord } from '../../core/describe/record';
import { regionOf } from '../../core/describe/readScope';
import type { Words } from '../../lib/words';

export default describes({
  kind: 'vpc',
  calls: [
    { command: 'ec2 describe-vpcs', list: 'Vpcs', ids: 'vpc-' },
    { command: 'ec2 describe-dhcp-options', list: 'DhcpOptions' },
    { command: 'ec2 describe-vpc-block-public-access-exclusions', list: 'VpcBlockPublicAccessExclusions' },
    {
      command: 'ec2 describe-vpc-attribute --attribute enableDnsSupport',
      list: 'EnableDnsSupport',
      of: '--vpc-id',
    },
    {
      command: 'ec2 describe-vpc-attribute --attribute enableDnsHostnames',
      list: 'EnableDnsHostnames',
      of: '--vpc-id',
    },
  ],
  reads: {
    *Vpcs(vpc, scope) {
      const id = textIn(vpc, 'VpcId');
      const region = networkRegion(id, scope);
      yield {
        id,
        ...(region === undefined ? {} : { region }),
        type: 'AWS::EC2::VPC',
        properties: { CidrBlock: textIn(vpc, 'CidrBlock') || undefined, Tags: scope.tags(vpc) },
        says: {
          dnsSupport: attribute(id, 'EnableDnsSupport', scope),
          dnsHostnames: attribute(id, 'EnableDnsHostnames', scope),
          ...dnsServers(textIn(vpc, 'DhcpOptionsId'), scope),
          ...exclusion(`vpc/${id}`, scope),
        },
      };
      yield* furtherBlocks(id, vpc);
    },
  },
});

function* furtherBlocks(id: string, vpc: AwsRecord): Generator<DescribedResource> {
  const type = 'AWS::EC2::VPCCidrBlock';
  const blocks = listIn(vpc, 'CidrBlockAssociationSet')
    .filter((each) => !isGone(partIn(each, 'CidrBlockState')))
    .map((each) => textIn(each, 'CidrBlock'))
    .filter((block) => block !== '' && block !== textIn(vpc, 'CidrBlock'));
  for (const [index, CidrBlock] of blocks.entries())
    yield { id: `${id}-block-${index + 1}`, type, properties: { VpcId: refTo(id), CidrBlock } };
  const ipv6 = listIn(vpc, 'Ipv6CidrBlockAssociationSet').filter(
    (each) => !isGone(partIn(each, 'Ipv6CidrBlockState')),
  );
  for (const [index, each] of ipv6.entries())
    yield {
      id: `${id}-ipv6-${index + 1}`,
      type,
      properties: { VpcId: refTo(id), Ipv6CidrBlock: textIn(each, 'Ipv6CidrBlock') },
    };
}

function attribute(
  id: string,
  name: 'EnableDnsSupport' | 'EnableDnsHostnames',
  scope: DescribeReadScope,
): boolean | { readonly unknown: Words } {
  const found = scope.where(name, 'VpcId', id).map((each) => flagIn(partIn(each, name), 'Value'))[0];
  if (found !== undefined) return found;
  const word = name.charAt(0).toLowerCase() + name.slice(1);
  const command = `ec2 describe-vpc-attribute --attribute ${word}`;
  scope.lacks(command, id);
  return {
    unknown: {
      en: `${word} of ${id} is not among the files (aws ${command})`,
      ja: `${id} の ${word} がファイルにありません (aws ${command})`,
    },
  };
}

/** Amazon's own server has a name, and is none of those that are named. */
function dnsServers(id: string, scope: DescribeReadScope): Readonly<Record<string, unknown>> {
  if (id === '' || id === 'default') return {};
  const [options] = scope.where('DhcpOptions', 'DhcpOptionsId', id);
  if (options === undefined) {
    scope.lacks('ec2 describe-dhcp-options');
    return {
      dnsServers: {
        unknown: {
          en: `the DHCP option set ${id} is not among the files (aws ec2 describe-dhcp-options)`,
          ja: `DHCP オプションセット ${id} がファイルにありません (aws ec2 describe-dhcp-options)`,
        },
      },
    };
  }
  const servers = listIn(options, 'DhcpConfigurations')
    .filter((each) => textIn(each, 'Key') === 'domain-name-servers')
    .flatMap((each) => [
      ...listIn(each, 'Values').map((value) => textIn(value, 'Value')),
      ...textsIn(each, 'Values'),
    ]);
  return { dnsServers: servers.filter((server) => server !== 'AmazonProvidedDNS').join(', ') };
}

function exclusion(resource: string, scope: DescribeReadScope): Readonly<Record<string, unknown>> {
  const found = scope
    .all('VpcBlockPublicAccessExclusions')
    .find((each) => textIn(each, 'ResourceArn').endsWith(`:${resource}`) && !isGone(each));
  return found === undefined ? {} : { publicAccess: textIn(found, 'InternetGatewayExclusionMode') };
}

/** A record of a VPC does not say its Region; what stands in it does, and so does a peering connection. */
function networkRegion(id: string, scope: DescribeReadScope): string | undefined {
  for (const list of ['Subnets', 'SecurityGroups', 'NetworkInterfaces'])
    for (const record of scope.where(list, 'VpcId', id)) {
      const region = regionOf(record);
      if (region !== undefined) return region;
    }
  for (const peering of scope.all('VpcPeeringConnections'))
    for (const side of [partIn(peering, 'AccepterVpcInfo'), partIn(peering, 'RequesterVpcInfo')])
      if (textIn(side, 'VpcId') === id && textIn(side, 'Region') !== '') return textIn(side, 'Region');
  return undefined;
}
