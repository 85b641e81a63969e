import type { KindName } from '../core/model/kinds';
import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { blockOf, parseBlock } from '../lib/cidr';
import { cellsOf, setCell, type Cell } from './shared/fields';
import { called, fieldOf, plan } from './shared/words';

export default defineRule({
  id: 'cidr-invalid',
  severity: 'error',
  summary: {
    en: 'A CIDR block must be an address, a slash and a prefix length, with no bits set behind the prefix',
    ja: 'CIDR ブロックは、アドレス、スラッシュ、プレフィックス長で書き、プレフィックスより後ろのビットは 0 にします',
  },
  why: {
    en: 'AWS rejects text that is not a CIDR block, and nothing that depends on it can be checked. Leading zeros are read as octal by some tools, so 010.0.0.0/16 may mean another network than it seems to. Bits behind the prefix are cleared by AWS without a word: 10.0.1.5/24 becomes 10.0.1.0/24, and a slip such as 192.168.1.0/0 is every address. Write the block as AWS shows it, such as 10.0.0.0/16.',
    ja: 'AWS は CIDR ブロックではない文字列を受け付けません。また、その値に依存する項目を確認できなくなります。先頭の 0 は 8 進数と解釈されることがあり、010.0.0.0/16 は見た目と違うネットワークを指すことがあります。プレフィックスより後ろのビットは、AWS では通知なく 0 になります。10.0.1.5/24 は 10.0.1.0/24 に、書き誤りの 192.168.1.0/0 はすべてのアドレスになります。10.0.0.0/16 のように書いてください。',
  },
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html',
  ],
  check: forEachResource(function* (context, resource) {
    for (const cell of cellsOf(context, resource)) {
      const { value, described, path } = cell;
      if (typeof value !== 'string' || isUnknown(value) || !holdsBlock(cell)) continue;
      const fault = described.check?.(value);
      if (fault === undefined) continue;
      const name = called(context, resource.id);
      const parsed = parseBlock(value);
      const meant =
        parsed.ok || described.check?.(parsed.meant ?? '') !== undefined ? undefined : parsed.meant;
      const isTaken =
        meant !== undefined && !parsed.ok && parsed.fault === 'host-bits-set' && isOfAws(resource.kind);
      const { en, ja } = isTaken
        ? {
            en: `“${value}” has bits set behind the prefix; AWS takes it as ${meant}`,
            ja: `「${value}」はプレフィックスより後ろのビットが立っています。AWS では ${meant} として扱われます`,
          }
        : fault;
      yield {
        on: [resource.id],
        field: path,
        ...(isTaken ? { severity: 'warning' } : {}),
        message: {
          en: `${described.label.en} of ${name}: ${en}`,
          ja: `${fieldOf(name, described.label)}: ${ja}`,
        },
        fixes:
          meant === undefined
            ? []
            : [plan(`Change it to ${meant}`, `${meant} に変更`, setCell(resource.id, cell, meant))],
      };
    }
  }),
  examples: {
    good: [sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }))],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/33' })),
      sketch(box('vpc', 'Vpc', { cidr: '010.0.0.0/16' })),
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0' })),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.1.5/24', routeTable: 'Table' }),
          box('route-table', 'Table'),
        ),
      ),
    ],
  },
});

/** A field for addresses says so, or starts with a block. */
function holdsBlock({ described }: Cell): boolean {
  if (described.control === 'cidr' || described.control === 'peer') return true;
  return typeof described.default === 'string' && blockOf(described.default) !== undefined;
}

/** AWS clears the bits behind the prefix; what stands outside it is not AWS's to correct. */
function isOfAws(kind: KindName): boolean {
  return kind !== 'on-premises';
}
