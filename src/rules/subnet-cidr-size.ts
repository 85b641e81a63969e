import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { forEachOf } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockText } from '../lib/cidr';
import { hasAllowedSize, shortestPrefix } from '../lib/vpcBlocks';
import { freeSubnetBlock, subnetBlock, vpcOf } from './shared/networks';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'subnet-cidr-size',
  severity: 'error',
  summary: {
    en: 'A subnet’s IPv4 CIDR block must be between /16 and /28',
    ja: 'サブネットの IPv4 CIDR ブロックは /16〜/28 でなければなりません',
  },
  why: {
    en: 'AWS keeps five addresses of every subnet for itself and creates none smaller than /28 (11 usable addresses) or larger than /16.',
    ja: 'AWS は各サブネットで 5 個のアドレスを予約しており、/28 (使えるアドレスは 11 個) より小さいサブネットや /16 より大きいサブネットは作成できません。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'],
  check: forEachOf('subnet', function* (context, subnet) {
    const block = subnetBlock(subnet);
    if (block === undefined || hasAllowedSize(block)) return;
    const name = called(context, subnet.id);
    const vpc = vpcOf(context, subnet.id);
    const free =
      vpc === undefined || block.prefix < shortestPrefix
        ? undefined
        : freeSubnetBlock(context, vpc, subnet.id, block.prefix);
    yield {
      on: [subnet.id],
      field: 'cidr',
      message: {
        en: `${name} has the CIDR block ${blockText(block)}; AWS allows /16 to /28`,
        ja: `${name} の CIDR ブロックは ${blockText(block)} です。AWS で使えるのは /16〜/28 です`,
      },
      fixes:
        free === undefined
          ? []
          : [
              plan(
                `Change it to ${free}`,
                `${free} に変更`,
                call('setProps', { id: subnet.id, props: { cidr: free } }),
              ),
            ],
    };
  }),
  examples: {
    good: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', { cidr: '10.0.0.0/28' }))),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, box('subnet', 'Subnet', { cidr: '10.0.0.0/29' }))),
    ],
  },
});
