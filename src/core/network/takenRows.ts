/**
 * Rows with values that AWS refuses. No traffic passes because of them: a row of a security group allows nothing, and of a
 * row of a network ACL, which may as well deny, nobody can say what it decides.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
import { blockOf } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { isUnknown, type Unknown } from '../model/value';
import type { AclRow, GroupRow } from './facts';
import type { PortMatch } from './ports';

/** Whether AWS takes the ports of a row. */
export function takesPorts({ protocol, fromPort, toPort }: PortMatch): boolean {
  if (protocol !== 'tcp' && protocol !== 'udp') return true;
  const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65535;
  const known = [fromPort, toPort].filter((port): port is number => typeof port === 'number');
  if (!known.every(isPort)) return false;
  return typeof fromPort !== 'number' || typeof toPort !== 'number' || fromPort <= toPort;
}

/** A row of a network ACL, with what AWS refuses made unknown. */
export function aclRowTaken(row: AclRow): AclRow {
  const { number, block } = row;
  const badNumber = !isUnknown(number) && !(Number.isInteger(number) && number >= 1 && number <= 32766);
  const badPorts = !takesPorts(row);
  const badBlock = !isUnknown(block) && blockOf(block) === undefined;
  if (!badNumber && !badPorts && !badBlock) return row;
  const why = refusal(number);
  return {
    ...row,
    action: why,
    ...(badPorts ? { fromPort: why, toPort: why } : {}),
    ...(badBlock ? { block: why } : {}),
  };
}

function refusal(number: AclRow['number']): Unknown {
  const name: Words = isUnknown(number)
    ? { en: 'a network ACL rule', ja: 'ネットワーク ACL のルール' }
    : { en: `network ACL rule ${number}`, ja: `ネットワーク ACL のルール ${number}` };
  return {
    unknown: {
      en: `${name.en} has a value that AWS refuses, so what it decides is not known`,
      ja: `${name.ja} に AWS が受け付けない値があるため、許可か拒否かがわかりません`,
    },
  };
}

/** What the peer of a row of a security group is; nobody, where AWS refuses the row. */
export function peerTaken(row: GroupRow): GroupRow['peer'] {
  return takesPorts(row) ? row.peer : '';
}
