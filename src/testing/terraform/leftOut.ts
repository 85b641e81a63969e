/** What of a template has no equivalent and is left out with a remark, each thing by itself and with its reason. */
import type { CfnValue } from '../../core/cfn/template';

/** By the path of the property, from its type on. */
const paths: readonly RegExp[] = [
  // The provider has it since a later version than the one that is asked for, and the other has no such endpoint.
  /ClientVpnEndpoint\.TransitGatewayConfiguration$/,
  // The other side accepts by a provider of its own.
  /VPCPeeringConnection\.PeerRoleArn$/,
  // SAM makes gateways, rules and permissions of its own for these.
  /Serverless::Function\.Events$/,
  // Policies that only SAM has, by their names; documents and policies of IAM are written.
  /Serverless::Function\.Policies\.\w+Policy$/,
];

export function isLeftOut(path: string): boolean {
  return paths.some((each) => each.test(path));
}

/** A value without what is left out of it. */
export function withoutLeftOut(value: CfnValue | undefined, at: string): CfnValue | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return (value as readonly CfnValue[]).map((each) => withoutLeftOut(each, at) ?? null);
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, CfnValue>>).flatMap(([name, each]) =>
      isLeftOut(`${at}.${name}`) ? [] : [[name, withoutLeftOut(each, `${at}.${name}`) ?? null] as const],
    ),
  );
}
