import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockText, containsAddress, lastOf } from '../lib/cidr';
import { subnetBlock } from './shared/networks';
import { fixedAddresses, kindsWithAddresses } from './shared/privateAddresses';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'private-ip-not-in-subnet',
  severity: 'error',
  summary: {
    en: 'A fixed private address must be one that its subnet can give',
    ja: '固定のプライベートアドレスは、サブネットで使えるものでなければなりません',
  },
  why: {
    en: 'An interface takes its address from its subnet. AWS keeps the first four addresses and the last one of every subnet for itself: the network, the router, DNS, a spare and the broadcast address. Choose another address, or leave it empty so that AWS chooses.',
    ja: 'ネットワークインターフェイスのアドレスはサブネットから割り当てられます。各サブネットの最初の 4 個と最後の 1 個は AWS が予約しています (ネットワーク、ルーター、DNS、予備、ブロードキャスト)。別のアドレスを選ぶか、空欄にして AWS に任せてください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  check: forEachOf(kindsWithAddresses, function* (context, owner) {
    for (const { resource, field, subnet, text, address, release, isReplaced } of fixedAddresses(
      context,
      owner,
    )) {
      const block = subnet === undefined ? undefined : subnetBlock(subnet);
      if (subnet === undefined || block === undefined) continue;
      const inside = containsAddress(block, address);
      if (inside && address.value >= block.first + 4n && address.value < lastOf(block)) continue;
      const name = called(context, resource.id);
      const where = `${called(context, subnet.id)} (${blockText(block)})`;
      yield {
        on: [resource.id, subnet.id],
        field,
        message: inside
          ? {
              en: `${name} asks for ${text}, which AWS keeps for itself in ${where}`,
              ja: `${name} に指定された ${text} は、${where} で AWS が予約しているアドレスです`,
            }
          : {
              en: `${name} asks for ${text}, which is not in its subnet ${where}`,
              ja: `${name} に指定された ${text} は、サブネット ${where} の範囲にありません`,
            },
        fixes: [
          isReplaced
            ? plan('Let AWS choose the address', 'アドレスを AWS に任せる', release)
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
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }, box('instance', 'Web', { privateIp: '10.0.0.4' })),
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
            { cidr: '10.0.0.0/24' },
            box('network-load-balancer', 'Nlb', {
              addresses: { a: { subnet: 'Subnet', privateIp: '10.0.1.10', elasticIp: false } },
            }),
          ),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }, box('instance', 'Web', { privateIp: '10.0.1.4' })),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }, box('instance', 'Web', { privateIp: '10.0.0.2' })),
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
            { cidr: '10.0.0.0/24' },
            box('network-interface', 'Spare', { furtherIps: { more: { address: '10.0.9.20' } } }),
          ),
        ),
      ),
    ],
  },
});
