/**
 * Ways to break the engine, one or more for each rule of how AWS moves packets. `npm run mutate` makes each of them in a
 * copy of the sources and expects the engine's tests to fail. To add one: name the rule, the file, a piece of its text
 * that occurs once, and what to put in its place.
 */
export interface Mutation {
  /** The rule that it breaks, as the tests name it, and how. */
  readonly id: string;
  /** In `src/core/network`. */
  readonly file: string;
  readonly search: string;
  readonly replace: string;
}

export const mutations: readonly Mutation[] = [
  // Route tables
  {
    id: 'RT1 an associated table is ignored',
    file: 'buildNetworks.ts',
    search: ': own !== undefined && own.network === network\n        ? own',
    replace: ': own !== undefined && own.network === null\n        ? own',
  },
  {
    id: 'RT1 the main table of a VPC that exists already has no routes of its own',
    file: 'routeTable.ts',
    search: 'if (network.isExisting) addUndrawnRoutes',
    replace: "if (network.isExisting && network.id === '') addUndrawnRoutes",
  },
  {
    id: 'NA1 nobody is told that the default ACL of a VPC that exists already was not seen',
    file: 'filters.ts',
    search: 'if (acl === null && network?.isExisting === true)',
    replace: 'if (acl === null && network?.isExisting === undefined)',
  },
  {
    id: 'SG1 the default group of a VPC that exists already allows nothing',
    file: 'buildNetworks.ts',
    search: 'missing: true, why: groupNotDrawn(name)',
    replace: 'missing: false, why: groupNotDrawn(name)',
  },
  {
    id: 'RT2 the shortest prefix wins',
    file: 'routeLookup.ts',
    search: 'b.length - a.length ||',
    replace: 'a.length - b.length ||',
  },
  {
    id: 'RT2 IPv4 routes cover IPv6 addresses',
    file: 'address.ts',
    search: "if (block.family !== address.family) return 'no';",
    replace: "if (block.family !== address.family) return block.prefix === 0 ? 'yes' : 'no';",
  },
  {
    id: 'RT2 whoever is led astray by a row does not hear of the row that lost to it',
    file: 'ledAstray.ts',
    search: 'if (analyzerCode === undefined || !beaten.has(analyzerCode)) continue;',
    replace: 'continue;',
  },
  {
    id: 'RT3 a prefix list beats a static row',
    file: 'routeLookup.ts',
    search: '{ static: 0, local: 1, endpoint: 2 }',
    replace: '{ static: 2, local: 1, endpoint: 0 }',
  },
  {
    id: 'RT3 a propagated row beats a static one',
    file: 'routeLookup.ts',
    search: 'rank.endpoint + 1 + learntFrom',
    replace: 'learntFrom.length * -1 + learntFrom',
  },
  {
    id: 'RT3 what BGP says beats a static VPN and Direct Connect',
    file: 'facts.ts',
    search: "['direct-connect', 'static-vpn', 'bgp-vpn'] as const",
    replace: "['bgp-vpn', 'static-vpn', 'direct-connect'] as const",
  },
  {
    id: 'RT3 a row gives way to an entry of a prefix list',
    file: 'routeLookup.ts',
    search: "if ('prefixes' in matches) return rank.endpoint;",
    replace: "if ('prefixes' in matches) return -1;",
  },
  {
    id: 'RT2 a prefix list is always the most specific',
    file: 'routeLookup.ts',
    search: 'longest = { route, cover, length };',
    replace: 'longest = { route, cover, length: 129 };',
  },
  {
    id: 'RT4 nobody hears that prefix lists overlap',
    file: 'routeLookup.ts',
    search: 'if (areListsApart(winner.route, each.route)) assumed.push(',
    replace: 'if (areListsApart(winner.route, each.route)) [].concat(',
  },
  {
    id: 'RT6 an entry of a prefix list beats the local route',
    file: 'routeCondition.ts',
    search: 'if (network === null || local === undefined) taken.push(block);',
    replace: 'if (network === null || local !== null) taken.push(block);',
  },
  {
    id: 'RT9 a prefix list with too many entries is created',
    file: 'prefixLists.ts',
    search: 'entries > maxEntries)',
    replace: 'entries > maxEntries + 1000)',
  },
  {
    id: 'SG1 the entries of a prefix list let nobody in',
    file: 'securityGroup.ts',
    search: "if ('prefixes' in means) return prefixListCovers(means.prefixes, address);",
    replace: "if ('prefixes' in means) return 'no';",
  },
  {
    id: 'RT5 there are no local routes',
    file: 'routeTable.ts',
    search: 'if (network === null) return;\n  // RT5',
    replace: 'if (network !== undefined) return;\n  // RT5',
  },
  {
    id: 'RT5 the local route beats the row that takes its place',
    file: 'routeLookup.ts',
    search: 'static: 0, local: 1,',
    replace: 'static: 1, local: 0,',
  },
  {
    id: 'RT6 any row inside the VPC is accepted',
    file: 'routeCondition.ts',
    search: "if (subnet === 'part')",
    replace: "if (subnet === 'part' && block.prefix > 32)",
  },
  {
    id: 'RT7 a more specific propagated row beats the local route',
    file: 'routeLookup.ts',
    search: "cover === 'yes' && (local === undefined || !isLearnt(route)),",
    replace: "cover === 'yes' && (local !== undefined || local === undefined || !isLearnt(route)),",
  },
  {
    id: 'RT7 a propagated row is certain where the block of the VPC is not known',
    file: 'routeLookup.ts',
    search: "if (each.route.origin === 'local' && isLearnt(winner.route)) return true;",
    replace: "if (each.route.origin === 'local' && isLearnt(winner.route)) return false;",
  },
  {
    id: 'RT8 a forbidden destination is accepted',
    file: 'routeCondition.ts',
    search: 'if (block !== null && keptRangeAround(block) !== undefined)',
    replace: 'if (block !== null && keptRangeAround(block) === null)',
  },
  {
    id: 'RT8 a wider route carries packets to what AWS keeps',
    file: 'routing.ts',
    search: 'if (kept !== undefined)',
    replace: 'if (kept === null)',
  },
  {
    id: 'RT6 a subnet whose block is not known is not the one that is meant',
    file: 'routeCondition.ts',
    search: "return hidden === null ? 'part' :",
    replace: "return hidden !== undefined ? 'part' :",
  },
  {
    id: 'RT6 an internet gateway is accepted inside the VPC',
    file: 'routeCondition.ts',
    search: 'if (!mayReplaceLocal(world, target))',
    replace: 'if (!mayReplaceLocal(world, target) && target === null)',
  },
  {
    id: 'RT10 a blackhole lets packets through',
    file: 'routing.ts',
    search: "if (winner.state.is === 'blackhole' && winner.state.blamesTarget !== true) {",
    replace: "if (winner.state.is === 'blackhole' && winner.rowKey === null) {",
  },
  {
    id: 'RT10 an interface that nothing has is a target like any other',
    file: 'hops/networkInterface.ts',
    search: 'if (fact.attached === false)',
    replace: "if (fact.attached === false && fact.by === '')",
  },
  {
    id: 'RT10 a blackhole falls through to a shorter prefix',
    file: 'routeLookup.ts',
    search: "if (route.state.is === 'refused') refused.push",
    replace: "if (route.state.is === 'refused' || route.state.is === 'blackhole') refused.push",
  },
  {
    id: 'RT11, NA5 neighbours in one subnet go by the router',
    file: 'forwarding.ts',
    search: 'if (neighbour?.subnet === subnet) return',
    replace: 'if (neighbour === undefined && neighbour === subnet) return',
  },

  // What is not modelled
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

  // Internet gateways
  {
    id: 'IG1 a detached gateway is a target like any other',
    file: 'hops/internetGateway.ts',
    search: 'fact.network !== null && fact.network === row.network?.id',
    replace: "fact.network !== 'nowhere'",
  },
  {
    id: 'IG2 no public address is needed',
    file: 'hops/internetGateway.ts',
    search: 'if (sender === null || sender.publicIpv4 === false || isFurther(sender, packet.source)) {',
    replace: 'if (sender === null) {',
  },
  {
    id: 'IG2 every private address has the public one',
    file: 'hops/internetGateway.ts',
    search: 'sender.publicIpv4 === false || isFurther(sender, packet.source)) {',
    replace: 'sender.publicIpv4 === false) {',
  },
  {
    id: 'IG2 IPv6 is translated too',
    file: 'hops/internetGateway.ts',
    search: 'if (destination.family === 6) {',
    replace: 'if (destination.value < 0n) {',
  },
  {
    id: 'IG3 private destinations are let out',
    file: 'hops/internetGateway.ts',
    search: 'return isRfc1918(address) || isRfc6598(address);',
    replace: 'return isRfc6598(address);',
  },
  {
    id: 'IG3 the shared space of carriers is let out',
    file: 'hops/internetGateway.ts',
    search: 'return isRfc1918(address) || isRfc6598(address);',
    replace: 'return isRfc1918(address);',
  },
  {
    id: 'IG4 the internet needs no gateway to come in',
    file: 'publicSide.ts',
    search: 'if (outcome !== undefined) return outcome;',
    replace: 'if (outcome?.arrived === true) return outcome;',
  },
  {
    id: 'IG5 security groups are known across the internet gateway',
    file: 'hops/internetGateway.ts',
    search: 'const translated = { ...packet, source, sender: null };',
    replace: 'const translated = { ...packet, source };',
  },
  {
    id: 'BP1 public access is never blocked',
    file: 'publicAccess.ts',
    search: 'if (block === undefined || isReply) return undefined;',
    replace: 'if (block !== undefined || isReply) return undefined;',
  },
  {
    id: 'BP1 an exclusion for egress opens a Region that blocks ingress',
    file: 'publicAccess.ts',
    search: "if (mode === 'block-ingress') return passage === 'out-only';",
    replace: "if (mode === 'block-ingress' && exclusion === 'none') return passage === 'out-only';",
  },
  {
    id: 'BP1 an exclusion for egress lets the internet in',
    file: 'publicAccess.ts',
    search: "exclusion === 'allow-egress' && passage !== 'in'",
    replace: "exclusion === 'allow-egress'",
  },
  {
    id: 'BP1 the stricter of two exclusions counts',
    file: 'publicAccess.ts',
    search: 'publicAccessExclusions.indexOf(a) > publicAccessExclusions.indexOf(b) ? a : b',
    replace: 'publicAccessExclusions.indexOf(a) < publicAccessExclusions.indexOf(b) ? a : b',
  },
  {
    id: 'BP1 an instance gets out like a NAT gateway where ingress is blocked',
    file: 'hops/internetGateway.ts',
    search: 'packet.sender?.outboundOnly ?? false',
    replace: 'packet.sender?.outboundOnly !== undefined',
  },
  {
    id: 'BP1 a NAT gateway is taken for an instance where ingress is blocked',
    file: 'hops/natGateway.ts',
    search: 'outboundOnly: true,',
    replace: 'outboundOnly: false,',
  },
  {
    id: 'BP1 the subnet of the receiver counts, not that of the appliance before it',
    file: 'ingress.ts',
    search: 'redirect === undefined ? owner :',
    replace: 'redirect !== null ? owner :',
  },
  {
    id: 'GW2 the table of a gateway is not asked',
    file: 'ingress.ts',
    search: 'if (edge === undefined) return straight();',
    replace: "if (edge?.is !== 'unknown') return straight();",
  },
  {
    id: 'GW2 an appliance behind an internet gateway needs no public address',
    file: 'ingress.ts',
    search: 'if (appliance?.publicIpv4 !== false) return undefined;',
    replace: 'if (appliance?.publicIpv4 !== undefined) return undefined;',
  },
  {
    id: 'GW2 any row may stand in the table of a gateway',
    file: 'edgeTables.ts',
    search: 'if (row === undefined) return undefined;',
    replace: 'if (row === undefined || row.rowKey !== "") return undefined;',
  },
  {
    id: 'GW2 the table of a gateway may lead to a NAT gateway',
    file: 'hops/natGateway.ts',
    search: 'mayTakeIngress: false,',
    replace: 'mayTakeIngress: true,',
  },
  {
    id: 'GW3 replies may go straight out past the appliance',
    file: 'ingress.ts',
    search: 'winner.target === appliance) return undefined;',
    replace: "winner.target !== '') return undefined;",
  },
  {
    id: 'GW3 an appliance takes replies to what it has not seen',
    file: 'hops/appliance.ts',
    search: 'if (session.isPartlyUnknown || session.appliances.has(own.id)) return undefined;',
    replace: "if (session.isPartlyUnknown || own.id !== '') return undefined;",
  },
  {
    id: 'RT1 the main table may be a gateway’s',
    file: 'edgeTables.ts',
    search: 'if (network.mainTable === table)\n',
    replace: 'if (network.mainTable === table && table.id === null)\n',
  },
  {
    id: 'EI1 an egress-only gateway lets everybody in',
    file: 'hops/egressOnlyGateway.ts',
    search: "is: 'closed',",
    replace: "is: 'open',",
  },
  {
    id: 'EI1 an egress-only gateway takes IPv4 routes',
    file: 'hops/egressOnlyGateway.ts',
    search: 'if (row.family === 4)',
    replace: 'if (row.family === 6 && row.block === null)',
  },

  // NAT gateways
  {
    id: 'NG1 every protocol is carried',
    file: 'hops/natGateway.ts',
    search: "if (packet.protocol === 'any')",
    replace: "if (packet.protocol === 'any' && name === '')",
  },
  {
    id: 'NG1 IPv6 is translated',
    file: 'hops/natGateway.ts',
    search: 'if (packet.destination.family === 6 && nat64Target(packet.destination) === undefined)',
    replace: "if (name === '' && nat64Target(packet.destination) === undefined)",
  },
  {
    id: 'NG1 the source keeps its port',
    file: 'hops/natGateway.ts',
    search: "packet.protocol === 'icmp' ? packet.sourcePorts : own.clientPorts",
    replace: "packet.protocol !== 'icmp' ? packet.sourcePorts : own.clientPorts",
  },
  {
    id: 'NG2 a public one needs no Elastic IP',
    file: 'hops/natGateway.ts',
    search: 'if (fact.elasticIp === false)\n',
    replace: "if (fact.elasticIp === false && name === '')\n",
  },
  {
    id: 'NG2 a public one needs no internet gateway',
    file: 'hops/natGateway.ts',
    search: "attachedTo(network, 'internet-gateway').length === 0",
    replace: "attachedTo(network, 'internet-gateway').length < 0",
  },
  {
    id: 'NG3 a NAT gateway of another VPC is a target',
    file: 'hops/natGateway.ts',
    search: 'if (own?.network != null && own.network === row.network) return',
    replace: 'if (own?.network != null) return',
  },
  {
    id: 'NG4 packets that nobody asked for come in',
    file: 'hops/natGateway.ts',
    search: "if (walk.direction === 'forward' || connection === undefined || own.place === null) {",
    replace: 'if (own.place === null || (connection === undefined && !isOwn)) {',
  },
  {
    id: 'NG5 a loop through the NAT gateway’s own subnet goes unseen',
    file: 'hops/natGateway.ts',
    search: 'if (packet.sender === own)\n',
    replace: 'if (packet.sender === own && via.route.rowKey === null)\n',
  },
  {
    id: 'NG8 a regional one has no way to the internet of its own',
    file: 'routeTable.ts',
    search: 'if (own !== undefined) fillOwnTable(world, own);',
    replace: 'if (own === undefined) continue;',
  },
  {
    id: 'NG8 a regional one serves zones that are not listed',
    file: 'hops/natGateway.ts',
    search: "if (zones === null || walk.direction === 'return') return undefined;",
    replace: "if (zones === null || walk.direction !== 'return') return undefined;",
  },
  {
    id: 'NG8 a zone that nobody knows is served',
    file: 'hops/natGateway.ts',
    search: 'walk.unsure({ ...at, says }, hidden?.unknown ?? says, packet);',
    replace: '',
  },
  {
    id: 'NG8 a regional one may be private',
    file: 'hops/natGateway.ts',
    search: "if (fact.regional !== undefined && fact.connectivity === 'private')",
    replace: "if (fact.regional !== undefined && name === '')",
  },
  {
    id: 'NA4 the ACL of the NAT gateway’s subnet does not see the client',
    file: 'hops/natGateway.ts',
    search: 'const stop = walk.guard(own, packet, from);\n  if (stop !== undefined) return stop;',
    replace: 'if (from === undefined) return walk.jump(packet);',
  },

  // Peering
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

  // Transit gateways
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
  {
    id: 'TG4 appliance mode changes nothing',
    file: 'transit/attachments.ts',
    search: "if (to.is !== 'network' || to.applianceMode === true) return own;",
    replace: "if (to.is !== 'network') return own;",
  },
  {
    id: 'TG4 a reply may meet an appliance that has not seen the request',
    file: 'hops/appliance.ts',
    search: 'if (session.isPartlyUnknown || session.appliances.has(own.id)) return undefined;',
    replace: 'if (session.isPartlyUnknown || session.appliances.size > 0) return undefined;',
  },
  {
    id: 'GW3 a reply whose way is not known has gone round the appliance',
    file: 'symmetry.ts',
    search: 'if (isPartlyUnknown) return undefined;',
    replace: '',
  },
  {
    id: 'TG1 an attachment may be in a subnet that AWS refuses',
    file: 'transit/attachments.ts',
    search: 'if (refusal !== undefined) return refusal;',
    replace: '',
  },
  {
    id: 'ways that were not followed work when one of them is the truth',
    file: 'choices.ts',
    search: "if (fork.takes === 'one' && trace.verdict === 'reachable')",
    replace: "if (trace.verdict === 'reachable')",
  },
  {
    id: 'a flow is led another way each time that it asks for the same',
    file: 'choices.ts',
    search: 'if (name !== undefined) chosen.set(name, way);',
    replace: '',
  },
  {
    id: 'TG5 groups are recognised without the support for it',
    file: 'transit/forward.ts',
    search: 'if (support.includes(false))',
    replace: 'if (support.includes(false) && packet.origin === null)',
  },
  {
    id: 'IE7 endpoints recognise groups over a transit gateway',
    file: 'transit/forward.ts',
    search: "of.fact === 'interface-endpoint'",
    replace: "of.fact === 'internet'",
  },
  {
    id: 'IG2 an internet gateway serves other VPCs',
    file: 'hops/internetGateway.ts',
    search: 'if (isForeign(via.network, packet)) {',
    replace: "if (isForeign(via.network, packet) && name === '') {",
  },
  {
    id: 'GE4 a gateway endpoint serves other VPCs',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (isForeign(via.network, packet)) {',
    replace: "if (isForeign(via.network, packet) && name === '') {",
  },
  {
    id: 'circles of transit gateways go unseen',
    file: 'transit/forward.ts',
    search: 'if (!walk.passes(`${gateway.id}|${entry.attachment.id}`, packet))',
    replace: "if (!walk.passes(`${gateway.id}|${entry.attachment.id}`, packet) && text === '')",
  },

  // Gateway endpoints
  {
    id: 'GE1 every service has gateway endpoints',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (!hasGatewayEndpoint(service))',
    replace: "if (service === '')",
  },
  {
    id: 'GE1 a service of another Region is served',
    file: 'hops/gatewayEndpoint.ts',
    search: 'serviceNamed(service)?.region !== region',
    replace: "serviceNamed(service)?.region === ''",
  },
  {
    id: 'GE2 an endpoint adds no routes',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (owner !== fact.network) continue;',
    replace: 'if (owner !== undefined) continue;',
  },
  {
    id: 'GE3 a route for all addresses beats the endpoint',
    file: 'routeLookup.ts',
    search: 'bits(address.family) + 1 : 0;',
    replace: '-1 : -1;',
  },
  {
    id: 'GE4 an endpoint serves tables of other VPCs',
    file: 'hops/gatewayEndpoint.ts',
    search: 'if (owner !== fact.network) continue;',
    replace: 'if (owner === undefined) continue;',
  },
  {
    id: 'GE8 an endpoint leads to IPv4 addresses only',
    file: 'hops/gatewayEndpoint.ts',
    search: "if (six === null || addresses === 'ipv4') return [four];",
    replace: 'if (six !== undefined) return [four];',
  },
  {
    id: 'IE6 an endpoint is for a service of whichever Region',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (region === undefined || isUnknown(serviceRegion) || region === serviceRegion) return [];',
    replace: 'if (region !== null) return [];',
  },
  {
    id: 'GE5 the answer of a service is no public address',
    file: 'address.ts',
    search: "if (is.as === 'service') return is.list === list ? 'yes' :",
    replace: "if (is.as === 'service') return is.list !== list ? 'yes' :",
  },
  {
    id: 'GE6 UDP is carried',
    file: 'hops/gatewayEndpoint.ts',
    search: "if (packet.protocol !== 'tcp' && packet.protocol !== 'icmp') {",
    replace: "if (packet.protocol === 'any') {",
  },

  // Interface endpoints and names
  {
    id: 'IE2 UDP is carried',
    file: 'hops/interfaceEndpoint.ts',
    search: "if (packet.protocol !== 'tcp' &&",
    replace: "if (packet.protocol === 'any' &&",
  },
  {
    id: 'IE2 an endpoint begins connections',
    file: 'hops/interfaceEndpoint.ts',
    search: 'cannotStart: (fact, world) => ({',
    replace: 'cannotStart: (fact, world) => fact.by !== "" ? undefined : ({',
  },
  {
    id: 'IE3 private DNS needs no DNS attributes',
    file: 'hops/interfaceEndpoint.ts',
    search: 'network[field] === false\n',
    replace: "network[field] === false && name === ''\n",
  },
  {
    id: 'IE4 the default name leads to the endpoint without private DNS',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (!fact.privateDns)\n',
    replace: "if (!fact.privateDns && name === '')\n",
  },
  {
    id: 'IE4 an endpoint answers for other services',
    file: 'hops/interfaceEndpoint.ts',
    search: 'privateDomainsOf(fact.service).find((each) => isWithin(asked.host, each))',
    replace: 'privateDomainsOf(fact.service)[0]',
  },
  {
    id: 'IE5 private DNS of S3 needs no gateway endpoint',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (isForInboundOnly(fact) === true && !hasGatewayEndpointFor(fact, network))',
    replace: "if (name === '' && !hasGatewayEndpointFor(fact, network))",
  },
  {
    id: 'IE5 private DNS of S3 serves the VPC as well',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (inboundOnly && !asked.inbound)',
    replace: "if (inboundOnly && name === '')",
  },
  {
    id: 'IE5 an unknown DNS option counts as the default',
    file: 'hops/interfaceEndpoint.ts',
    search: 'if (isUnknown(inboundOnly) && !asked.inbound) return unsure(inboundOnly.unknown);',
    replace: '',
  },
  {
    id: 'DN1 names resolve without the resolver',
    file: 'naming/resolve.ts',
    search: 'if (network.dnsSupport === false)',
    replace: "if (network.id === '')",
  },
  {
    id: 'DN1 private names of instances resolve without the DNS attributes',
    file: 'naming/instanceAnswer.ts',
    search: 'if (off !== undefined) {',
    replace: "if (off !== undefined && host === '') {",
  },
  {
    id: 'DN1 addresses outside the VPC and outside RFC 1918 have instance names',
    file: 'naming/instanceAnswer.ts',
    search: 'if (!isKnown || address === undefined) {',
    replace: 'if (address === undefined) {',
  },
  {
    id: 'DN1 instance names of other Regions resolve',
    file: 'naming/instanceAnswer.ts',
    search: 'if (!own && !lent(world, network, region)) return undefined;',
    replace: '',
  },
  {
    id: 'names that the public DNS never has lead to public addresses',
    file: 'naming/publicAnswer.ts',
    search: 'if (never !== undefined)',
    replace: "if (never !== undefined && host === '')",
  },
  {
    id: 'names that AWS gives to resources lead to public addresses',
    file: 'naming/publicAnswer.ts',
    search: 'if (isAwsHost(host)) {',
    replace: "if (host === '') {",
  },

  // Load balancers
  {
    id: 'LB1 a node sends across zones without being told to',
    file: 'hops/targets.ts',
    search: 'if (across === true) return',
    replace: 'if (across !== null) return',
  },
  {
    id: 'LB1 a zone without a node gets packets',
    file: 'hops/targets.ts',
    search: "if (isCovered === false) return 'no-node';",
    replace: "if (isCovered === false) return 'yes';",
  },
  {
    id: 'LB1 a target group has no say across zones',
    file: 'hops/targets.ts',
    search: 'const across = target.group.crossZone ?? fact.crossZone;',
    replace: 'const across = fact.crossZone;',
  },
  {
    id: 'LB2 a network interface is registered by an instance ID',
    file: 'hops/targets.ts',
    search: "if (group.type === 'instance' && facts.some(isInterfaceAlone))",
    replace: "if (group.type === 'ip' && facts.some(isInterfaceAlone) && group.by === '')",
  },
  {
    id: 'LB2 addresses see the client by default',
    file: 'hops/balance.ts',
    search: "wanted ?? group.type === 'instance'",
    replace: "wanted ?? group.type !== 'lambda'",
  },
  {
    id: 'LB2 UDP can be told to hide the client',
    file: 'hops/balance.ts',
    search: 'alwaysPreservesClientIp(group.protocol)) return true;',
    replace: 'alwaysPreservesClientIp(group.protocol)) return false;',
  },
  {
    id: 'LB2 a client may be its own target',
    file: 'hops/balance.ts',
    search: 'to.at === packet.source.owner &&',
    replace: 'to.at === null &&',
  },
  {
    id: 'LB2 an instance of another VPC is registered',
    file: 'hops/targets.ts',
    search: "if (group.type === 'instance' && elsewhere !== undefined)",
    replace: "if (group.type === 'lambda' && elsewhere !== undefined)",
  },
  {
    id: 'LB2 the client’s groups are recognised at the target',
    file: 'hops/balance.ts',
    search: 'keeps && node.groups === null ? null :',
    replace: 'keeps && node.groups === null ? packet.sender :',
  },
  {
    id: 'LB2 the reply goes by the routes of the target',
    file: 'hops/balance.ts',
    search: "if (keeps && to.is === 'interface') session.taken",
    replace: "if (keeps && to.is === 'address') session.taken",
  },
  {
    id: 'LB3 a Network Load Balancer without groups gets the default one',
    file: 'buildWorld.ts',
    search: 'filtered && fact.securityGroups !== null',
    replace: 'filtered',
  },
  {
    id: 'LB3 the groups of a load balancer do not remember',
    file: 'forwarding.ts',
    search: 'at === goal.target || session.connections.has(at.id)',
    replace: 'at === goal.target',
  },
  {
    id: 'LB4 the assumption about health is not told',
    file: 'hops/balance.ts',
    search: 'walk.note(healthAssumed);',
    replace: 'if (name === "") walk.note(healthAssumed);',
  },
  {
    id: 'NA4 the ACLs do not see a reply to a preserved address',
    file: 'hops/balancedReply.ts',
    search: 'target.subnet !== node.subnet',
    replace: 'target.subnet === node.subnet',
  },
  {
    id: 'LB any port is a listener’s',
    file: 'hops/listeners.ts',
    search: 'const takesPort = isUnknown(port) || isPort(packet, port);',
    replace: 'const takesPort = true;',
  },
  {
    id: 'LB all nodes must work',
    file: 'interfaceEnds.ts',
    search: 'anyAnswer: true',
    replace: 'anyAnswer: false',
  },
  {
    id: 'LB an internet-facing one is found by its private addresses',
    file: 'hops/loadBalancer.ts',
    search: "scheme === 'internet-facing',\n  }),",
    replace: "scheme === 'internal',\n  }),",
  },
  {
    id: 'LB an Application Load Balancer stands in one zone',
    file: 'hops/balancerCreation.ts',
    search: 'nodes.length === 1 && isInZones',
    replace: 'nodes.length === 0 && isInZones',
  },

  // PrivateLink
  {
    id: 'PL1 nobody needs to accept a connection',
    file: 'hops/privateLink.ts',
    search: 'if (acceptanceRequired === false || accepted === true) return undefined;',
    replace: 'if (acceptanceRequired !== null || accepted === true) return undefined;',
  },
  {
    id: 'PL1 every account may connect',
    file: 'hops/privateLink.ts',
    search: "if (account === '' || principals.includes('*')) return true;",
    replace: "if (account !== null || principals.includes('*')) return true;",
  },
  {
    id: 'PL2 an endpoint may stand in any zone',
    file: 'hops/privateLink.ts',
    search: 'if (usable.length === 0) {',
    replace: 'if (usable.length < 0) {',
  },
  {
    id: 'PL3 targets see the client over PrivateLink',
    file: 'hops/balance.ts',
    search: "if (type !== 'network' || over !== null || packet",
    replace: "if (type !== 'network' || packet",
  },
  {
    id: 'LB3 the groups of the load balancer are not asked over PrivateLink',
    file: 'hops/privateLink.ts',
    search: 'else if (filtersPrivateLink === true) {',
    replace: "else if (filtersPrivateLink === true && name === '') {",
  },
  {
    id: 'LB3 targets recognise the groups of one that does not ask them',
    file: 'hops/privateLink.ts',
    search: 'showsGroups: filtersPrivateLink !== false,',
    replace: 'showsGroups: true,',
  },
  {
    id: 'PL a service that nobody provides is reached',
    file: 'hops/privateLink.ts',
    search: "if (!service.includes('.vpce.')) return 'aws';",
    replace: "if (service !== '') return 'aws';",
  },
  {
    id: 'PL an endpoint service has a private DNS name',
    file: 'hops/interfaceEndpoint.ts',
    search: "if (fact.privateDns === true && typeof fact.provider === 'string') {",
    replace: "if (fact.privateDns === null && typeof fact.provider === 'string') {",
  },
  {
    id: 'LB a load balancer takes its own reply for one of a target',
    file: 'hops/balancedReply.ts',
    search: 'session.connections.delete(fact.by);',
    replace: "session.connections.delete('');",
  },

  // Names of one's own
  {
    id: 'DN2 the widest claim to a name wins',
    file: 'naming/resolve.ts',
    search: 'depthOf(b.domain) - depthOf(a.domain) ||',
    replace: 'depthOf(a.domain) - depthOf(b.domain) ||',
  },
  {
    id: 'DN2 a zone beats a rule of the same name',
    file: 'naming/resolve.ts',
    search: '{ rule: 2, zone: 1, hidden: 0 }',
    replace: '{ rule: 1, zone: 2, hidden: 0 }',
  },
  {
    id: 'DN2 a zone without the record leaves the name to the public DNS',
    file: 'naming/resolve.ts',
    search: "if (entry.is === 'nothing')",
    replace:
      "if (entry.is === 'nothing') return certainly(publicAnswer(inquiry.world, inquiry.name, network));\n  if (entry.is === 'nothing')",
  },
  {
    id: 'DN2 a system rule forwards',
    file: 'naming/resolve.ts',
    search: "inOrder.filter(({ strength }) => strength !== 'rule')",
    replace: 'inOrder.filter((claim) => claim !== winner)',
  },
  {
    id: 'DN2 zones are asked without DNS hostnames',
    file: 'hops/hostedZone.ts',
    search: 'if (dnsHostnames === false)',
    replace: "if (dnsHostnames === false && host === '')",
  },
  {
    id: 'DN2 names of private zones are public for all others',
    file: 'naming/publicAnswer.ts',
    search: 'if (holder !== undefined)',
    replace: "if (holder !== undefined && host === '')",
  },
  {
    id: 'DN2 private names of instances give way to wider rules',
    file: 'naming/resolve.ts',
    search: 'depthOf(winner.domain) < depthOf(names.domain)',
    replace: "winner.domain === '?'",
  },
  {
    id: 'DN3 a DNS query needs no way to its server',
    file: 'naming/dnsQuery.ts',
    search: 'return { verdict: byUdp.verdict, blocks',
    replace: "return { verdict: 'reachable', blocks",
  },
  {
    id: 'DN3 TCP that is stopped is not told',
    file: 'naming/dnsQuery.ts',
    search: 'if (block !== undefined)',
    replace: 'if (block !== undefined && port === 0)',
  },
  {
    id: 'DN3 an endpoint with one address is created',
    file: 'hops/resolverEndpoint.ts',
    search: 'if (own.length < 2)',
    replace: 'if (own.length < 1)',
  },
  {
    id: 'DN3 an outbound endpoint takes connections',
    file: 'hops/resolverEndpoint.ts',
    search: "if (direction === 'outbound')\n    return {\n      en: `${name} is an outbound",
    replace: "if (name === '')\n    return {\n      en: `${name} is an outbound",
  },
  {
    id: 'a circle of rules or records never ends in an answer that it is one',
    file: 'naming/resolve.ts',
    search: 'inquiry.seen.has(key) || inquiry.seen.size >= maxQuestions',
    replace: 'inquiry.seen.size >= 200',
  },
  {
    id: 'a wildcard answers for names that are there',
    file: 'naming/zoneEntry.ts',
    search: 'if (exists(rows, host)) return [];',
    replace: '',
  },
  {
    id: 'a standby record answers beside the others',
    file: 'naming/zoneEntry.ts',
    search: 'const found = active.length > 0 ? active : all;',
    replace: 'const found = all;',
  },
  {
    id: 'any receiver will do for a service',
    file: 'arrival.ts',
    search: 'goal.service === null ? undefined : notTheService',
    replace: 'goal.service === null || goal.target === null ? undefined : notTheService',
  },
  {
    id: 'DHCP options do not count',
    file: 'naming/asking.ts',
    search: 'if (dnsServers.length === 0) return',
    replace: 'if (dnsServers.length >= 0) return',
  },
  {
    id: 'the second DNS server answers as well as the first',
    file: 'naming/servers.ts',
    search: "if (order === 'in-turn' &&",
    replace: "if (order === 'any' &&",
  },

  // Security groups
  {
    id: 'SG1 only the first group counts',
    file: 'securityGroup.ts',
    search: 'const groups = at.groups ?? [];',
    replace: 'const groups = (at.groups ?? []).slice(0, 1);',
  },
  {
    id: 'SG1 replies need a rule where they arrive',
    file: 'forwarding.ts',
    search: "return direction === 'return' && hasAsked ? undefined :",
    replace: "return direction === 'return' && !hasAsked ? undefined :",
  },
  {
    id: 'SG1 replies need a rule where they leave',
    file: 'forwarding.ts',
    search: "if (direction === 'forward') {\n        const stop = byGroups(walk, from, 'out', packet);",
    replace: "if (direction !== null) {\n        const stop = byGroups(walk, from, 'out', packet);",
  },
  {
    id: 'SG1 the default group lets everybody in',
    file: 'buildNetworks.ts',
    search: "peer: '', means: { group: network.defaultGroup } }",
    replace: "peer: '', means: { block: blockOf('0.0.0.0/0') } }",
  },
  {
    id: 'SG2 a reference matches nobody',
    file: 'securityGroup.ts',
    search:
      "if (peer?.at.groups?.includes(means.group) === true) return peer.doubt === null ? 'yes' : 'maybe';",
    replace: "if (peer?.at.groups?.includes(means.group) === true) return 'no';",
  },
  {
    id: 'SG2 a reference matches everybody',
    file: 'securityGroup.ts',
    search: 'if (peer?.at.groups?.includes(means.group) === true) return',
    replace: 'if (peer?.at !== undefined) return',
  },
  {
    id: 'SG5 a group without rules is called a mismatch',
    file: 'securityGroup.ts',
    search: "? 'SG_HAS_NO_RULES'",
    replace: "? 'ENI_SG_RULES_MISMATCH'",
  },
  {
    id: 'OT3 the type of an ICMP row is not looked at',
    file: 'ports.ts',
    search: '? [from, from] : [1, 0]',
    replace: '? allIcmpTypes : [1, 0]',
  },
  {
    id: 'OT3 a ping over IPv6 is one of ICMP',
    file: 'ports.ts',
    search: "family === 6 ? 'icmpv6' : 'icmp';",
    replace: "family === 6 ? 'icmp' : 'icmp';",
  },
  {
    id: 'OT3 a ping over IPv6 has the type of one over IPv4',
    file: 'walk.ts',
    search: '6: { request: 128, reply: 129 }',
    replace: '6: { request: 8, reply: 129 }',
  },
  {
    id: 'NA2 the answer over IPv6 has the type of one over IPv4',
    file: 'walk.ts',
    search: '6: { request: 128, reply: 129 }',
    replace: '6: { request: 128, reply: 0 }',
  },
  {
    id: 'ports: a row with one port allows all',
    file: 'ports.ts',
    search: 'return [from, to ?? from];',
    replace: 'return [0, to ?? 65535];',
  },
  {
    id: 'ports: a row that AWS refuses lets traffic in',
    file: 'takenRows.ts',
    search: "return takesPorts(row) ? row.peer : '';",
    replace: 'return row.peer;',
  },

  {
    id: 'OT7 NAT64 leaves the destination as it is',
    file: 'hops/natGateway.ts',
    search: '...(target === undefined ? {} :',
    replace: '...(target !== undefined ? {} :',
  },
  {
    id: 'OT7 the reply of NAT64 comes from an IPv4 address',
    file: 'hops/natGateway.ts',
    search: '...(before.destination.family === 6',
    replace: '...(before.destination.family !== 6',
  },

  // Families
  {
    id: 'an interface is blamed for the IPv6 that its subnet lacks',
    file: 'familyFaults.ts',
    search: 'resource: isSubnet ? subnet.id : lacking.id',
    replace: 'resource: isSubnet ? lacking.id : lacking.id',
  },
  {
    id: 'a source is blamed for IPv6 that it has',
    file: 'familyFaults.ts',
    search: 'return at.network !== null && addressesOf(world, at, 6).length === 0;',
    replace: 'return at.network !== null && addressesOf(world, at, 6).length >= 0;',
  },

  {
    id: 'GE2 the later of two endpoints for one service has the route',
    file: 'routeTable.ts',
    search: '.sort(byDiagram))',
    replace: '.sort((a, b) => byDiagram(b, a)))',
  },
  {
    id: 'GE2 that one endpoint of two is meant is not said',
    file: 'routeLookup.ts',
    search: 'if (winner !== undefined && isSecondEndpoint(winner.route, route))',
    replace: 'if (winner !== undefined && !isSecondEndpoint(winner.route, route))',
  },
  {
    id: 'GE3 a row for the list of an endpoint is certain to be there',
    file: 'routeLookup.ts',
    search: "if (one.origin === 'local' || other.origin === 'local') return false;",
    replace: 'if (one.origin !== other.origin) return false;',
  },

  // What AWS would refuse to create
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

  // Network ACLs
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

  // What faulty references were likely meant to be
  {
    id: 'a guess is taken for a fact',
    file: 'doubts.ts',
    search: 'if (guesses.length === 0) return drawn;',
    replace: 'if (guesses.length >= 0) return drawn;',
  },
  {
    id: 'what stands in a box by a guess is trusted where it lets a packet through',
    file: 'doubts.ts',
    search: "each.rests === 'parent' && touches(",
    replace: "each.rests === 'row' && touches(",
  },
  {
    id: 'a verdict is certain when a guess alone changes it',
    file: 'doubts.ts',
    search: 'guesses.length <= mostAlone ? guesses.map((guess) => made([guess], false)) : []',
    replace: 'guesses.length > mostAlone ? guesses.map((guess) => made([guess], false)) : []',
  },
  {
    id: 'guesses are never wrong together',
    file: 'doubts.ts',
    search: '...together.map((group) => made(group, true)), ',
    replace: '',
  },

  // Appliances, and the reply
  {
    id: 'GW1 the packet leaves a Gateway Load Balancer endpoint without a doubt',
    file: 'hops/gwlbEndpoint.ts',
    search:
      "    walk.unsure(\n      { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by, says: why },",
    replace:
      "    walk.pass(\n      { at: fact.by, what: 'endpoint', direction: 'in', resource: fact.by, says: why },",
  },
  {
    id: 'GW1 what lies behind a Gateway Load Balancer endpoint is not looked at',
    file: 'hops/gwlbEndpoint.ts',
    search: 'return walk.route(own.subnet, { ...packet, inspected: packet.sender });',
    replace: 'return walk.jump({ ...packet, inspected: packet.sender });',
  },
  {
    id: 'GW3 a reply may miss the appliances of its question',
    file: 'symmetry.ts',
    search: 'find((each) => !appliancesBack.has(each))',
    replace: "find((each) => each === '')",
  },
  {
    id: 'GW3 a reply may meet appliances that know nothing of it',
    file: 'hops/gwlbEndpoint.ts',
    search: 'return session.appliances.has(fact.by) || session.isPartlyUnknown',
    replace: "return session.appliances.has(fact.by) || fact.by !== ''",
  },
  {
    id: 'GW4 groups are known behind an appliance',
    file: 'filters.ts',
    search: 'if (sender === null || isInspected(packet)) return null;',
    replace: 'if (sender === null) return null;',
  },
  {
    id: 'RT9 a prefix list leads to a Gateway Load Balancer endpoint',
    file: 'hops/gwlbEndpoint.ts',
    search: 'if (row.list !== null)',
    replace: "if (row.list !== null && name === '')",
  },
  {
    id: 'LB1 appliances of every zone are used',
    file: 'hops/appliances.ts',
    search: 'balancer.crossZone === false',
    replace: 'balancer.crossZone === null',
  },
  {
    id: 'PL1 nobody need accept a connection to appliances',
    file: 'hops/gwlbEndpoint.ts',
    search: 'if (isRequired === false) return undefined;',
    replace: 'if (isRequired !== false) return undefined;',
  },
  {
    id: 'PL2 an endpoint is made in any zone',
    file: 'hops/appliances.ts',
    search: 'if (used === undefined) return notInZone(',
    replace: 'if (used === undefined) return undefined && notInZone(',
  },
  {
    id: 'OT1 the source/destination check is not looked at',
    file: 'hops/networkInterface.ts',
    search: 'if (own.sourceDestinationCheck === true) {',
    replace: "if (own.sourceDestinationCheck === true && name === '') {",
  },
  {
    id: 'the reply is not followed',
    file: 'pair.ts',
    search: 'if (!there.arrived)\n',
    replace: 'if (there.arrived || !there.arrived)\n',
  },
  {
    id: 'a second blocker is not looked for',
    file: 'pair.ts',
    search: 'const maxObstacles = 4;',
    replace: 'const maxObstacles = 1;',
  },
  {
    id: 'an unknown beats a certain block',
    file: 'pair.ts',
    search: "first.block !== undefined ? 'blocked' : isUnsure ? 'unknown' : 'reachable'",
    replace: "doubts.length > 0 ? 'unknown' : first.block !== undefined ? 'blocked' : 'reachable'",
  },
  {
    id: 'an unknown is taken for a yes',
    file: 'pair.ts',
    search: "isUnsure ? 'unknown' : 'reachable'",
    replace: "isUnsure ? 'reachable' : 'reachable'",
  },
];
