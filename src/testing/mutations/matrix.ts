import type { Mutation } from './mutation';

export const matrix: readonly Mutation[] = [
  {
    id: 'the matrix takes one of two that want the same address for the other',
    file: 'matrix/alike.ts',
    search: 'stateOf(world, resource), ...',
    replace: '...',
  },
  {
    id: 'the matrix takes an address that a rule names for any other of its subnet',
    file: 'matrix/addressPlaces.ts',
    search: "return [...new Set(holding)].sort().join(' ');",
    replace: "return '';",
  },
  {
    id: 'the matrix takes an address that is a target for any other of its subnet',
    file: 'matrix/addressPlaces.ts',
    search: '!== 1)',
    replace: '< 1)',
  },
  {
    id: 'the matrix overlooks what the facts of others say of an end',
    file: 'matrix/alike.ts',
    search: 'for (const id of named) for (const text of placesOf(fact, id)) add(id, text);',
    replace: '',
  },
  {
    id: 'the matrix takes a port for all others that no row names',
    file: 'watch.ts',
    search: 'watch.range = [low, Math.min(high, from - 1)];',
    replace: 'watch.range = [low, high];',
  },
  {
    id: 'the matrix takes TCP for every protocol where a row names one',
    file: 'ports.ts',
    search: 'if (watch !== undefined) watch.isForAll = false;',
    replace: '',
  },
  {
    id: 'the matrix overlooks that the reply is of a protocol too',
    file: 'ports.ts',
    search: 'own ?? watchOf(packet.sourcePorts)',
    replace: 'own',
  },
  {
    id: 'the matrix overlooks that a gateway may tell protocols apart',
    file: 'routing.ts',
    search: 'if (world.watch !== undefined && isForAllProtocols !== true) world.watch.isForAll = false;',
    replace: '',
  },
  {
    id: 'SG2 the matrix overlooks that a rule may name the groups of the other end',
    file: 'matrix/groupQuestions.ts',
    search: 'const isShared = isAnybody && (',
    replace: 'const isShared = (',
  },
  {
    id: 'the matrix takes one fixed address for another that only security groups tell apart',
    file: 'matrix/groupQuestions.ts',
    search: "isAnybody && ('is' in address || rows.areForAll)",
    replace: 'isAnybody',
  },
  {
    id: 'the matrix takes a security group that is not in the design for one without rules',
    file: 'matrix/groupProfiles.ts',
    search: 'isMissing ? this.start.missing : this.start.known',
    replace: 'this.start.known',
  },
  {
    id: 'the matrix overlooks that security groups answer otherwise for another port',
    file: 'matrix/reach.ts',
    search: 'if (judge(same).verdict !== verdict) return false;',
    replace: '',
  },
  {
    id: 'the matrix takes a flow for one of another protocol that somebody tells apart',
    file: 'matrix/reach.ts',
    search: 'if (isRead || (protocol !== other.protocol && !isForAll)) return false;',
    replace: 'if (isRead) return false;',
  },
  {
    id: 'the matrix overlooks guesses',
    file: 'matrix/design.ts',
    search: 'guesses.length === 0 ? trace.verdict',
    replace: 'guesses.length >= 0 ? trace.verdict',
  },
  {
    id: 'RT10 a route to what is gone still leads somewhere',
    file: 'whatIf/choices.ts',
    search: 'isGone(row.target) ? { ...row, target: null } : row',
    replace: 'row',
  },
  {
    id: 'what stands in a zone outlives it',
    file: 'whatIf/choices.ts',
    search: "if ('subnet' in fact && isLost(fact.subnet)) return [];",
    replace: '',
  },
  {
    id: 'what may be lost counts as lost',
    file: 'matrix/pairChanges.ts',
    search: 'both(was.tcp, outside(is.tcp.reachable), outside(is.tcp.unknown))',
    replace: 'both(was.tcp, outside(is.tcp.reachable))',
  },
];
