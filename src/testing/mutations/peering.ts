import type { Mutation } from './mutation';

export const peering: readonly Mutation[] = [
  {
    id: 'PX1 a peering leads on to whoever is behind the peer',
    file: 'hops/peering.ts',
    search: "if (there === 'no' || here === 'no') {",
    replace: "if (there === 'no' && here === 'no') {",
  },
  {
    id: 'PX1 VPCs whose blocks overlap are peered',
    file: 'hops/peering.ts',
    search: 'if (pair === undefined) return undefined;',
    replace: "if (pair === undefined || name !== '') return undefined;",
  },
  {
    id: 'PX1 a request that nobody has accepted carries packets',
    file: 'hops/peering.ts',
    search: 'if (fact.accepted !== false) return undefined;',
    replace: "if (fact.accepted !== false || fact.by !== '') return undefined;",
  },
  {
    id: 'PX1 a second connection between two VPCs goes unseen',
    file: 'hops/peering.ts',
    search: 'each !== fact && across(each, network.id) === accepter',
    replace: 'each === fact && across(each, network.id) !== accepter',
  },
  {
    id: 'SG2 groups of the sender are known across Regions',
    file: 'hops/peering.ts',
    search:
      "if (sameRegion === false)\n    return { ...packet, sender: null, identity: { lost: 'SG_REFERENCES_NOT_PRESERVED' } };",
    replace: '',
  },
  {
    id: 'SG2 outbound rules may name groups of another Region',
    file: 'hops/peering.ts',
    search: 'if (other === undefined || sameRegion === false) return undefined;',
    replace: 'if (other === undefined) return undefined;',
  },
  {
    id: 'NG6 a NAT gateway needs a route back over a peering',
    file: 'hops/peering.ts',
    search: "if (walk.direction === 'return' || sender?.of.fact !== 'nat-gateway') return;",
    replace: "if (walk.direction === 'return' || sender?.of.fact !== 'interface') return;",
  },
];
