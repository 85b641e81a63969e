/** What keeps AWS from creating a load balancer. */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import type { LoadBalancerFact } from '../facts';
import type { World } from '../world';
import { attachedTo } from '../world';
import type { NotCreated } from './behaviour';

/** What AWS would refuse carries no traffic. */
export function whyNotCreated(fact: LoadBalancerFact, world: World): NotCreated | undefined {
  const name = world.name(fact.by);
  const network = fact.network === null ? undefined : world.networks.get(fact.network);
  if (
    fact.scheme === 'internet-facing' &&
    network !== undefined &&
    network.hidden === null &&
    attachedTo(network, 'internet-gateway').length === 0
  )
    return {
      resource: fact.by,
      field: 'scheme',
      says: {
        en: `${name} cannot be created: an internet-facing load balancer needs an internet gateway, and ${world.name(network.id)} has none`,
        ja: `${name} は作成できません。インターネット向けのロードバランサーに必要なインターネットゲートウェイが ${world.name(network.id)} にありません`,
      },
    };
  const nodes = world.interfaces.get(fact.by) ?? [];
  const zones = nodes.flatMap(({ subnet }) =>
    subnet === null || isUnknown(subnet.zone) || subnet.zone === '' ? [] : [subnet.zone],
  );
  const repeated = zones.find((zone, index) => zones.indexOf(zone) !== index);
  if (repeated !== undefined)
    return {
      resource: fact.by,
      field: 'subnets',
      says: {
        en: `${name} cannot be created: two of its subnets are in ${repeated}`,
        ja: `${name} は作成できません。${repeated} にあるサブネットが 2 つ指定されています`,
      },
    };
  // In a Local Zone or on an Outpost one subnet is enough.
  const isInZones = zones.every((zone) => /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/.test(zone));
  if (fact.type === 'application' && nodes.length === 1 && isInZones)
    return {
      resource: fact.by,
      field: 'subnets',
      says: {
        en: `${name} cannot be created: an Application Load Balancer needs subnets in at least two Availability Zones`,
        ja: `${name} は作成できません。Application Load Balancer には、2 つ以上のアベイラビリティーゾーンのサブネットが必要です`,
      },
    };
  return undefined;
}

/** What AWS would refuse if it were not so, and the design does not say. */
export function assumedOf(fact: LoadBalancerFact, world: World): Words | undefined {
  const nodes = world.interfaces.get(fact.by) ?? [];
  const isHidden = nodes.some(
    ({ subnet }) => subnet !== null && (isUnknown(subnet.zone) || subnet.zone === ''),
  );
  if (nodes.length < 2 || !isHidden) return undefined;
  const name = world.name(fact.by);
  return {
    en: `the subnets of ${name} are taken to be in different Availability Zones`,
    ja: `${name} のサブネットは、それぞれ別のアベイラビリティーゾーンにあるものとします`,
  };
}
