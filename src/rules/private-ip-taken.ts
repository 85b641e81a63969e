import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { addressText } from '../lib/cidr';
import { inVpc } from './shared/networks';
import { fixedAddresses, kindsWithAddresses } from './shared/privateAddresses';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'private-ip-taken',
  severity: 'error',
  summary: {
    en: 'Two instances or network interfaces of a VPC must not have the same private address',
    ja: '同じ VPC の 2 つのインスタンスやネットワークインターフェイスに、同じプライベートアドレスは使えません',
  },
  why: {
    en: 'The second one cannot be created, because its address is in use. Change one of the addresses, or leave it empty so that AWS chooses.',
    ja: 'アドレスが使用中のため、2 つ目は作成できません。どちらかのアドレスを変えるか、空欄にして AWS に任せてください。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html'],
  check: forEachOf('vpc', function* (context, vpc) {
    const owners = new Map<string, string>();
    const given = kindsWithAddresses
      .flatMap((kind): Parameters<typeof fixedAddresses>[1][] => [...inVpc(context, vpc.id, kind)])
      .flatMap((each) => [...fixedAddresses(context, each)]);
    for (const { resource, field, address, release, isReplaced } of given) {
      const text = addressText(address);
      const owner = owners.get(text);
      if (owner === undefined) {
        owners.set(text, resource.id);
        continue;
      }
      const name = called(context, resource.id);
      yield {
        on: [resource.id, owner],
        field,
        message:
          owner === resource.id
            ? {
                en: `${name} asks for the address ${text} twice`,
                ja: `${name} に、同じアドレス ${text} が 2 回指定されています`,
              }
            : {
                en: `${name} and ${called(context, owner)} both ask for the address ${text}`,
                ja: `${name} と ${called(context, owner)} に、同じアドレス ${text} が指定されています`,
              },
        fixes: [
          isReplaced
            ? plan(`Let AWS choose the address of ${name}`, `${name} のアドレスを AWS に任せる`, release)
            : plan(`Take ${text} off ${name}`, `${name} から ${text} を削除`, release),
        ],
      };
    }
  }),
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
            box('network-interface', 'B', { furtherIps: { more: { address: '10.0.0.10' } } }),
          ),
        ),
      ),
    ],
  },
});
