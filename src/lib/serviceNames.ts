/**
 * How AWS services are named in VPC endpoints: `com.amazonaws.<region>.<name>`. In a diagram the short name is used for
 * a service of the same Region, and the full name for anything else: an endpoint service of somebody's own
 * (`com.amazonaws.vpce.…`), another Region's service, `aws.sagemaker.<region>.notebook`.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
const full = /^(com\.amazonaws|cn\.com\.amazonaws|aws)\./;

/** The full name that a short name stands for in a Region; a full name as it is. */
export function fullServiceName(region: string, name: string): string {
  return name === '' || full.test(name) ? name : `com.amazonaws.${region}.${name}`;
}

/** The short name of a service of that Region; any other name as it is. */
export function shortServiceName(region: string, name: string): string {
  const prefix = `com.amazonaws.${region}.`;
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name;
}

/** Which service of which Region a name means: a short name one of `region`, a full name one of the Region in it. */
export function serviceMeant(
  region: string,
  name: string,
): { readonly region: string; readonly service: string } {
  const [, otherRegion, service] = /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d)\.(.+)$/.exec(name) ?? [];
  return otherRegion === undefined || service === undefined
    ? { region, service: name }
    : { region: otherRegion, service };
}

/** The name as a template says it, so that it can be deployed in another Region where that makes sense. */
export function serviceNameForTemplate(
  region: string,
  name: string,
): string | { readonly 'Fn::Sub': string } {
  const short = shortServiceName(region, name);
  return full.test(short) ? short : { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${short}` };
}
