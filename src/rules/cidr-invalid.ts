import { box, sketch } from '../core/model/sketch';
import { isUnknown } from '../core/model/value';
import { defineRule } from '../core/rules/rule';
import { blockOf, parseBlock } from '../lib/cidr';
import { cellsOf, setCell, type Cell } from './shared/fields';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'cidr-invalid',
  severity: 'error',
  summary: {
    en: 'A CIDR block must be an address, a slash and a prefix length, with no bits set behind the prefix',
    ja: 'CIDR ブロックは、アドレス、スラッシュ、プレフィックス長で書き、プレフィックスより後ろのビットは 0 にします',
  },
  why: {
    en: 'AWS rejects text that is not a CIDR block, and nothing that depends on it can be checked. Leading zeros are read as octal by some tools, so 010.0.0.0/16 may mean another network than it seems to. Write the block as AWS shows it, such as 10.0.0.0/16.',
    ja: 'AWS は CIDR ブロックではない文字列を受け付けません。また、その値に依存する項目を確認できなくなります。先頭の 0 は 8 進数と解釈されることがあり、010.0.0.0/16 は見た目と違うネットワークを指すことがあります。10.0.0.0/16 のように書いてください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html'],
  *check(context) {
    for (const resource of context.document.resources.values())
      for (const cell of cellsOf(context, resource)) {
        const { value, described, path } = cell;
        if (typeof value !== 'string' || isUnknown(value) || !holdsBlock(cell)) continue;
        const fault = described.check?.(value);
        if (fault === undefined) continue;
        const name = called(context, resource.id);
        const parsed = parseBlock(value);
        const meant = parsed.ok ? undefined : parsed.meant;
        yield {
          on: [resource.id],
          field: path,
          message: {
            en: `${described.label.en} of ${name}: ${fault.en}`,
            ja: `${name} の${described.label.ja}: ${fault.ja}`,
          },
          fixes:
            meant === undefined || described.check?.(meant) !== undefined
              ? []
              : [plan(`Change it to ${meant}`, `${meant} に変更`, setCell(resource.id, cell, meant))],
        };
      }
  },
  examples: {
    good: [sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }))],
    bad: [
      sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/33' })),
      sketch(box('vpc', 'Vpc', { cidr: '010.0.0.0/16' })),
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box('subnet', 'Subnet', { cidr: '10.0.1.1/24', routeTable: 'Table' }),
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
