import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { called, listed } from './shared/words';

export default defineRule({
  id: 'misplaced-resource',
  severity: 'error',
  summary: {
    en: 'A resource must stand where it can exist: a subnet in a VPC, an instance in a subnet',
    ja: 'リソースは、存在できる場所に置きます (サブネットは VPC の中、インスタンスはサブネットの中など)',
  },
  why: {
    en: 'Where a resource stands says what it belongs to. One without its container belongs to nothing: it cannot be deployed, and no traffic reaches it. Drag it into its container.',
    ja: 'リソースの置き場所は、何に属するかを表します。所属先のないリソースはデプロイできず、通信もできません。正しいコンテナの中に移動してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/how-it-works.html'],
  cfnLint: ['E3003'],
  check: forEachResource(function* (context, resource) {
    // What a template got wrong is told of at its line when it is read.
    if (resource.provenance !== undefined) return;
    const kind = context.catalog.kind(resource.kind);
    const parent = context.resource(resource.parentId);
    if ((kind.parents as readonly string[]).includes(parent?.kind ?? 'canvas')) return;
    const name = called(context, resource.id);
    const right = kind.parents.flatMap((each) =>
      each === 'canvas' ? [] : [context.catalog.kind(each).label],
    );
    const where =
      parent === undefined
        ? { en: 'on the bare canvas', ja: 'キャンバスの上' }
        : { en: `in ${called(context, parent.id)}`, ja: `${called(context, parent.id)} の中` };
    yield {
      on: [resource.id],
      field: 'parentId',
      message: {
        en: `${name} stands ${where.en}; the place of a resource of the kind ${kind.label.en} is in one of the kind ${listed(right.map(({ en }) => en)).en}`,
        ja: `${name} は${where.ja}にあります。${kind.label.ja}は ${listed(right.map(({ ja }) => ja)).ja} の中に置きます`,
      },
    };
  }),
  examples: {
    good: [sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet', {}, box('instance', 'Web'))))],
    bad: [sketch(box('vpc', 'Vpc', {}, box('instance', 'Web'))), sketch(box('subnet', 'Subnet'))],
  },
});
