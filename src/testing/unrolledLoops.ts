/** `Fn::ForEach` taken apart for the tests' own evaluator, which knows nothing of the importer's. */
import type { CfnValue } from '../core/cfn/template';

type Sections = Readonly<Record<string, CfnValue | undefined>>;

export function unrolledLoops(template: Sections): Sections {
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
