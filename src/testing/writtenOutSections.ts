/** `Fn::ForEach` taken apart, and SAM's Globals given to functions, for the tests' own evaluator, which knows nothing of the importer's. */
import type { CfnValue } from '../core/cfn/template';

type Sections = Readonly<Record<string, CfnValue | undefined>>;

export function writtenOutSections(template: Sections): Sections {
  return withGlobals(withoutLoops(template));
}

function withGlobals(template: Sections): Sections {
  const general = (template['Globals'] as Sections | undefined)?.['Function'];
  if (general === undefined) return template;
  const resources = Object.entries(template['Resources'] as Readonly<Record<string, Sections>>).map(
    ([id, resource]) => {
      const isFunction = resource['Type'] === 'AWS::Serverless::Function';
      return [
        id,
        isFunction ? { ...resource, Properties: merged(general, resource['Properties'] ?? {}) } : resource,
      ];
    },
  );
  return { ...template, Resources: Object.fromEntries(resources) as CfnValue };
}

function merged(general: CfnValue, own: CfnValue): CfnValue {
  if (Array.isArray(general) && Array.isArray(own))
    return [...(general as CfnValue[]), ...(own as CfnValue[])];
  if (!isRecord(general) || !isRecord(own)) return own;
  const keys = new Set([...Object.keys(general), ...Object.keys(own)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const [one, other] = [general[key], own[key]];
      return [key, one === undefined || other === undefined ? (other ?? one) : merged(one, other)];
    }),
  );
}

function isRecord(value: CfnValue): value is Readonly<Record<string, CfnValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutLoops(template: Sections): Sections {
  const parameters = (template['Parameters'] ?? {}) as Readonly<
    Record<string, { readonly Default?: unknown }>
  >;
  const listOf = (collection: CfnValue): readonly string[] => {
    if (Array.isArray(collection)) return collection.map(String);
    const name = (collection as { readonly Ref: string }).Ref;
    return String(parameters[name]?.Default).split(',');
  };
  const within = (value: CfnValue): CfnValue => {
    if (Array.isArray(value)) return (value as readonly CfnValue[]).map(within);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value as Readonly<Record<string, CfnValue>>).flatMap(([key, inner]) => {
        if (!key.startsWith('Fn::ForEach')) return [[key, within(inner)]];
        const [name, collection, fragment] = inner as readonly [string, CfnValue, CfnValue];
        return listOf(collection).flatMap((item) =>
          Object.entries(within(replaced(fragment, name, item)) as Readonly<Record<string, CfnValue>>),
        );
      }),
    );
  };
  return within(template as CfnValue) as Sections;
}

function replaced(value: CfnValue, name: string, item: string): CfnValue {
  const text = JSON.stringify(value)
    .replaceAll(`\${${name}}`, item)
    .replaceAll(`{"Ref":"${name}"}`, JSON.stringify(item));
  // A name that was put together is one: `{ Ref: { 'Fn::Sub': 'SubnetA' } }`.
  const settled = text
    .replaceAll(/\{"Ref":\{"Fn::Sub":("[^"$]*")\}\}/g, '{"Ref":$1}')
    .replaceAll(/\{"Fn::GetAtt":\[\{"Fn::Sub":("[^"$]*")\},/g, '{"Fn::GetAtt":[$1,');
  return JSON.parse(settled) as CfnValue;
}
