/**
 * The names of AWS services: the short one (`s3`), the full one of an endpoint service (`com.amazonaws.<region>.s3`),
 * and the default DNS name (`s3.<region>.amazonaws.com`).
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
import type { Family } from '../../lib/cidr';
import { globalNames, isDocumentedService } from './naming/documentedServices';
import { isWithin, normalHost } from './naming/hostNames';

export interface ServiceName {
  /** `s3`, `ecr.api` */
  readonly short: string;
  readonly region: string;
}

/** GE1 */
const withGatewayEndpoint = ['s3', 'dynamodb', 's3express'];

/** Host names that are not the short name with its parts turned round. */
const hosts: Readonly<Record<string, string>> = {
  'kinesis-streams': 'kinesis',
  'kinesis-firehose': 'firehose',
  'ecs-agent': 'ecs-a',
  'ecs-telemetry': 'ecs-t',
  'codeartifact.api': 'codeartifact',
  'codeartifact.repositories': 'd.codeartifact',
  'git-codecommit': 'git-codecommit',
  s3express: 's3express-control',
};
const shortOfHost: ReadonlyMap<string, string> = new Map([
  ...Object.entries(hosts).map(([short, host]) => [host, short] as const),
  ['s3-control', 's3'],
  ['s3-accesspoint', 's3'],
]);

/** Families of service names that are made in another way: `aws.sagemaker.<region>.notebook`, `aws.api.<region>.qbusiness`. */
const otherFamily = /^aws\.([a-z]+)\.([a-z]{2}(?:-[a-z]+)+-\d+|global)\.(.+)$/;

/** The full name of a service: as given when it is one already. */
export function fullServiceName(short: string, region: string): string {
  if (serviceNamed(short) !== undefined || isFullName(short)) return short;
  if (globalNames.has(short)) return `com.amazonaws.${short}`;
  return `${region.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.${region}.${short}`;
}

function isFullName(name: string): boolean {
  return otherFamily.test(name) || /^(?:cn\.)?com\.amazonaws\./.test(name);
}

export function serviceNamed(full: string): ServiceName | undefined {
  const match = /^(?:cn\.)?com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d+)\.(.+)$/.exec(full);
  const [, region, short] = match ?? [];
  return region === undefined || short === undefined ? undefined : { region, short };
}

/**
 * The prefix list of AWS's own that holds the addresses of a service that has gateway endpoints; null for others. A list
 * is of one family: those of IPv6 are named as AWS names the ones it documents (`com.amazonaws.<region>.ipv6.vpc-lattice`).
 * https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export function prefixListOf(full: string, family: Family): string | null {
  const name = serviceNamed(full);
  if (name === undefined || !hasGatewayEndpoint(full)) return null;
  return family === 4 ? full : fullServiceName(`ipv6.${name.short}`, name.region);
}

/**
 * Whether a name of a service has IPv6 addresses too: `s3.dualstack.<region>.amazonaws.com`, `dynamodb.<region>.api.aws`.
 * Default names are taken to have IPv4 addresses only, as that of S3 has.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/dual-stack-endpoints.html
 */
export function isDualStackHost(host: string): boolean {
  const plain = normalHost(host);
  return /(^|\.)dualstack\./.test(plain) || isWithin(plain, 'api.aws');
}

export function hasGatewayEndpoint(full: string): boolean {
  const name = serviceNamed(full);
  return name !== undefined && withGatewayEndpoint.includes(name.short);
}

/** The default DNS name: `s3.ap-northeast-1.amazonaws.com`, `api.ecr.ap-northeast-1.amazonaws.com`. */
export function hostOf(full: string): string {
  const name = serviceNamed(full);
  if (name === undefined) {
    const [, family, region, service] = otherFamily.exec(full) ?? [];
    if (family !== undefined)
      return `${service ?? ''}.${region ?? ''}.${family === 'api' ? 'api.aws' : `${family}.aws`}`;
    const global = /^com\.amazonaws\.([a-z0-9-]+)$/.exec(full)?.[1];
    return global === undefined ? full : `${global}.amazonaws.com`;
  }
  const { short, region } = name;
  const host = hosts[short] ?? short.split('.').reverse().join('.');
  return `${host}.${region}.${suffixOf(region)}`;
}

/** The domains that the private DNS of an endpoint for the service answers for, with all names below them (IE3). */
export function privateDomainsOf(full: string): readonly string[] {
  const name = serviceNamed(full);
  if (name?.short !== 's3') return [hostOf(full)];
  return ['s3', 's3-accesspoint', 's3-control'].map(
    (host) => `${host}.${name.region}.${suffixOf(name.region)}`,
  );
}

/**
 * The full name of the service whose default name a host name is, or lies below (`bucket.s3.<region>.amazonaws.com`,
 * `123456789012.dkr.ecr.<region>.amazonaws.com`); undefined for every other name, those that AWS gives to resources (a
 * load balancer, a database) among them.
 */
export function serviceOfHost(host: string): string | undefined {
  const plain = normalHost(host);
  if (/(^|\.)s3\.amazonaws\.com$/.test(plain)) return fullServiceName('s3', 'us-east-1');
  const match = /^(.+)\.([a-z]{2}(?:-[a-z]+)+-\d+)\.amazonaws\.com(?:\.cn)?$/.exec(plain);
  const [, front, region] = match ?? [];
  if (front === undefined || region === undefined) {
    // A name without a Region is that of us-east-1, or of a service that has no Regions.
    const global = /^([a-z0-9-]+)\.amazonaws\.com$/.exec(plain)?.[1];
    return global === undefined ? serviceOfOtherHost(plain) : fullServiceName(global, 'us-east-1');
  }
  const labels = front.split('.').filter((label) => label !== 'dualstack');
  // Names with several parts (ecr.dkr) come before those that have one.
  for (let count = Math.min(3, labels.length); count > 0; count--) {
    const last = labels.slice(-count);
    const short = shortOfHost.get(last.join('.')) ?? [...last].reverse().join('.');
    if (isDocumentedService(short)) return fullServiceName(short, region);
  }
  const [only, ...others] = labels;
  if (labels.at(-1)?.startsWith('s3express-') === true) return fullServiceName('s3express', region);
  return only === undefined || others.length > 0 ? undefined : fullServiceName(only, region);
}

/** Whether a name is one of those that AWS gives away: to services, and to resources of its customers. */
export function isAwsHost(host: string): boolean {
  return ['amazonaws.com', 'amazonaws.com.cn', 'api.aws', 'on.aws', 'sagemaker.aws'].some((domain) =>
    isWithin(host, domain),
  );
}

function serviceOfOtherHost(host: string): string | undefined {
  const [, service, region, family] =
    /^(?:.+\.)?([a-z0-9-]+)\.([a-z]{2}(?:-[a-z]+)+-\d+)\.(api|sagemaker)\.aws$/.exec(host) ?? [];
  if (service === undefined || region === undefined || family === undefined) return undefined;
  // The dual-stack names of services that have the other sort of name too.
  if (family === 'api' && isDocumentedService(service)) return fullServiceName(service, region);
  return `aws.${family}.${region}.${service}`;
}

function suffixOf(region: string): string {
  return `amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}
