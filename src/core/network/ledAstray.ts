/**
 * Who led a packet to somebody who has the address it was sent to, and is not the one that was meant: a row of a route
 * table. Where another row would have led to the one that was meant, it says why that row lost.
 */
import type { ResourceId } from '../model/document';
import type { AnalyzerCode } from './analyzerCodes';
import { networkOf } from './transit/attachments';
import type { Step } from './trace';
import type { Obstacle, Walk } from './walk';
import type { Network, World } from './world';

/** `otherwise`: the word of the analyser where no better row has lost. Undefined: no table was asked. */
export function ledBy(
  { world, goal, steps }: Walk,
  otherwise: AnalyzerCode,
): (Pick<Obstacle, 'blame' | 'field' | 'rowKey'> & Pick<Obstacle, 'analyzerCode'>) | undefined {
  const asked = steps.filter(({ what }) => what === 'route' || what === 'transit-gateway-route').toReversed();
  const network = goal.target?.network ?? null;
  for (const step of asked)
    for (const { analyzerCode, leadsTo } of step.lost ?? []) {
      if (analyzerCode === undefined || !beaten.has(analyzerCode)) continue;
      if (leadsTo === undefined || network === null || !leadsInto(world, leadsTo, network)) continue;
      return { ...rowOfStep(step), analyzerCode };
    }
  const [last] = asked;
  return last === undefined ? undefined : { ...rowOfStep(last), analyzerCode: otherwise };
}

const beaten: ReadonlySet<AnalyzerCode> = new Set([
  'MORE_SPECIFIC_ROUTE',
  'HIGHER_PRIORITY_ROUTE',
  'TGW_RTB_MORE_SPECIFIC_ROUTE',
  'TGW_RTB_HIGHER_PRIORITY_ROUTE',
]);

function rowOfStep({ because }: Step): Pick<Obstacle, 'blame' | 'field' | 'rowKey'> {
  const { resource, row, field, rowKey } = because;
  return {
    blame: { resource, row },
    ...(field === undefined ? {} : { field }),
    ...(rowKey === undefined ? {} : { rowKey }),
  };
}

/** Whether something that a row leads to is connected with a network. */
export function leadsInto(world: World, target: ResourceId, network: Network): boolean {
  for (const facts of network.attached.values()) if (facts.some(({ by }) => by === target)) return true;
  const attachments = world.transitGateways.get(target)?.attachments.values() ?? [];
  for (const attachment of attachments) if (networkOf(world, attachment) === network) return true;
  return false;
}
