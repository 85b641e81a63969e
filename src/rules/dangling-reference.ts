import type { Field } from '../core/catalog/field';
import { call, type CommandCall } from '../core/commands';
import { referencesOf } from '../core/catalog/references';
import type { Resource } from '../core/model/document';
import { valuesOf } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { forEachResource } from '../core/rules/each';
import { defineRule, type RuleContext } from '../core/rules/rule';
import { isRecord } from './shared/fields';
import { called, fieldOf, listed, plan } from './shared/words';

export default defineRule({
  id: 'dangling-reference',
  severity: 'error',
  summary: {
    en: 'A reference must name a resource that exists and is of the right kind',
    ja: '参照先は、存在する正しい種類のリソースでなければなりません',
  },
  why: {
    en: 'A resource that refers to nothing, or to something of another kind, cannot be created, and what depends on the reference cannot be checked. Choose the resource that was meant, or clear the reference.',
    ja: '存在しないリソースや別の種類のリソースを参照するリソースは作成できず、参照に依存する項目も確認できません。正しいリソースを選び直すか、参照を外してください。',
  },
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html',
  ],
  check: forEachResource(function* (context, resource) {
    for (const reference of referencesOf(context.catalog, resource)) {
      const field = context.catalog.fields(resource.kind).get(reference.field);
      if (field === undefined) continue;
      const described = field.control === 'rows' ? field.columns[reference.column ?? ''] : field;
      const kinds = kindsOf(described);
      const to = context.resource(reference.to);
      // A route whose target is gone is a blackhole: `route-target-gone`.
      if (to === undefined && resource.kind === 'route-table') continue;
      if (described === undefined || (to !== undefined && kinds.includes(to.kind))) continue;
      const name = called(context, resource.id);
      const { row, column } = reference;
      yield {
        on: [resource.id],
        field: row === undefined ? reference.field : `${reference.field}.${row}.${column}`,
        message:
          to === undefined
            ? {
                en: `${described.label.en} of ${name} refers to “${reference.to}”, which does not exist`,
                ja: `${fieldOf(name, described.label)}は「${reference.to}」を参照していますが、存在しません`,
              }
            : wrongKind(context, name, described, to),
        fixes: [plan('Clear the reference', '参照を外す', clear(resource, reference))],
      };
    }
  }),
  examples: {
    good: [
      sketch(
        box('vpc', 'Vpc', {}, box('subnet', 'Subnet', { routeTable: 'Table' }), box('route-table', 'Table')),
      ),
    ],
    bad: [
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'Subnet', { routeTable: 'Gone' }))),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', { routeTable: 'Group' }),
          box('security-group', 'Group'),
        ),
      ),
      sketch(
        box(
          'vpc',
          'Vpc',
          {},
          box('subnet', 'Subnet', {}, box('instance', 'Web', { securityGroups: { Gone: true } })),
        ),
      ),
    ],
  },
});

function kindsOf(field: Field | undefined): readonly string[] {
  return field !== undefined && 'kinds' in field ? field.kinds : [];
}

function wrongKind(
  context: RuleContext,
  name: string,
  described: Field,
  to: Resource,
): { readonly en: string; readonly ja: string } {
  const kind = context.catalog.kind(to.kind).label;
  const meant = kindsOf(described).map((each) => context.catalog.kind(each).label);
  return {
    en: `${described.label.en} of ${name} refers to ${called(context, to.id)}, which is not of the kind ${listed(meant.map(({ en }) => en)).en} but ${kind.en}`,
    ja: `${fieldOf(name, described.label)}が参照する ${called(context, to.id)} は、${listed(meant.map(({ ja }) => ja)).ja}ではなく${kind.ja}です`,
  };
}

function clear(
  resource: Resource,
  {
    field,
    row,
    column,
    to,
  }: { readonly field: string; readonly row?: string; readonly column?: string; readonly to: string },
): CommandCall {
  const value = valuesOf(resource)[field];
  if (row !== undefined && column !== undefined)
    return call('setRow', { id: resource.id, field, row, values: null });
  const kept = isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== to))
    : null;
  return call('setProps', { id: resource.id, props: { [field]: kept } });
}
