/**
 * A service by the interface endpoint of another VPC, as those do who have all endpoints in one: a private hosted zone with the
 * service's name answers with the endpoint, and routes lead there (IE1, IE3).
 * https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html
 */
import { call } from '../../../../core/commands';
import type { Flow, Resource } from '../../../../core/model/document';
import { known } from '../../../../core/model/value';
import type { Trace } from '../../../../core/network/trace';
import type { Plan } from '../../../../core/plans/plan';
import type { RuleContext } from '../../../../core/rules/rule';
import { additionBeside } from '../../additions';
import { freeRow, vpcOf } from '../../networks';
import { serviceOf } from '../../services';
import { called, plan } from '../../words';
import { destinationOf } from '../ends';

/** The endpoints for the service of a flow that stand in other VPCs of the source's Region. */
export function farEndpoints(
  context: RuleContext,
  flow: Flow,
): readonly { readonly endpoint: Resource<'interface-endpoint'>; readonly vpc: Resource<'vpc'> }[] {
  const destination = destinationOf(context, flow);
  const own = vpcOf(context, flow.from);
  if (destination.is !== 'service' || own === undefined) return [];
  const { region } = context.around(own.id);
  return context.all('interface-endpoint').flatMap((endpoint) => {
    const vpc = vpcOf(context, endpoint.id);
    if (vpc === undefined || vpc.id === own.id || context.around(vpc.id).region !== region) return [];
    return serviceOf(context, endpoint) === destination.service ? [{ endpoint, vpc }] : [];
  });
}

/** The name of the service answered with the endpoint, in the source's VPC; undefined where it is already. */
export function answeredWith(
  context: RuleContext,
  { from }: Flow,
  endpoint: Resource<'interface-endpoint'>,
  { resolution }: Trace,
): Plan | undefined {
  const own = vpcOf(context, from);
  if (own === undefined || resolution === null) return undefined;
  const domain = resolution.name;
  const row = { name: domain, type: 'A', target: endpoint.id, value: '', alias: true, standby: false };
  const name = called(context, endpoint.id);
  const zone = context
    .all('hosted-zone')
    .find(({ props }) => known(props.domain) === domain && Object.hasOwn(props.vpcs, own.id));
  if (zone === undefined) {
    const fresh = additionBeside(context, 'hosted-zone', own, 'ServiceZone', {
      domain,
      vpcs: { [own.id]: true },
      records: { service: row },
    });
    return plan(
      `Add a private hosted zone for ${domain} that leads ${called(context, own.id)} to ${name}`,
      `${called(context, own.id)} で ${domain} を ${name} に解決するプライベートホストゾーンを追加`,
      fresh.call,
    );
  }
  const there = Object.entries(zone.props.records).find(([, each]) => known(each.name) === domain);
  if (there !== undefined && known(there[1].target) === endpoint.id) return undefined;
  return plan(
    `Let ${called(context, zone.id)} answer ${domain} with ${name}`,
    `${called(context, zone.id)} で ${domain} を ${name} に解決`,
    call('setRow', {
      id: zone.id,
      field: 'records',
      row: there?.[0] ?? freeRow(zone.props.records, 'service'),
      values: row,
    }),
  );
}
