/** Tables of the types that no kind draws, and that templates of networks have beside those. */
import type { Translation } from '../translation';
import { compute } from './compute';
import { identity } from './identity';
import { messages } from './messages';
import { stacks } from './stacks';
import { storage } from './storage';
import { wideNetworks } from './wideNetworks';

export const otherTypes: Readonly<Record<string, Translation>> = {
  ...identity,
  ...storage,
  ...messages,
  ...compute,
  ...stacks,
  ...wideNetworks,
};
