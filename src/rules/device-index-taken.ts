import { call } from '../core/commands';
import type { ResourceId } from '../core/model/document';
import { box, sketch } from '../core/model/sketch';
import { isUnknown, known } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { attachments } from './shared/attachments';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'device-index-taken',
  severity: 'error',
  summary: {
    en: 'Two network interfaces of an instance must not have the same device index',
    ja: '1 つのインスタンスの 2 つのネットワークインターフェイスに、同じデバイスインデックスは使えません',
  },
  why: {
    en: 'The index says in which order the instance sees its interfaces; its primary one has 0. The second attachment with the same index fails. Give each interface an index of its own.',
    ja: 'デバイスインデックスは、インスタンスから見たインターフェイスの順番です (プライマリは 0)。同じインデックスへの 2 つ目のアタッチは失敗します。インターフェイスごとに別の値を指定してください。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AttachNetworkInterface.html'],
  *check(context) {
    for (const { instance, interfaces } of attachments(context)) {
      const owners = new Map<number, ResourceId>();
      for (const { id, props } of interfaces) {
        const index = known(props.deviceIndex);
        if (index === undefined) continue;
        const owner = owners.get(index);
        if (owner === undefined) {
          owners.set(index, id);
          continue;
        }
        const taken = interfaces.map((each) => each.props.deviceIndex);
        const free = Array.from({ length: 63 }, (_, at) => at + 1).find((each) => !taken.includes(each));
        const name = called(context, id);
        yield {
          on: [id, owner, instance.id],
          field: 'deviceIndex',
          message: {
            en: `${name} and ${called(context, owner)} are both attached to ${called(context, instance.id)} with device index ${index}`,
            ja: `${name} と ${called(context, owner)} が、どちらもデバイスインデックス ${index} で ${called(context, instance.id)} にアタッチされています`,
          },
          // One whose index cannot be read may have any.
          fixes:
            free === undefined || taken.some(isUnknown)
              ? []
              : [
                  plan(
                    `Give ${name} the device index ${free}`,
                    `${name} のデバイスインデックスを ${free} に変更`,
                    call('setProps', { id, props: { deviceIndex: free } }),
                  ),
                ],
        };
      }
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
            box('instance', 'Firewall'),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', deviceIndex: 1 }),
            box('network-interface', 'Outer', { attachedTo: 'Firewall', deviceIndex: 2 }),
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
            box('instance', 'Firewall'),
            box('network-interface', 'Inner', { attachedTo: 'Firewall', deviceIndex: 1 }),
            box('network-interface', 'Outer', { attachedTo: 'Firewall', deviceIndex: 1 }),
          ),
        ),
      ),
    ],
  },
});
