import type { Approach } from '../../../../core/compare/approach';
import { gatewayEndpoint } from './gatewayEndpoint';
import { interfaceEndpoint } from './interfaceEndpoint';
import { internetGateway } from './internetGateway';
import { natGateway } from './natGateway';
import { peering } from './peering';
import { transitGateway } from './transitGateway';
import { vpn } from './vpn';

export const approaches: readonly Approach[] = [
  internetGateway,
  natGateway,
  gatewayEndpoint,
  interfaceEndpoint,
  peering,
  transitGateway,
  vpn,
];
