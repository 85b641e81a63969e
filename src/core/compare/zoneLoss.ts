/**
 * What happens to a way when an Availability Zone fails: the flow is followed through the design as it is then. Where an end
 * fails with the zone itself, what counts is whether a part of the way does: one in another zone would have lost it.
 */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import { compileNetwork } from '../network/compile';
import type { Fact, SubnetFact } from '../network/facts';
import type { Query } from '../network/trace';
import { factsWhen } from '../network/whatIf/choices';
import type { RuleContext } from '../rules/rule';
import type { Passage, ZoneLoss, ZoneOutcome } from './alternative';
import { factsBy } from '../network/factsBy';
import { subnetsStated, zonesOfResource } from '../network/zonal';

export function zoneLossOf(
  context: RuleContext,
  query: Query,
  passage: Passage,
  name: (id: ResourceId) => string,
): ZoneLoss {
  const by = factsBy(context.catalog, context.document);
  const facts = [...by.values()].flat();
  const onTheWay = passage.hops.flatMap(({ is, resource }) =>
    is === 'on-the-way' && resource !== null ? [resource] : [],
  );
  const ends = [query.from, query.to].flatMap((end) => ('resource' in end ? [end.resource] : []));
  const zones = zonesIn(facts).map((zone) => outcomeIn(zone, facts, query, onTheWay, ends));
  // A way that lies in one zone falls with it, whichever that is.
  const single = onTheWay.find((id) => zonesOfResource(id, by)?.some((zone) => zone === null) === true);
  const stops = zones.find(
    ({ outcome, lost }) => outcome === 'stops' || (outcome === 'with-its-ends' && lost.length > 0),
  );
  if (stops !== undefined) return { survives: false, says: stoppedBy(stops, name), zones };
  if (single !== undefined)
    return { ...unplaced(single, zonesOfResource(single, by)?.length === 1, name), zones };
  if (zones.some(({ outcome }) => outcome === 'unknown'))
    return {
      survives: null,
      says: {
        en: 'what happens when a zone fails cannot be said for certain',
        ja: 'アベイラビリティーゾーンの障害時の動作は判断できません',
      },
      zones,
    };
  return { survives: true, says: survived(zones, onTheWay.length > 0), zones };
}

function outcomeIn(
  zone: string,
  facts: readonly Fact[],
  query: Query,
  onTheWay: readonly ResourceId[],
  ends: readonly ResourceId[],
): ZoneOutcome {
  const then = factsWhen({ is: 'zone', zone }, facts);
  const left = new Set(then.map(({ by }) => by));
  const lost = onTheWay.filter((id) => !left.has(id) || lacksAll(id, facts, then));
  if (ends.some((id) => !left.has(id) || lacksAll(id, facts, then)))
    return { zone, outcome: 'with-its-ends', lost };
  const { verdict } = compileNetwork(then).trace(query);
  return {
    zone,
    outcome: verdict === 'reachable' ? 'passes' : verdict === 'blocked' ? 'stops' : 'unknown',
    lost,
  };
}

/** Whether it stood in subnets and stands in none any more. */
function lacksAll(id: ResourceId, before: readonly Fact[], after: readonly Fact[]): boolean {
  const count = (facts: readonly Fact[]): number => subnetsStated(facts.filter(({ by }) => by === id)).length;
  return count(before) > 0 && count(after) === 0;
}

function zonesIn(facts: readonly Fact[]): readonly string[] {
  const subnets = facts.filter((fact): fact is SubnetFact => fact.fact === 'subnet');
  const names = subnets.flatMap(({ zone }) => (isUnknown(zone) || zone === '' ? [] : [zone]));
  return [...new Set(names)].sort();
}

function stoppedBy({ zone, lost, outcome }: ZoneOutcome, name: (id: ResourceId) => string): Words {
  const names = lost.map(name);
  const [one] = lost;
  if (one === undefined)
    return {
      en: `the flow stops when ${zone} fails`,
      ja: `${zone} の障害で通信が止まります`,
    };
  return outcome === 'with-its-ends'
    ? {
        en: `${names.join(', ')} ${names.length === 1 ? 'fails' : 'fail'} with ${zone}, as an end of the flow itself does`,
        ja: `${zone} の障害で ${names.join('、')} が停止します (通信の端も同じゾーンにあります)`,
      }
    : {
        en: `${names.join(', ')} ${names.length === 1 ? 'fails' : 'fail'} with ${zone}, and the flow stops`,
        ja: `${zone} の障害で ${names.join('、')} が停止し、通信が止まります`,
      };
}

function unplaced(
  id: ResourceId,
  isOne: boolean,
  name: (id: ResourceId) => string,
): Pick<ZoneLoss, 'survives' | 'says'> {
  return isOne
    ? {
        survives: false,
        says: {
          en: `${name(id)} lies in one zone, and fails with it`,
          ja: `${name(id)} は 1 つのアベイラビリティーゾーンにあり、その障害で停止します`,
        },
      }
    : {
        survives: null,
        says: {
          en: `the design does not say in which zones ${name(id)} lies`,
          ja: `${name(id)} がどのアベイラビリティーゾーンにあるか、設計に指定がありません`,
        },
      };
}

function survived(zones: readonly ZoneOutcome[], hasWay: boolean): Words {
  if (zones.some(({ outcome }) => outcome === 'passes'))
    return {
      en: 'the flow goes on when any one zone fails that its ends are not in',
      ja: '通信の端がないゾーンであれば、どのゾーンに障害が起きても通信は続きます',
    };
  return hasWay
    ? {
        en: 'nothing on the way lies in a single zone',
        ja: '経路上に、1 つのゾーンだけにあるものはありません',
      }
    : { en: 'nothing lies on the way', ja: '経路上に何もありません' };
}
