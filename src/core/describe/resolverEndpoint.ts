/** Resolver endpoints of both directions in the answers of AWS; their addresses have a call for each of them. */
import type { CfnValue } from '../cfn/template';
import {
  refsTo,
  refTo,
  type DescribeCall,
  type DescribedResource,
  type DescribeReadScope,
} from './describeMapping';
import { isGone, textIn, textsIn, type AwsRecord } from './record';

const addressesCall = 'route53resolver list-resolver-endpoint-ip-addresses';

export const resolverCalls: readonly DescribeCall[] = [
  { command: 'route53resolver list-resolver-endpoints', list: 'ResolverEndpoints', ids: 'rslvr-' },
  { command: addressesCall, list: 'IpAddresses', of: '--resolver-endpoint-id' },
];

export function* resolverEndpointIn(
  endpoint: AwsRecord,
  direction: 'INBOUND' | 'OUTBOUND',
  scope: DescribeReadScope,
): Generator<DescribedResource> {
  if (isGone(endpoint) || textIn(endpoint, 'Direction').toUpperCase() !== direction) return;
  const id = textIn(endpoint, 'Id');
  const addresses = scope.of('IpAddresses', endpoint);
  if (addresses === undefined) scope.lacks(addressesCall, id);
  yield {
    id,
    name: textIn(endpoint, 'Name') || id,
    // AWS describes the network interfaces of an endpoint by its id.
    also: scope
      .all('NetworkInterfaces')
      .filter((each) => textIn(each, 'Description').startsWith(`Route 53 Resolver: ${id}`))
      .map((each) => textIn(each, 'NetworkInterfaceId')),
    type: 'AWS::Route53Resolver::ResolverEndpoint',
    properties: {
      Direction: direction,
      ResolverEndpointType: textIn(endpoint, 'ResolverEndpointType') || undefined,
      IpAddresses: (addresses ?? [])
        .filter((each) => !isGone(each))
        .map((each): CfnValue => ({
          SubnetId: refTo(textIn(each, 'SubnetId')),
          Ip: textIn(each, 'Ip') || undefined,
        })),
      SecurityGroupIds: refsTo(textsIn(endpoint, 'SecurityGroupIds')),
      Tags: scope.tags(endpoint),
    },
    ...(addresses === undefined ? { says: { addresses: unknownAddresses(id) } } : {}),
  };
}

/** An endpoint has two addresses at least. */
function unknownAddresses(id: string): Readonly<Record<string, unknown>> {
  const unknown = {
    en: `the addresses of ${id} are not among the files (aws ${addressesCall})`,
    ja: `${id} の IP アドレスがファイルにありません (aws ${addressesCall})`,
  };
  const row = { subnet: { unknown }, ip: { unknown } };
  return { first: row, second: row };
}
