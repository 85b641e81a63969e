/** What security groups let in, as far as the drawing says. */
import type { Peer } from '../../core/catalog/field';
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { isUnknown, known } from '../../core/model/value';
import type { PropsOf } from '../../core/model/kinds';
import type { RuleContext } from '../../core/rules/rule';
import { blockText, overlaps } from '../../lib/cidr';
import { freeRow, subnetBlock } from './networks';
import { blocksOf, hasHiddenEntries, listNamed } from './prefixLists';
import { called } from './words';
import type { Workload } from './workloads';

type Rule = PropsOf<'security-group'>['inbound'][string];

/** Whether a rule is about TCP on that port; undefined when nobody can say. */
export function coversTcp(rule: Rule, port: number): boolean | undefined {
  const { protocol, fromPort, toPort } = rule;
  if (isUnknown(protocol)) return undefined;
  if (protocol === 'any') return true;
  if (protocol !== 'tcp') return false;
  if (isUnknown(fromPort) || isUnknown(toPort)) return undefined;
  return (fromPort ?? 0) <= port && port <= (toPort ?? 65535);
}

/** Whether groups let TCP on a port in from a workload; undefined when nobody can say. */
export function admits(
  context: RuleContext,
  groups: readonly ResourceId[],
  client: Pick<Workload, 'securityGroups' | 'subnets'>,
  port: number,
): boolean | undefined {
  // Without a group, the VPC's default one guards: it lets its own members in, who are those without a group.
  if (groups.length === 0) return client.securityGroups.length === 0;
  let unsure = false;
  for (const id of groups) {
    const group = context.resource(id);
    if (group === undefined || !isKind(group, 'security-group')) continue;
    for (const rule of Object.values(group.props.inbound)) {
      const covers = coversTcp(rule, port);
      const matches = matchesPeer(context, rule.peer, client);
      if (covers === true && matches === true) return true;
      if (covers !== false && matches !== false) unsure = true;
    }
  }
  return unsure ? undefined : false;
}

/** Whether a rule is about a client's addresses or groups: about part of them is enough. */
function matchesPeer(
  context: RuleContext,
  peer: Rule['peer'],
  client: Pick<Workload, 'securityGroups' | 'subnets'>,
): boolean | undefined {
  const concrete = known(peer);
  if (concrete === undefined) return undefined;
  const list = listNamed(context, concrete);
  if (typeof concrete !== 'string' && list === undefined) return client.securityGroups.includes(concrete.ref);
  const blocks = blocksOf(context, concrete);
  const own = client.subnets.map(subnetBlock);
  const isMatch =
    blocks.some(({ prefix }) => prefix === 0) ||
    own.some((each) => each !== undefined && blocks.some((block) => overlaps(block, each)));
  if (isMatch) return true;
  const isHidden = own.includes(undefined) && blocks.length > 0;
  return isHidden || (list !== undefined && hasHiddenEntries(list)) ? undefined : false;
}

/** The narrowest peers that name these clients: the group they share, else the blocks of their subnets. */
export function peersFor(clients: readonly Workload[]): readonly Peer[] {
  const [first, ...others] = clients;
  const shared = first?.securityGroups.find((id) =>
    others.every(({ securityGroups }) => securityGroups.includes(id)),
  );
  if (shared !== undefined) return [{ ref: shared }];
  const blocks = clients.flatMap(({ subnets }) => subnets.flatMap((subnet) => subnetBlock(subnet) ?? []));
  return [...new Set(blocks.map(blockText))];
}

/** A peer as people read it. */
export function peerText(context: RuleContext, peer: Peer): string {
  return typeof peer === 'string' ? peer : called(context, peer.ref);
}

/** Lets TCP on a port in from some peers. */
export function allowIn(
  group: Resource<'security-group'>,
  port: number,
  peers: readonly Peer[],
): readonly CommandCall[] {
  let rows: Readonly<Record<string, unknown>> = group.props.inbound;
  return peers.map((peer) => {
    const row = freeRow(rows, `tcp${port}`);
    rows = { ...rows, [row]: true };
    return call('setRow', {
      id: group.id,
      field: 'inbound',
      row,
      values: { protocol: 'tcp', fromPort: port, toPort: port, peer },
    });
  });
}
