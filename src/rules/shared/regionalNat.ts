/** NAT gateways that stand in a VPC and in no subnet, and what would mend them. */
import { call } from '../../core/commands';
import type { Resource } from '../../core/model/document';
import { known } from '../../core/model/value';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { addition } from './additions';
import { freeRow, subnetOf, vpcOf } from './networks';
import { internetGatewayOf } from './routing';
import { called, plan } from './words';

export interface RegionalNat {
  readonly nat: Resource<'nat-gateway'>;
  readonly vpc: Resource<'vpc'>;
}

export function regionalNats(context: RuleContext): readonly RegionalNat[] {
  return context.all('nat-gateway').flatMap((nat) => {
    const vpc = vpcOf(context, nat.id);
    return vpc === undefined || subnetOf(context, nat.id) !== undefined ? [] : [{ nat, vpc }];
  });
}

/** The zones that are listed by hand; undefined when AWS sees to them, or when one is not known. */
export function listedZones({ props }: Resource<'nat-gateway'>): readonly string[] | undefined {
  const rows = Object.values(props.zones);
  const zones = rows.flatMap(({ zone }) => known(zone) || []);
  return rows.length === 0 || zones.length < rows.length ? undefined : zones;
}

export function servingToo(context: RuleContext, { id, props }: Resource<'nat-gateway'>, zone: string): Plan {
  const name = called(context, id);
  return plan(
    `Let ${name} serve ${zone} too`,
    `${name} を ${zone} でも使えるようにする`,
    call('setRow', { id, field: 'zones', row: freeRow(props.zones, zone.slice(-1)), values: { zone } }),
  );
}

export function madePublic(context: RuleContext, { id }: Resource<'nat-gateway'>): Plan {
  const name = called(context, id);
  return plan(
    `Make ${name} public`,
    `${name} をパブリックに変更`,
    call('setProps', { id, props: { connectivity: 'public' } }),
  );
}

/** Undefined where the VPC has one. */
export function withInternetGateway(context: RuleContext, vpc: Resource<'vpc'>): Plan | undefined {
  if (internetGatewayOf(context, vpc.id) !== undefined) return undefined;
  const name = called(context, vpc.id);
  return plan(
    `Add an internet gateway to ${name}`,
    `${name} にインターネットゲートウェイを追加`,
    addition(context, 'internet-gateway', vpc, 'InternetGateway', {}).call,
  );
}
