import { regionOf } from '../core/catalog/surroundings';
import { referencesOf } from '../core/catalog/references';
import { call } from '../core/commands';
import { isKind } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule } from '../core/rules/rule';
import { called, plan } from './shared/words';

export default defineRule({
  id: 'prefix-list-other-region',
  severity: 'error',
  summary: {
    en: 'A prefix list can be named in its own Region only',
    ja: 'プレフィックスリストは、同じリージョンの中でだけ指定できます',
  },
  why: {
    en: 'Route tables and security groups of another Region do not know the list. Make a list with the same entries in their Region.',
    ja: '別のリージョンのルートテーブルやセキュリティグループからは指定できません。そのリージョンに、同じエントリのリストを作成してください。',
  },
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html'],
  check: forEachResource(function* (context, resource) {
    const { document } = context;
    for (const { field, row, column, to } of referencesOf(context.catalog, resource)) {
      const list = context.resource(to);
      if (list === undefined || !isKind(list, 'prefix-list') || row === undefined) continue;
      const [there, here] = [regionOf(document, list.id), regionOf(document, resource.id)];
      if (there === here) continue;
      const name = called(context, resource.id);
      yield {
        on: [resource.id, list.id],
        field: `${field}.${row}.${column}`,
        message: {
          en: `${name} of ${here} names ${called(context, list.id)}, which is a prefix list of ${there}`,
          ja: `${here} の ${name} が、${there} のプレフィックスリスト ${called(context, list.id)} を指定しています`,
        },
        fixes: [
          plan(
            `Take ${called(context, list.id)} off ${name}`,
            `${name} から ${called(context, list.id)} を外す`,
            call('setRow', { id: resource.id, field, row, values: null }),
          ),
        ],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box('prefix-list', 'Offices'),
          box(
            'vpc',
            'Vpc',
            {},
            box('internet-gateway', 'Igw'),
            box('route-table', 'Table', {
              routes: { a: { destination: { ref: 'Offices' }, target: 'Igw' } },
            }),
          ),
        ),
      ),
    ],
    bad: [
      sketch(
        box('region', 'Osaka', { region: 'ap-northeast-3' }, box('prefix-list', 'Offices')),
        box(
          'region',
          'Tokyo',
          { region: 'ap-northeast-1' },
          box(
            'vpc',
            'Vpc',
            {},
            box('internet-gateway', 'Igw'),
            box('route-table', 'Table', {
              routes: { a: { destination: { ref: 'Offices' }, target: 'Igw' } },
            }),
          ),
        ),
      ),
    ],
  },
});
