/** Blocks of VPCs that are in one another's way. */
import type { Resource } from '../../core/model/document';
import type { Plan } from '../../core/plans/plan';
import type { RuleContext } from '../../core/rules/rule';
import { contains, overlaps } from '../../lib/cidr';
import { placeOf, setCell } from './fields';
import { freePrivateBlock, inVpc, legibleVpcBlocks, subnetBlock, type OwnedBlock } from './networks';
import { called, plan } from './words';

/** The first blocks of two VPCs that overlap. */
export function overlapOf(
  a: Resource<'vpc'>,
  b: Resource<'vpc'>,
): readonly [OwnedBlock, OwnedBlock] | undefined {
  for (const one of legibleVpcBlocks(a))
    for (const other of legibleVpcBlocks(b)) if (overlaps(one.block, other.block)) return [one, other];
  return undefined;
}

/** Another block in place of one that no subnet lies in. */
export function movedBlock(
  context: RuleContext,
  vpc: Resource<'vpc'>,
  { block, field, text }: OwnedBlock,
): Plan | undefined {
  const inUse = inVpc(context, vpc.id, 'subnet').some((subnet) => {
    const own = subnetBlock(subnet);
    return own === undefined || contains(block, own);
  });
  if (inUse) return undefined;
  const taken = context.all('vpc').flatMap((each) => legibleVpcBlocks(each).map((owned) => owned.block));
  const free = freePrivateBlock(Math.min(28, Math.max(16, block.prefix)), taken, block);
  if (free === undefined) return undefined;
  const name = called(context, vpc.id);
  return plan(
    `Change ${text} of ${name} to ${free}`,
    `${name} の ${text} を ${free} に変更`,
    setCell(vpc.id, placeOf(field), free),
  );
}
