/**
 * Ways to break the engine, one or more for each rule of how AWS moves packets. `npm run mutate` makes each of them in a
 * copy of the sources and expects the engine's tests to fail. To add one to the file of its area: name the rule, the file, a
 * piece of its text that occurs once, and what to put in its place.
 */
import { appliances } from './appliances';
import { clientVpn } from './clientVpn';
import { families } from './families';
import { gatewayEndpoints } from './gatewayEndpoints';
import { guesses } from './guesses';
import { interfaceEndpoints } from './interfaceEndpoints';
import { internetGateways } from './internetGateways';
import { loadBalancers } from './loadBalancers';
import { matrix } from './matrix';
import type { Mutation } from './mutation';
import { natGateways } from './natGateways';
import { networkAcls } from './networkAcls';
import { peering } from './peering';
import { privateLink } from './privateLink';
import { privateNames } from './privateNames';
import { refusals } from './refusals';
import { routeTables } from './routeTables';
import { securityGroups } from './securityGroups';
import { transitGateways } from './transitGateways';
import { unmodelled } from './unmodelled';
import { vpnConnections } from './vpnConnections';

export const mutations: readonly Mutation[] = [
  ...appliances,
  ...clientVpn,
  ...families,
  ...gatewayEndpoints,
  ...guesses,
  ...interfaceEndpoints,
  ...internetGateways,
  ...loadBalancers,
  ...matrix,
  ...natGateways,
  ...networkAcls,
  ...peering,
  ...privateLink,
  ...privateNames,
  ...refusals,
  ...routeTables,
  ...securityGroups,
  ...transitGateways,
  ...unmodelled,
  ...vpnConnections,
];
