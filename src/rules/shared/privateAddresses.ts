/** The private addresses that the drawing fixes, of whatever has a network interface of its own. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource } from '../../core/model/document';
import { isKind } from '../../core/model/queries';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { addressOf, type Address } from '../../lib/cidr';
import { subnetOf } from './networks';

export interface FixedAddress {
  readonly resource: Resource<'instance'> | Resource<'network-interface'> | Resource<'network-load-balancer'>;
  /** `privateIp`, `furtherIps.<row>.address`, or `addresses.<row>.privateIp`. */
  readonly field: string;
  /** The subnet that gives it; undefined where nobody knows. */
  readonly subnet: Resource<'subnet'> | undefined;
  readonly text: string;
  readonly address: Address;
  /** Leaves it to AWS, or takes it away where there are others. */
  readonly release: CommandCall;
  /** Whether AWS chooses another one in its place when it is released. */
  readonly isReplaced: boolean;
}

/** The kinds that may have some, in the order in which AWS is taken to give addresses. */
export const kindsWithAddresses = ['instance', 'network-interface', 'network-load-balancer'] as const;

type WithAddresses = Resource<(typeof kindsWithAddresses)[number]>;

/** Those of one resource. */
export function* fixedAddresses(context: RuleContext, resource: WithAddresses): Generator<FixedAddress> {
  if (!isKind(resource, 'network-load-balancer')) {
    const { id, props } = resource;
    const subnet = subnetOf(context, id);
    const text = known(props.privateIp) ?? '';
    const address = addressOf(text);
    if (address?.family === 4) {
      const release = call('setProps', { id, props: { privateIp: '' } });
      yield { resource, field: 'privateIp', subnet, text, address, release, isReplaced: true };
    }
    for (const [row, further] of Object.entries(props.furtherIps)) {
      const own = known(further.address) ?? '';
      const found = addressOf(own);
      if (found?.family !== 4) continue;
      const release = call('setRow', { id, field: 'furtherIps', row, values: null });
      yield {
        resource,
        field: `furtherIps.${row}.address`,
        subnet,
        text: own,
        address: found,
        release,
        isReplaced: false,
      };
    }
  } else
    for (const [row, node] of Object.entries(resource.props.addresses)) {
      const text = known(node.privateIp) ?? '';
      const address = addressOf(text);
      if (address?.family !== 4) continue;
      const subnet = context.resource(known(node.subnet));
      yield {
        resource,
        field: `addresses.${row}.privateIp`,
        subnet: subnet !== undefined && isKind(subnet, 'subnet') ? subnet : undefined,
        text,
        address,
        release: call('setRow', { id: resource.id, field: 'addresses', row, values: { privateIp: '' } }),
        isReplaced: true,
      };
    }
}
