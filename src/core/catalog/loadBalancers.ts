/** What Network and Application Load Balancers have in common: their scheme, and what a new one starts with. */
import { known, type Value } from '../model/value';
import type { Resource } from '../model/document';
import type { ChoiceField, Refs, Rows } from './field';
import type { Surroundings } from './kind';
import type { Listener } from './listenerRows';
import { oneOfEachOtherZone } from './zones';

export const schemeField: ChoiceField<'internal' | 'internet-facing'> = {
  control: 'choice',
  label: { en: 'Scheme', ja: 'スキーム' },
  default: 'internal',
  options: () => [
    { value: 'internal', label: { en: 'Internal', ja: '内部' } },
    { value: 'internet-facing', label: { en: 'Internet-facing', ja: 'インターネット向け' } },
  ],
};

/** What stands around a new load balancer, in its VPC. */
interface Found<Subnet, Group, Balancer> {
  /** The subnet it is drawn in. */
  readonly own: Subnet | undefined;
  readonly subnets: readonly Subnet[];
  /** Those that it may send to. */
  readonly targetGroups: readonly Group[];
  readonly securityGroups: readonly Resource[];
  /** The other load balancers of the diagram, whose target groups are taken. */
  readonly balancers: readonly Balancer[];
}

type WithProps<Props> = Resource & { readonly props: Props };

/** A subnet in each zone, the security group that is named for it, and a first listener for a target group that is free. */
export function startOfBalancer(
  { protocol, called }: { readonly protocol: string; readonly called: RegExp },
  found: Found<
    WithProps<{ readonly routeTable: unknown }>,
    WithProps<{ readonly port: Value<number | null> }>,
    WithProps<{ readonly listeners: Rows<Listener> }>
  >,
  around: Surroundings,
): { readonly securityGroups?: Refs; readonly subnets: Refs; readonly listeners: Rows<Listener> } {
  const { own, subnets, targetGroups, securityGroups, balancers } = found;
  const isTaken = (group: string): boolean =>
    balancers.some(({ props }) =>
      Object.values(props.listeners).some(
        ({ targetGroup, others }) => targetGroup === group || others[group] === true,
      ),
    );
  const free = targetGroups.find(({ id }) => !isTaken(id));
  const named = securityGroups.find(({ name }) => called.test(name));
  // Those on the same table lead to the same places.
  const alike = subnets.filter(({ props }) => props.routeTable === own?.props.routeTable);
  const others = own === undefined ? [] : oneOfEachOtherZone(own, alike, around);
  return {
    ...(named === undefined ? {} : { securityGroups: { [named.id]: true } }),
    subnets: Object.fromEntries(others.map(({ id }) => [id, true])),
    listeners: {
      first: {
        protocol,
        port: (free === undefined ? undefined : known(free.props.port)) ?? 80,
        targetGroup: free?.id ?? null,
        others: {},
      },
    },
  };
}
