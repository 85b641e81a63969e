import type { Fact } from './facts';
import type { CompiledNetwork } from './network';

export function compileNetwork(_facts: Iterable<Fact>): CompiledNetwork {
  throw new Error('to be written');
}
