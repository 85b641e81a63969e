/** For each code of AWS's analyser a design that shows it, or why none does. */
import { endpoints } from './endpoints';
import { gateways } from './gateways';
import { interfaces } from './interfaces';
import { loadBalancers } from './loadBalancers';
import { routes } from './routes';
import type { Family } from './shown';
import { transit } from './transit';
import { vpn } from './vpn';

export { leftOut } from './leftOut';
export type { Shown } from './shown';

export const families: readonly Family[] = [
  routes,
  gateways,
  interfaces,
  endpoints,
  loadBalancers,
  transit,
  vpn,
];
