/** The private addresses that the drawing fixes, of whatever has a network interface of its own. */
import { call, type CommandCall } from '../../core/commands';
import type { Resource } from '../../core/model/document';
import { known } from '../../core/model/value';
import type { RuleContext } from '../../core/rules/rule';
import { addressOf, type Address } from '../../lib/cidr';

export interface FixedAddress {
  readonly resource: Resource<'instance'> | Resource<'network-interface'>;
  /** `privateIp`, or `furtherIps.<row>.address`. */
  readonly field: string;
  readonly text: string;
  readonly address: Address;
  /** Leaves it to AWS, or takes it away where there are others. */
  readonly release: CommandCall;
}

export function* fixedAddresses(context: RuleContext): Generator<FixedAddress> {
  for (const resource of [...context.all('instance'), ...context.all('network-interface')]) {
    const { id, props } = resource;
    const text = known(props.privateIp) ?? '';
    const address = addressOf(text);
    if (address?.family === 4) {
      const release = call('setProps', { id, props: { privateIp: '' } });
      yield { resource, field: 'privateIp', text, address, release };
    }
    if (resource.kind !== 'network-interface') continue;
    for (const [row, further] of Object.entries(resource.props.furtherIps)) {
      const own = known(further.address) ?? '';
      const found = addressOf(own);
      if (found?.family !== 4) continue;
      const release = call('setRow', { id, field: 'furtherIps', row, values: null });
      yield { resource, field: `furtherIps.${row}.address`, text: own, address: found, release };
    }
  }
}
