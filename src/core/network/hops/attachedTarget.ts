import type { InternetGatewayFact, VpnGatewayFact } from '../facts';
import type { RouteCondition, World } from '../world';
import type { TargetedRow } from './behaviour';

/** A gateway of one VPC as the target of a route: attached to no VPC or to another one, it is a blackhole (IG1, VG1). */
export function attachedTarget(
  fact: InternetGatewayFact | VpnGatewayFact,
  world: World,
  row: TargetedRow,
): RouteCondition {
  if (fact.network !== null && fact.network === row.network?.id) return { is: 'active' };
  const name = world.name(fact.by);
  return {
    is: 'blackhole',
    why:
      fact.network === null
        ? {
            en: `${name} is attached to no VPC`,
            ja: `${name} はどの VPC にもアタッチされていません`,
          }
        : {
            en: `${name} is attached to another VPC`,
            ja: `${name} は別の VPC にアタッチされています`,
          },
  };
}
