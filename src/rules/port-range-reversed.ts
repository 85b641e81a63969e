import { call } from '../core/commands';
import { valuesOf } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { isRecord } from './shared/fields';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'port-range-reversed',
  severity: 'error',
  summary: {
    en: 'A port range starts at its lower port',
    ja: 'ポート範囲は、小さいポート番号から指定します',
  },
  why: {
    en: 'AWS rejects a rule whose first port is greater than its last one. Swap the two.',
    ja: '開始ポートが終了ポートより大きいルールは作成できません。入れ替えてください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  cfnLint: ['E9002'],
  check: forEachResource(function* (context, resource) {
    for (const [field, described] of context.catalog.fields(resource.kind)) {
      const rows = valuesOf(resource)[field];
      if (described.control !== 'rows' || !isRecord(rows)) continue;
      for (const [row, cells] of Object.entries(rows)) {
        if (!isRecord(cells)) continue;
        const { fromPort, toPort, protocol } = cells;
        if (typeof fromPort !== 'number' || typeof toPort !== 'number' || fromPort <= toPort) continue;
        // For ICMP the two are a type and a code.
        if (protocol === 'icmp' || protocol === 'icmpv6' || protocol === 'any') continue;
        yield {
          on: [resource.id],
          field: `${field}.${row}.fromPort`,
          message: {
            en: `A rule of ${called(context, resource.id)} has the port range ${fromPort}–${toPort}, which AWS refuses: nothing is taken to pass because of it`,
            ja: `${called(context, resource.id)} のルールのポート範囲が ${fromPort}〜${toPort} になっています。AWS が受け付けないため、このルールで通信が許可されることはないものとします`,
          },
          fixes: [
            plan(
              `Change it to ${toPort}–${fromPort}`,
              `${toPort}〜${fromPort} に変更`,
              call('setRow', {
                id: resource.id,
                field,
                row,
                values: { fromPort: toPort, toPort: fromPort },
              }),
            ),
          ],
        };
      }
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Group', {
            inbound: { a: { protocol: 'tcp', fromPort: 8000, toPort: 8080, peer: '10.0.0.0/16' } },
          }),
        ),
      ),
    ],
    bad: [
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('security-group', 'Group', {
            inbound: { a: { protocol: 'tcp', fromPort: 8080, toPort: 8000, peer: '10.0.0.0/16' } },
          }),
        ),
      ),
    ],
  },
});
