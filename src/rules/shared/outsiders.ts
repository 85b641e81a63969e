import type { ResourceId } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { blockTakenOf } from '../../lib/blockTaken';
import { overlaps } from '../../lib/cidr';
import { coversTcp } from './groups';
import { legibleVpcBlocks } from './networks';
import { blocksOf } from './prefixLists';

/** Whether groups let somebody outside the VPC in on HTTPS who is drawn as well: then an endpoint may be for them. */
export function admitsOutsiders(
  context: RuleContext,
  groups: readonly ResourceId[],
  vpc: ResourceId,
): boolean {
  const outside = [
    ...context
      .all('vpc')
      .flatMap((other) => (other.id === vpc ? [] : legibleVpcBlocks(other).map(({ text }) => text))),
    ...context
      .all('on-premises')
      .flatMap(({ props }) => Object.values(props.cidrs).map(({ cidr }) => known(cidr))),
  ].flatMap((text) => (text === undefined ? [] : (blockTakenOf(text) ?? [])));
  return groups.some((id) => {
    const group = context.resource(id);
    if (group === undefined || !isKind(group, 'security-group')) return false;
    return Object.values(group.props.inbound).some((rule) => {
      const blocks = blocksOf(context, rule.peer);
      return (
        coversTcp(rule, 443) !== false &&
        blocks.some((block) => outside.some((each) => overlaps(each, block)))
      );
    });
  });
}
