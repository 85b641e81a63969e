/**
 * What the CDK calls the things of a template. Its classes of the first level are made from the same specification, by
 * fixed rules. https://docs.aws.amazon.com/cdk/v2/guide/cfn-layer.html
 */

/** `AWS::EC2::VPC` is the class `CfnVPC` of the module `aws-ec2`; undefined for what is no type of AWS. */
export function classOf(
  type: string,
): { readonly service: string; readonly module: string; readonly name: string } | undefined {
  const [, service, name] = /^AWS::([A-Za-z][A-Za-z0-9]*)::([A-Za-z][A-Za-z0-9]*)$/.exec(type) ?? [];
  if (service === undefined || name === undefined) return undefined;
  const short = service.toLowerCase();
  return { service: aliases.get(short) ?? short, module: `aws-${short}`, name: `Cfn${name}` };
}

/** The short names that people give to modules with long ones. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['elasticloadbalancingv2', 'elbv2'],
  ['elasticloadbalancing', 'elb'],
  ['lambda', 'lambda_'],
]);

/** The property `CidrBlock` is `cidrBlock`, `VPCZoneIdentifier` is `vpcZoneIdentifier`. */
export function propertyName(name: string): string {
  for (const [suffix, replacement] of plurals)
    if (name.endsWith(suffix)) return camelCase(`${name.slice(0, -suffix.length)}${replacement}`);
  return camelCase(name);
}

const plurals = [
  ['ARNs', 'Arns'],
  ['MBs', 'MBs'],
  ['AZs', 'AZs'],
  ['VPCs', 'Vpcs'],
] as const;

/** What the specification has and the library does not: an attribute, or an object of which it takes anything. */
const lacking: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupSelection Conditions',
  'AWS::CloudTrail::Trail AdvancedFieldSelector',
  'AWS::EC2::ClientVpnTargetNetworkAssociation Id',
  'AWS::EC2::FlowLog DestinationOptions',
  'AWS::EC2::Subnet PrivateDnsNameOptionsOnLaunch',
  'AWS::EC2::TransitGatewayAttachment Options',
  'AWS::EC2::TransitGatewayMulticastDomain Options',
  'AWS::EC2::TransitGatewayVpcAttachment Options',
  'AWS::ElasticLoadBalancing::LoadBalancer PolicyItem',
]);

/** `part`: the name of an attribute, or of a sort of object. */
export function isInLibrary(type: string, part: string): boolean {
  return !lacking.has(`${type} ${part}`);
}

/** The attribute `Endpoint.Address` is `attrEndpointAddress`. */
export function attributeName(name: string): string {
  const parts = name.split('.').map((part) => capitalized(camelCase(part)));
  return `attr${parts.join('')}`;
}

/** Splits before a capital that begins a word: `VPCZoneId` is `vpcZoneId`. A letter behind a digit begins one, too. */
export function camelCase(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word.toLowerCase() : capitalized(word.toLowerCase())))
    .join('');
  return joined.replace(/\d+[a-z]/g, (found) => found.toUpperCase());
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `cidrBlock` is `cidr_block` in Python, `getAzs` is `get_azs`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();
}
