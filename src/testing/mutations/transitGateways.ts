import type { Mutation } from './mutation';

export const transitGateways: readonly Mutation[] = [
  {
    id: 'TG1 what is in a zone without a subnet of the attachment sends all the same',
    file: 'transit/attachments.ts',
    search: 'const hidden = isKnown(from.zone) ? own.find(({ zone }) => !isKnown(zone)) : own[0];',
    replace: 'const hidden = own[0];',
  },
  {
    id: 'TG1 an attachment has two subnets in one zone',
    file: 'transit/attachments.ts',
    search: 'if (zones.has(zone))',
    replace: "if (zones.has(zone) && name === '')",
  },
  {
    id: 'TG2 the ACL of the attachment’s subnet does not look at what goes out',
    file: 'hops/transitGateway.ts',
    search: "const stop = walk.filter(entry.subnet, 'in', packet);",
    replace: 'const stop = undefined;',
  },
  {
    id: 'TG3 the shortest prefix wins',
    file: 'transit/lookup.ts',
    search: 'b.length - a.length ||',
    replace: 'a.length - b.length ||',
  },
  {
    id: 'TG3 a propagated route beats a static one',
    file: 'transit/model.ts',
    search: '  static: 0,',
    replace: '  static: 9,',
  },
  {
    id: 'TG3 a blackhole lets packets through',
    file: 'transit/forward.ts',
    search: "if (winner.state.is === 'blackhole' || winner.attachment === null) {",
    replace: "if (winner.state.is === 'blackhole' && winner.rowKey === '') {",
  },
  {
    id: 'TG3 an attachment without an association uses the default table anyway',
    file: 'transit/build.ts',
    search: 'return defaultAssociation ? fallback : null;',
    replace: 'return fallback;',
  },
  {
    id: 'TG3 attachments propagate to the default table without being told to',
    file: 'transit/build.ts',
    search: 'if (isDefault && defaultPropagation !== false)',
    replace: 'if (isDefault)',
  },
  {
    id: 'TG3 VPCs whose blocks overlap all propagate',
    file: 'transit/build.ts',
    search: 'routes.push(...withoutCertainty(world, propagated));',
    replace: 'routes.push(...propagated);',
  },
  {
    id: 'TG3 IPv6 blocks are propagated without IPv6 support',
    file: 'transit/build.ts',
    search: 'network.ipv6 !== null && to.ipv6 !== false',
    replace: 'network.ipv6 !== null',
  },
  {
    id: 'TG3 nobody’s association is everybody’s',
    file: 'transit/build.ts',
    search: 'if (hidden !== undefined) return hidden;',
    replace: '',
  },
  {
    id: 'TG3 a peering of transit gateways needs no acceptance',
    file: 'transit/forward.ts',
    search: 'if (to.accepted === false) {',
    replace: "if (to.accepted === false && name === '') {",
  },
];
