/**
 * The names of AWS services: the short one (`s3`), the full one of an endpoint service (`com.amazonaws.<region>.s3`),
 * and the default DNS name (`s3.<region>.amazonaws.com`).
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
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
  'git-codecommit': 'git-codecommit',
  s3express: 's3express-control',
};
const shortOfHost = new Map(Object.entries(hosts).map(([short, host]) => [host, short]));

/** The full name of a service: as given when it is one already. */
export function fullServiceName(short: string, region: string): string {
  if (serviceNamed(short) !== undefined) return short;
  return `${region.startsWith('cn-') ? 'cn.' : ''}com.amazonaws.${region}.${short}`;
}

export function serviceNamed(full: string): ServiceName | undefined {
  const match = /^(?:cn\.)?com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d+)\.(.+)$/.exec(full);
  const [, region, short] = match ?? [];
  return region === undefined || short === undefined ? undefined : { region, short };
}

export function hasGatewayEndpoint(full: string): boolean {
  const name = serviceNamed(full);
  return name !== undefined && withGatewayEndpoint.includes(name.short);
}

/** The default DNS name: `s3.ap-northeast-1.amazonaws.com`, `api.ecr.ap-northeast-1.amazonaws.com`. */
export function hostOf(full: string): string {
  const name = serviceNamed(full);
  if (name === undefined) return full;
  const { short, region } = name;
  const host = hosts[short] ?? short.split('.').reverse().join('.');
  return `${host}.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/**
 * The full name of the service whose default name a host name is, or lies below (`bucket.s3.<region>.amazonaws.com`,
 * `123456789012.dkr.ecr.<region>.amazonaws.com`); undefined for every other name. `region`: of names without one.
 */
export function serviceOfHost(host: string, region: string): string | undefined {
  const plain = host.toLowerCase().replace(/\.$/, '');
  if (/(^|\.)s3\.amazonaws\.com$/.test(plain)) return fullServiceName('s3', 'us-east-1');
  const match = /^(.+)\.([a-z]{2}(?:-[a-z]+)+-\d+)\.amazonaws\.com(?:\.cn)?$/.exec(plain);
  const [, front, named] = match ?? [];
  if (front === undefined || named === undefined) {
    const global = /^([a-z0-9-]+)\.amazonaws\.com$/.exec(plain)?.[1];
    return global === undefined ? undefined : fullServiceName(global, region);
  }
  const labels = front.split('.');
  const last = labels.at(-1) ?? '';
  // The repositories of ECR, and other services with two parts, come before those whose names have one.
  const pair = labels.slice(-2);
  const known = pair.length === 2 ? [...pair].reverse().join('.') : '';
  if (twoPart.has(known)) return fullServiceName(known, named);
  return fullServiceName(shortOfHost.get(last) ?? last, named);
}

const twoPart = new Set([
  'ecr.api',
  'ecr.dkr',
  'sagemaker.api',
  'sagemaker.runtime',
  'codeartifact.repositories',
  'transfer.server',
  'iotsitewise.api',
  'iotsitewise.data',
  'iot.data',
  'iot.credentials',
]);
