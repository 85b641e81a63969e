/**
 * The names that EC2 gives to instances: from the private address (`ip-10-0-0-5.ec2.internal` in us-east-1,
 * `ip-10-0-0-5.<region>.compute.internal` elsewhere), from the instance's id, and from the public address.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-dns.html
 */
import { addressOf } from '../../../lib/cidr';
import type { Address } from '../../../lib/cidr';

/** The domain of the private names of a Region's instances. */
export function instanceDomain(region: string): string {
  return region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
}

/** The Region in whose domain of private names a host lies; undefined for all other names. */
export function regionOfInstanceName(host: string): string | undefined {
  if (host === 'ec2.internal' || host.endsWith('.ec2.internal')) return 'us-east-1';
  const region = /(?:^|\.)([a-z]{2}(?:-[a-z]+)+-\d+)\.compute\.internal$/.exec(host)?.[1];
  return region === 'us-east-1' ? undefined : region;
}

/** The private address that an instance's name is made of; `by-id` for a name made of its id. */
export function addressInName(host: string): Address | 'by-id' | undefined {
  const [label = ''] = host.split('.');
  if (/^i-[0-9a-f]{8,17}$/.test(label)) return 'by-id';
  return dashed(/^ip-(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})$/.exec(label)?.[1]);
}

/** The address in a public name such as `ec2-203-0-113-25.<region>.compute.amazonaws.com`. */
export function publicAddressInName(host: string): Address | undefined {
  const match =
    /^ec2-(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})\.(?:compute-1|[a-z]{2}(?:-[a-z]+)+-\d+\.compute)\.amazonaws\.com(?:\.cn)?$/.exec(
      host,
    );
  return dashed(match?.[1]);
}

function dashed(text: string | undefined): Address | undefined {
  const address = text === undefined ? undefined : addressOf(text.replaceAll('-', '.'));
  return address?.family === 4 ? address : undefined;
}
