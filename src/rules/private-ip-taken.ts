import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { addressOf, addressText } from '../lib/cidr';
import { vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'private-ip-taken',
  severity: 'error',
  summary: {
    en: 'Two instances of a VPC must not have the same private address',
    ja: '同じ VPC の 2 つのインスタンスに、同じプライベートアドレスは使えません',
  },
  why: {
    en: 'The second one cannot be launched, because its address is in use. Change one of the addresses, or leave it empty so that AWS chooses.',
    ja: 'アドレスが使用中のため、2 つ目のインスタンスは起動できません。どちらかのアドレスを変えるか、空欄にして AWS に任せてください。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  *check(context) {
    const owners = new Map<string, string>();
    for (const instance of context.all('instance')) {
      const address = addressOf(known(instance.props.privateIp) ?? '');
      const vpc = vpcOf(context, instance.id);
      if (address === undefined || vpc === undefined) continue;
      const text = addressText(address);
      const owner = owners.get(`${vpc.id} ${text}`);
      if (owner === undefined) {
        owners.set(`${vpc.id} ${text}`, instance.id);
        continue;
      }
      const name = called(context, instance.id);
      yield {
        on: [instance.id, owner],
        field: 'privateIp',
        message: {
          en: `${name} and ${called(context, owner)} both ask for the address ${text}`,
          ja: `${name} と ${called(context, owner)} に、同じアドレス ${text} が指定されています`,
        },
        fixes: [
          plan(
            `Let AWS choose the address of ${name}`,
            `${name} のアドレスを AWS に任せる`,
            call('setProps', { id: instance.id, props: { privateIp: '' } }),
          ),
        ],
      };
    }
  },
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'A', { privateIp: '10.0.0.10' }),
            box('instance', 'B', { privateIp: '10.0.0.11' }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box(
            'subnet',
            'Subnet',
            {},
            box('instance', 'A', { privateIp: '10.0.0.10' }),
            box('instance', 'B', { privateIp: '10.0.0.10' }),
          ),
        ),
      ),
    ],
  },
});
