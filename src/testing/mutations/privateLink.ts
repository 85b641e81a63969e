import type { Mutation } from './mutation';

export const privateLink: readonly Mutation[] = [
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
    id: 'PL1 an endpoint may be of another type than its service',
    file: 'hops/serviceType.ts',
    search: 'type === undefined || type === takes',
    replace: 'type === undefined || type !== takes',
  },
  {
    id: 'PL1 load balancers of any type may stand behind any service',
    file: 'hops/serviceType.ts',
    search: "if (fact.fact === 'gateway-load-balancer') return ['gateway'];",
    replace: "if (fact.fact === 'gateway-load-balancer') return ['network'];",
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
    file: 'hops/interfaceEndpointCreation.ts',
    search: "if (fact.privateDns === true && typeof fact.provider === 'string') {",
    replace: "if (fact.privateDns === null && typeof fact.provider === 'string') {",
  },
  {
    id: 'LB a load balancer takes its own reply for one of a target',
    file: 'hops/balancedReply.ts',
    search: 'session.connections.delete(fact.by);',
    replace: "session.connections.delete('');",
  },
];
