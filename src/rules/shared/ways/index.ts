/** What helps against what stops a flow. */
import type { PlanMaker } from '../../../core/plans/mend';
import { aclRules } from './aclRules';
import { addresses } from './addresses';
import { balanced } from './balanced';
import { clientVpn } from './clientVpn';
import { connections } from './connections';
import { creatable } from './creatable';
import { groupRules } from './groupRules';
import { publicAccess } from './publicAccess';
import { publicAddresses } from './publicAddresses';
import { regionalNat } from './regionalNat';
import { routes } from './routes';
import { transit } from './transit';
import { vpn } from './vpn';

export const ways: readonly PlanMaker[] = [
  addresses,
  creatable,
  balanced,
  clientVpn,
  connections,
  transit,
  vpn,
  routes,
  regionalNat,
  publicAddresses,
  publicAccess,
  groupRules,
  aclRules,
];
