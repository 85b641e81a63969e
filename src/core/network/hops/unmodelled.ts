/** What is in the design and not modelled, where the path of a packet may hang on it. */
import type { UnmodelledFact } from '../facts';
import { isWithin, normalHost } from '../naming/hostNames';
import type { Behaviour } from './behaviour';

export const unmodelled: Behaviour<UnmodelledFact> = {
  networks: ({ on }) => [on],

  *routes({ on, effect, says }, world) {
    if (!world.tables.has(on)) return;
    const state = { is: 'unknown', why: says } as const;
    if (effect.is === 'may-change') yield { table: on, destination: { written: { unknown: says } }, state };
    if (effect.is === 'learnt-routes')
      yield { table: on, destination: { block: { unknown: says }, learntFrom: 'bgp-vpn' }, state };
  },

  admits: ({ effect, says }, _world, family) =>
    // Whether it is one for IPv6 as well is not known either.
    effect.is === 'internet-gateway' && (family === 4 || family === 6) ? { is: 'unknown', says } : undefined,

  claim({ by, effect, says }, _world, _network, { host }) {
    if (effect.is !== 'names') return undefined;
    if (effect.domain === null) return { is: 'assumed', says };
    const domain = normalHost(effect.domain);
    if (!isWithin(host, domain)) return undefined;
    return { by, domain, strength: 'rule', doubt: null, decides: { is: 'undecided', why: says } };
  },
};
