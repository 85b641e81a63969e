/**
 * What security groups make of a packet, whatever its protocol and ports: of their rows, those that are about its other end,
 * with how sure that is. Two such answers that are the same let the same through.
 */
import type { ResourceId } from '../../model/document';
import { peerCovers, type Recognised } from '../securityGroup';
import type { Cover, IpAddress } from '../address';
import type { GroupRule, Interface, SecurityGroup } from '../world';

/** Stands for an answer: two are the same if they are one number. */
export type Profile = number;

/** What groups are asked about a packet, its protocol and ports left aside. */
export interface AddressQuestion {
  readonly at: Interface;
  readonly direction: 'in' | 'out';
  /** That at the other end. */
  readonly address: IpAddress;
  readonly peer: Recognised | null;
  readonly origin: Interface | null;
}

/** The rows of some groups for one direction. */
interface Rows {
  readonly rows: readonly { readonly rule: GroupRule; readonly ports: number }[];
  /** The groups that they name: for a sender or receiver in none of these it does not matter who it is. */
  readonly named: ReadonlySet<SecurityGroup | ResourceId>;
  /** Whether they are about all addresses of a family, so that it does not matter which one it is. */
  readonly areForAll: boolean;
  /** Whether not all rows are known. */
  readonly isMissing: boolean;
}

interface Place {
  readonly profile: Profile;
  readonly next: Map<number, Place>;
}

const coverCodes: Readonly<Record<Cover, number>> = { no: 0, yes: 1, maybe: 2, unlikely: 3 };

export class GroupProfiles {
  private readonly rowsOf = { in: new Map<Interface, Rows>(), out: new Map<Interface, Rows>() };
  private readonly rowsBy = new Map<string, Rows>();
  private readonly portsBy = new Map<string, number>();
  private readonly start = { known: place(0), missing: place(1) };
  private profiles = 2;

  profileOf({ at, direction, address, peer, origin }: AddressQuestion): Profile {
    const { rows, isMissing } = this.rows(at, direction);
    let found = isMissing ? this.start.missing : this.start.known;
    for (const { rule, ports } of rows) {
      const cover = peerCovers(at, rule, address, peer, origin);
      if (cover === 'no') continue;
      const step = ports * 4 + coverCodes[cover];
      let next = found.next.get(step);
      if (next === undefined) found.next.set(step, (next = place(this.profiles++)));
      found = next;
    }
    return found.profile;
  }

  /** Stands for all that an answer hangs on but the other end: two interfaces with the same rows have one object. */
  rows(at: Interface, direction: 'in' | 'out'): Rows {
    let found = this.rowsOf[direction].get(at);
    if (found === undefined) {
      const groups = at.groups ?? [];
      // A group that is not in the design is like no other of its name.
      const key = `${direction} ${groups.map(({ id, network, missing }) => JSON.stringify([id, network?.id, missing])).join(' ')}`;
      found = this.rowsBy.get(key);
      if (found === undefined) {
        const rules = groups.flatMap((group) => (direction === 'in' ? group.inbound : group.outbound));
        found = {
          rows: rules.map((rule) => ({ rule, ports: this.portsOf(rule) })),
          named: new Set(
            rules.flatMap(({ means }) => (means !== undefined && 'group' in means ? [means.group] : [])),
          ),
          areForAll: rules.every(
            ({ means }) =>
              means === undefined || 'group' in means || ('block' in means && means.block.prefix === 0),
          ),
          isMissing: groups.some(({ missing }) => missing),
        };
        this.rowsBy.set(key, found);
      }
      this.rowsOf[direction].set(at, found);
    }
    return found;
  }

  /** Stands for the protocol and the ports of a row. */
  private portsOf({ protocol, fromPort, toPort }: GroupRule): number {
    const text = JSON.stringify([protocol, fromPort, toPort]);
    let found = this.portsBy.get(text);
    if (found === undefined) this.portsBy.set(text, (found = this.portsBy.size));
    return found;
  }
}

function place(profile: Profile): Place {
  return { profile, next: new Map() };
}
