/** What a flow's ends are, for those who look for a way between them. */
import type { Flow, Resource } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import { known } from '../../../core/model/value';
import type { RuleContext } from '../../../core/rules/rule';
import { vpcOf } from '../networks';
import { serviceOf } from '../services';
import { workloadOf, type Workload } from '../workloads';

export type Destination =
  | { readonly is: 'service'; readonly service: string; readonly region: string }
  | { readonly is: 'internet' }
  | { readonly is: 'workload'; readonly workload: Workload }
  | { readonly is: 'other' };

export function destinationOf(context: RuleContext, flow: Flow): Destination {
  const to = context.resource(flow.to);
  if (to === undefined) return { is: 'other' };
  if (isKind(to, 'aws-service')) {
    const service = serviceOf(context, to);
    const { region } = context.around(to.id);
    return service === undefined ? { is: 'other' } : { is: 'service', service, region };
  }
  if (isKind(to, 'internet')) return { is: 'internet' };
  const workload = workloadOf(context, to.id);
  return workload === undefined ? { is: 'other' } : { is: 'workload', workload };
}

export interface Source {
  readonly workload: Workload;
  readonly vpc: Resource<'vpc'>;
}

/** The workload that a flow starts at, with its VPC. */
export function sourceOf(context: RuleContext, flow: Flow): Source | undefined {
  const workload = workloadOf(context, flow.from);
  const vpc = workload === undefined ? undefined : vpcOf(context, workload.resource.id);
  return workload === undefined || vpc === undefined || workload.subnets.length === 0
    ? undefined
    : { workload, vpc };
}

/** The address or block that the internet's end of a flow is. */
export function internetBlock(context: RuleContext, id: string): string {
  const resource = context.resource(id);
  const address =
    resource !== undefined && isKind(resource, 'internet') ? known(resource.props.address) : undefined;
  if (address === undefined || address === '') return '0.0.0.0/0';
  return address.includes(':') ? `${address}/128` : `${address}/32`;
}
