/** What mends a flow without leading it another way: filters, DNS, addresses, what AWS would refuse to create. */
import type { PlanMaker } from '../../../../core/plans/mend';
import { aclRules } from '../aclRules';
import { addresses } from '../addresses';
import { balanced } from '../balanced';
import { creatable } from '../creatable';
import { groupRules } from '../groupRules';
import { publicAccess } from '../publicAccess';
import { publicAddresses } from '../publicAddresses';
import { regionalNat } from '../regionalNat';
import { routes } from '../routes';

export const mending: readonly PlanMaker[] = [
  addresses,
  creatable,
  balanced,
  regionalNat,
  publicAddresses,
  publicAccess,
  groupRules,
  aclRules,
];

/** With routes as well, for a NAT gateway that does not stand where it can work, and for what comes in from the internet. */
export const mendingRoutes: readonly PlanMaker[] = [...mending, routes];
