import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { defineRule } from '../core/rules/rule';
import { attachments } from './shared/attachments';
import { subnetOf, zoneOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'network-interface-other-zone',
  severity: 'error',
  summary: {
    en: 'A network interface can be attached only to an instance of its own Availability Zone',
    ja: 'ネットワークインターフェイスは、同じアベイラビリティーゾーンのインスタンスにだけアタッチできます',
  },
  why: {
    en: 'An interface lives in the zone of its subnet, and AWS attaches it to no instance elsewhere. Move one of the two into a subnet of the other’s zone.',
    ja: 'ネットワークインターフェイスはサブネットのゾーンに属し、別のゾーンのインスタンスにはアタッチできません。どちらかを、もう一方と同じゾーンのサブネットに移してください。',
  },
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html'],
  *check(context) {
    for (const { instance, interfaces } of attachments(context)) {
      const place = subnetOf(context, instance.id);
      const zone = place === undefined ? '' : (zoneOf(context, place) ?? '');
      for (const { id } of interfaces) {
        const subnet = subnetOf(context, id);
        const own = subnet === undefined ? '' : (zoneOf(context, subnet) ?? '');
        // Where AWS chooses a zone, it may well choose the other's.
        if (zone === '' || own === '' || zone === own) continue;
        const name = called(context, id);
        yield {
          on: [id, instance.id],
          field: 'attachedTo',
          message: {
            en: `${name} is in ${own}, but ${called(context, instance.id)}, to which it is attached, is in ${zone}`,
            ja: `${name} は ${own} にありますが、アタッチ先の ${called(context, instance.id)} は ${zone} にあります`,
          },
          fixes: [
            plan(
              `Detach ${name} from ${called(context, instance.id)}`,
              `${name} を ${called(context, instance.id)} からデタッチ`,
              call('setProps', { id, props: { attachedTo: null } }),
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
            'Front',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall'),
          ),
          box(
            'subnet',
            'Back',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1a' },
            box('network-interface', 'Inner', { attachedTo: 'Firewall' }),
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
            'Front',
            { cidr: '10.0.0.0/24', zone: 'ap-northeast-1a' },
            box('instance', 'Firewall'),
          ),
          box(
            'subnet',
            'Back',
            { cidr: '10.0.1.0/24', zone: 'ap-northeast-1c' },
            box('network-interface', 'Inner', { attachedTo: 'Firewall' }),
          ),
        ),
      ),
    ],
  },
});
