/** By a gateway endpoint, which some services have (GE1). */
import type { Approach } from '../../../../core/compare/approach';
import { gatewayEndpointFor } from '../../endpointPlans';
import { inVpc, tableOf } from '../../networks';
import { gatewayServices, serviceOf, titleOf } from '../../services';
import { destinationOf, sourceOf } from '../ends';
import { mending } from './mending';
import { withoutPrivateAnswer } from './otherWays';
import { inOtherRegion, notInSubnet } from './whyNot';

export const gatewayEndpoint: Approach = {
  id: 'gateway-endpoint',
  title: { en: 'Gateway endpoint', ja: 'ゲートウェイエンドポイント' },
  whyNot(context, flow) {
    const destination = destinationOf(context, flow);
    if (destination.is !== 'service')
      return {
        en: 'an endpoint leads to one AWS service, and the flow goes elsewhere',
        ja: 'エンドポイントは 1 つの AWS サービスへの接続用で、この通信の宛先は AWS サービスではありません',
      };
    if (!gatewayServices.has(destination.service)) {
      const all = [...gatewayServices].map(titleOf);
      return {
        en: `there is no gateway endpoint for ${titleOf(destination.service)}, only for ${all.join(', ')}`,
        ja: `${titleOf(destination.service)} のゲートウェイエンドポイントはありません (対応: ${all.join('、')})`,
      };
    }
    return notInSubnet(context, flow) ?? inOtherRegion(context, flow);
  },
  *lead(context, flow, trace) {
    const source = sourceOf(context, flow);
    const destination = destinationOf(context, flow);
    if (source === undefined || destination.is !== 'service') return;
    const lacking = source.workload.subnets.filter((subnet) => {
      const table = tableOf(context, subnet);
      return !inVpc(context, source.vpc.id, 'gateway-endpoint').some(
        (each) =>
          serviceOf(context, each) === destination.service &&
          table != null &&
          Object.hasOwn(each.props.routeTables, table.id),
      );
    });
    const added =
      lacking.length === 0 ? undefined : gatewayEndpointFor(context, destination.service, lacking);
    if (added !== undefined) yield added;
    yield* withoutPrivateAnswer(context, source, trace);
  },
  mend: mending,
};
