/**
 * PL1: an endpoint service that stands on Network Load Balancers takes interface endpoints, and one that stands on Gateway
 * Load Balancers takes Gateway Load Balancer endpoints. AWS compares the type of an endpoint with that of its service, and
 * refuses the endpoint where they differ.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-gateway-load-balancer-endpoint-service.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import type { EndpointServiceFact } from '../facts';
import type { World } from '../world';
import { serviceOf } from './appliances';
import type { NotCreated } from './behaviour';

type ServiceType = 'network' | 'gateway';

export function whyOtherType(
  world: World,
  endpoint: ResourceId,
  provider: Value<ResourceId | null>,
  { field, takes }: { readonly field: string; readonly takes: ServiceType },
): NotCreated | undefined {
  const service = provider === null || isUnknown(provider) ? undefined : serviceOf(world, provider);
  const type = service === undefined ? undefined : typeOf(service, world);
  if (service === undefined || type === undefined || type === takes) return undefined;
  const [name, own] = [world.name(endpoint), world.name(service.by)];
  const { balancer, other } = words[type];
  return {
    resource: endpoint,
    field,
    says: {
      en: `${name} cannot be created: ${own} stands on a ${balancer}, and takes ${other.en} only`,
      ja: `${name} は作成できません。${own} は ${balancer} を使用しているため、接続できるのは${other.ja}だけです`,
    },
  };
}

const words: Readonly<Record<ServiceType, { readonly balancer: string; readonly other: Words }>> = {
  network: {
    balancer: 'Network Load Balancer',
    other: { en: 'interface endpoints', ja: 'インターフェイスエンドポイント' },
  },
  gateway: {
    balancer: 'Gateway Load Balancer',
    other: { en: 'Gateway Load Balancer endpoints', ja: ' Gateway Load Balancer エンドポイント' },
  },
};

/** Undefined where the design has none of its load balancers, or load balancers of both types, which AWS mixes in no service. */
function typeOf({ loadBalancers }: EndpointServiceFact, world: World): ServiceType | undefined {
  const types = new Set(
    loadBalancers.flatMap((id) =>
      (world.facts.get(id) ?? []).flatMap((fact): ServiceType[] => {
        if (fact.fact === 'gateway-load-balancer') return ['gateway'];
        return fact.fact === 'load-balancer' && fact.type === 'network' ? ['network'] : [];
      }),
    ),
  );
  const [only] = types;
  return types.size === 1 ? only : undefined;
}
