import type { Mutation } from './mutation';

export const refusals: readonly Mutation[] = [
  {
    id: 'what AWS refuses carries traffic on the way',
    file: 'refused.ts',
    search: 'return refusal === undefined ? undefined : walk.drop(',
    replace: 'return refusal !== undefined ? undefined : walk.drop(',
  },
  {
    id: 'what AWS refuses may be an end',
    file: 'interfaceEnds.ts',
    search: 'return refusal === undefined ? [...own] :',
    replace: 'return refusal !== undefined ? [...own] :',
  },
  {
    id: 'a subnet of a refused VPC comes to be',
    file: 'refusals.ts',
    search: 'const refusal = own ?? whyNoSubnet(',
    replace: 'const refusal = own === undefined ? undefined : whyNoSubnet(',
  },
  {
    id: 'the earlier of two subnets is refused',
    file: 'refused.ts',
    search: 'return compareOrder({ order: a.order',
    replace: 'return -compareOrder({ order: a.order',
  },
  {
    id: 'a subnet may lie outside its VPC',
    file: 'refusals.ts',
    search: 'if (network.isComplete[4] && !network',
    replace: 'if (network.isComplete[4] && network',
  },
  {
    id: 'an unknown block of a VPC refuses subnets',
    file: 'networkBlocks.ts',
    search: 'fact.blocks.length > 0 && !fact.blocks.some(isUnknown)',
    replace: 'fact.blocks.length > 0',
  },
  {
    id: 'a secondary block that AWS does not add has a local route',
    file: 'networkBlocks.ts',
    search: '(why === undefined || index === 0)',
    replace: '(why === undefined || index >= 0)',
  },
  {
    id: 'secondary blocks may be of another family',
    file: 'networkBlocks.ts',
    search: 'own !== undefined && family !== own',
    replace: 'own !== undefined && family === own',
  },
  {
    id: 'a fixed address is had by a later owner',
    file: 'buildWorld.ts',
    search: 'compareOrder(made, other) < 0',
    replace: 'compareOrder(made, other) > 0',
  },
  {
    id: 'IG1 a second internet gateway lets packets in',
    file: 'hops/internetGateway.ts',
    search: 'world.refusals.has(fact.by) ? undefined',
    replace: '!world.refusals.has(fact.by) ? undefined',
  },
];
