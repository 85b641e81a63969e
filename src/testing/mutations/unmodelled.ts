import type { Mutation } from './mutation';

export const unmodelled: readonly Mutation[] = [
  {
    id: 'unmodelled: an assumption is not told',
    file: 'unmodelled.ts',
    search: 'if (world.assumptions.size === 0) return trace;',
    replace: 'if (world.assumptions.size >= 0) return trace;',
  },
  {
    id: 'unmodelled: an assumption is told to everybody',
    file: 'unmodelled.ts',
    search: '[...touched(world, trace)].flatMap(',
    replace: '[...world.facts.keys(), ...touched(world, trace)].flatMap(',
  },
  {
    id: 'unmodelled: what may change a table changes nothing',
    file: 'hops/unmodelled.ts',
    search: "if (effect.is === 'may-change') yield",
    replace: "if (effect.is === 'assumed') yield",
  },
  {
    id: 'unmodelled: another answer to a name is passed over',
    file: 'hops/unmodelled.ts',
    search: 'if (!isWithin(host, domain)) return undefined;',
    replace: 'if (domain !== null) return undefined;',
  },
  {
    id: 'unmodelled: what is assumed of a name is not told',
    file: 'naming/resolve.ts',
    search: 'notes: [...assumed, ...answer.notes],\n  }));\n}\n\n/** Those',
    replace: 'notes: [...answer.notes],\n  }));\n}\n\n/** Those',
  },
  {
    id: 'unmodelled: an internet gateway that is not drawn is none',
    file: 'publicSide.ts',
    search: 'if (unsure !== undefined) {',
    replace: "if (unsure !== undefined && name === '') {",
  },
  {
    id: 'unmodelled: groups that are said elsewhere are the default one',
    file: 'unmodelled.ts',
    search: 'if (elsewhere === undefined || fact.securityGroups === null ||',
    replace: 'if (elsewhere !== null || fact.securityGroups === null ||',
  },
  {
    id: 'RT6 a row with an unknown destination may lead away inside the VPC',
    file: 'routeLookup.ts',
    search: 'if (local !== undefined) return true;',
    replace: 'if (local === null) return true;',
  },
];
