import type { Mutation } from './mutation';

export const networkAcls: readonly Mutation[] = [
  {
    id: 'NA1 a default ACL that nobody drew is blamed itself',
    file: 'buildWorld.ts',
    search: 'id: fact.isImplied === true ? null : fact.by',
    replace: 'id: fact.isImplied === undefined ? fact.by : fact.by',
  },
  {
    id: 'NA2 a reply is not known by whom it must come from where a route is not known',
    file: 'forwarding.ts',
    search: 'if (goal.reply !== undefined)',
    replace: 'if (goal.reply === null)',
  },
  {
    id: 'NA2 of every protocol any port of the client is taken',
    file: 'pair.ts',
    search: '[sourcePort, sourcePort] : start.clientPorts',
    replace: "[sourcePort, sourcePort] : protocol === 'any' ? [0, 65535] : start.clientPorts",
  },
  {
    id: 'NA1 nobody is told that the default ACL of a VPC that exists already was not seen',
    file: 'filters.ts',
    search: 'if (acl === null && network?.isExisting === true)',
    replace: 'if (acl === null && network?.isExisting === undefined)',
  },
  {
    id: 'a number that AWS refuses decides as any other',
    file: 'takenRows.ts',
    search: 'if (!badNumber && !badPorts',
    replace: 'if (!badPorts',
  },
  {
    id: 'a reversed range of ports is a row that decides nothing',
    file: 'takenRows.ts',
    search: '...(badPorts ? { fromPort: why, toPort: why } : {}),',
    replace: '',
  },
  {
    id: 'a row without a block decides nothing',
    file: 'takenRows.ts',
    search: '...(badBlock ? { block: why } : {}),',
    replace: '',
  },
  {
    id: 'NA1 the implied end of the list allows',
    file: 'networkAcl.ts',
    search: "const [first] = remaining;\n  return {\n    verdict: 'drop',",
    replace: "const [first] = remaining;\n  return {\n    verdict: 'pass',",
  },
  {
    id: 'NA1 the highest number decides',
    file: 'buildFilters.ts',
    search: 'place(a) - place(b) ||',
    replace: 'place(b) - place(a) ||',
  },
  {
    id: 'NA1 the ACL is not asked on the way out',
    file: 'forwarding.ts',
    search: "const stop = byAcl(walk, subnet, 'out', packet);",
    replace: "const stop = network.id === '' ? byAcl(walk, subnet, 'out', packet) : undefined;",
  },
  {
    id: 'NA1 the ACL is not asked on the way in',
    file: 'forwarding.ts',
    search: 'if (at.subnet !== null && at.subnet !== from) {',
    replace: 'if (at.subnet !== null && at.subnet === undefined) {',
  },
  {
    id: 'NA2 a part of the client’s ports is enough',
    file: 'networkAcl.ts',
    search: 'if (remaining.length === 0) return',
    replace: 'if (remaining.length >= 0) return',
  },
];
