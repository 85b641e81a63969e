/** Against a network ACL that lets a packet not through: a rule for these addresses and ports, before the one that denies. */
import { call } from '../../../core/commands';
import type { ResourceId } from '../../../core/model/document';
import { isKind } from '../../../core/model/queries';
import { known } from '../../../core/model/value';
import type { PlanMaker } from '../../../core/plans/mend';
import type { RuleContext } from '../../../core/rules/rule';
import { blockTakenOf } from '../../../lib/blockTaken';
import { addressOf, blockText, contains, hostBlock } from '../../../lib/cidr';
import { freeRow, subnetBlock } from '../networks';
import { called, listed, plan, protocolName } from '../words';
import { internetBlock } from './ends';

export const aclRules: PlanMaker = function* (context, flow, trace) {
  const [block] = trace.blockedBy;
  if (block?.code !== 'denied-by-network-acl') return;
  const acl = context.resource(block.resource);
  const path = block.direction === 'forward' ? trace.forward : trace.return;
  const drop = path?.steps.findLast(({ verdict }) => verdict === 'drop');
  if (acl === undefined || !isKind(acl, 'network-acl') || drop === undefined) return;
  const field = drop.direction === 'in' ? 'inbound' : 'outbound';
  const address = field === 'inbound' ? drop.packet.source : drop.packet.destination;
  const isSource = (block.direction === 'forward') === (field === 'inbound');
  const blocks = blocksOf(context, isSource ? flow.from : flow.to, address);
  if (blocks.length === 0) return;
  const hasPorts = flow.protocol === 'tcp' || flow.protocol === 'udp';
  const [from, to] = (hasPorts ? drop.packet.destinationPorts : null) ?? [null, null];
  const rows = acl.props[field];
  const denying = block.rowKey === undefined ? undefined : known(rows[block.rowKey]?.number ?? 32767);
  const name = called(context, acl.id);
  const { protocol } = drop.packet;
  const ports = from === null ? '' : from === to ? ` ${from}` : ` ${from}–${to}`;
  const traffic = `${protocolName(protocol)}${ports}`;
  const named = listed(blocks);
  let sofar: Readonly<Record<string, unknown>> = rows;
  const taken = new Set(Object.values(rows).map(({ number }) => known(number)));
  const commands = blocks.flatMap((each) => {
    const number = freeNumber(taken, denying);
    if (number === undefined) return [];
    taken.add(number);
    const row = freeRow(sofar, `rule${number}`);
    sofar = { ...sofar, [row]: true };
    return [
      call('setRow', {
        id: acl.id,
        field,
        row,
        values: { number, action: 'allow', protocol, fromPort: from, toPort: to, block: each },
      }),
    ];
  });
  if (commands.length < blocks.length) return;
  yield {
    plan: plan(
      `Allow ${traffic} ${field === 'inbound' ? 'from' : 'to'} ${named.en} in ${name} (${field})`,
      `${name} の${field === 'inbound' ? 'インバウンド' : 'アウトバウンド'}で ${named.ja} ${field === 'inbound' ? 'からの' : 'への'} ${traffic} を許可`,
      ...commands,
    ),
    cost: 2,
  };
};

/** A number before the row that denies, leaving room; after all others where none does. */
function freeNumber(taken: ReadonlySet<number | undefined>, before: number | undefined): number | undefined {
  if (before !== undefined && before <= 32766) {
    for (let number = before - 1; number >= 1; number--) if (!taken.has(number)) return number;
    return undefined;
  }
  for (let number = 100; number <= 32766; number += 10) if (!taken.has(number)) return number;
  return undefined;
}

/** The other end as an ACL can name it: the block of its subnet, its address, else everywhere. */
function blocksOf(context: RuleContext, id: ResourceId, text: string): readonly string[] {
  const resource = context.resource(id);
  if (resource !== undefined && isKind(resource, 'internet') && text === 'internet')
    return [internetBlock(context, id)];
  const parts = text.split(', ').map((part) => {
    const address = addressOf(part);
    return address === undefined ? blockTakenOf(part) : hostBlock(address);
  });
  // The public addresses of services and of the internet at large are not to be listed.
  if (parts.includes(undefined)) return ['0.0.0.0/0'];
  const subnets = context.all('subnet').flatMap((subnet) => subnetBlock(subnet) ?? []);
  const named = parts.flatMap((part) => (part === undefined ? [] : [part]));
  return [...new Set(named.map((part) => blockText(subnets.find((block) => contains(block, part)) ?? part)))];
}
