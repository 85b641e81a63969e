/**
 * A Gateway Load Balancer: a node in each of its subnets, which takes nothing but what the endpoints of its service hand
 * it. It is followed from there (`appliances.ts`).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html
 */
import type { Words } from '../../../lib/words';
import type { GatewayLoadBalancerFact } from '../facts';
import type { Behaviour } from './behaviour';
import { notTaken } from './notTaken';

export const gatewayLoadBalancer: Behaviour<GatewayLoadBalancerFact> = {
  *interfaces(fact) {
    for (const subnet of fact.subnets)
      yield {
        fact: 'interface',
        by: fact.by,
        unfiltered: true,
        subnet,
        privateIpv4: null,
        ipv6: false,
        publicIpv4: false,
        securityGroups: [],
        sourceDestinationCheck: false,
        clientPorts: [1024, 65535],
        workload: false,
      };
  },

  cannotStart: (fact, world) => ({
    code: 'gateway-rejects',
    analyzerCode: 'UNSUPPORTED_COMPONENT',
    says: {
      en: `${world.name(fact.by)} is a Gateway Load Balancer, which begins no connection of its own`,
      ja: `${world.name(fact.by)} は Gateway Load Balancer であり、自分から接続を開始しません`,
    },
  }),

  receive(fact, walk, packet) {
    const name = walk.world.name(fact.by);
    const says: Words = {
      en: `${name} takes packets from its Gateway Load Balancer endpoints only`,
      ja: `${name} が受け取るのは、Gateway Load Balancer エンドポイントからのパケットだけです`,
    };
    return notTaken(walk, fact.by, 'load-balancer', says, packet);
  },
};
