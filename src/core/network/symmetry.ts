/**
 * GW3: a reply must come back through the appliances that its question went through; they would know of half of the
 * connection otherwise.
 * https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
import type { ResourceId } from '../model/document';
import type { Walked } from './forwarding';
import type { StepKind } from './trace';
import type { Obstacle, Outcome, Packet } from './walk';

/**
 * Undefined when the reply met all of them, or when nobody can say: behind an appliance that may rewrite addresses, the
 * answer may be sent to the appliance itself.
 */
export function missesAppliance(back: Walked, reply: Packet): Outcome | undefined {
  const { appliances, appliancesBack, isPartlyUnknown } = back.session;
  if (isPartlyUnknown) return undefined;
  const missed = [...appliances].find((each) => !appliancesBack.has(each));
  return missed === undefined ? undefined : back.drop(obstacle(back, missed), reply);
}

/** Who sends the reply another way: a transit gateway's table, the first route table it meets, or the gateway by which it comes in. */
function obstacle({ world, steps }: Walked, missed: ResourceId): Obstacle {
  const first = (wanted: StepKind) => steps.find(({ what }) => what === wanted);
  const decided = first('transit-gateway-route') ?? first('route') ?? first('gateway');
  const { resource = missed, row = null, field, rowKey = null } = decided?.because ?? {};
  const by = row ?? (resource === null ? '' : world.name(resource));
  const name = world.name(missed);
  return {
    at: decided?.at ?? missed,
    what: decided?.what ?? 'deliver',
    resource,
    row,
    ...(field === undefined ? {} : { field }),
    rowKey,
    code: 'gateway-rejects',
    analyzerCode: decided?.what === 'gateway' ? 'INGRESS_RTB_TRAFFIC_REDIRECTION' : 'NO_PATH',
    says: {
      en: `${by} leads the reply past ${name}, which the packet went through; both must go through the same appliances`,
      ja: `元のパケットは ${name} を通りましたが、応答は ${by} により別の経路になります。往復とも同じアプライアンスを通る必要があります`,
    },
  };
}
