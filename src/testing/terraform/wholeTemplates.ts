/** Templates that say everything that a type has: each property of each object, with a value of its sort. */
import { schemaOf, type ValueSchema } from '../../core/cfn/schema/schema';
import type { CfnTemplate, CfnValue } from '../../core/cfn/template';
import type { Translation } from '../../core/terraform/translation';

/** One resource of a type with all of `names`; `given` are the values of those of which nothing is known here; null leaves one out. */
export function wholeTemplate(
  type: string,
  { properties }: Translation,
  given: Readonly<Record<string, CfnValue>> = {},
): CfnTemplate {
  const schema = schemaOf(type);
  const values = Object.keys(properties).flatMap((name) => {
    const takes = schema?.properties.get(name)?.takes;
    if (given[name] === null) return [];
    return [[name, given[name] ?? (takes === undefined ? '1' : valueOf(takes, 0))] as const];
  });
  return {
    Parameters: {},
    Resources: { Whole: { Type: type, Properties: Object.fromEntries(values) } },
    Outputs: {},
  };
}

function valueOf(takes: ValueSchema, depth: number): CfnValue {
  switch (takes.is) {
    case 'anything':
      return { Version: '2012-10-17' };
    case 'text':
      // A text that is a number, too, where the provider takes one.
      return takes.of?.[0] ?? '1';
    case 'number':
      return 1;
    case 'truth':
      return true;
    case 'list':
      return depth > 5 ? [] : [valueOf(takes.of, depth + 1)];
    case 'map':
      return { key: valueOf(takes.of, depth + 1) };
    case 'object':
      return depth > 5
        ? {}
        : Object.fromEntries(
            [...takes.schema().properties].map(([name, { takes: inner }]) => [
              name,
              valueOf(inner, depth + 1),
            ]),
          );
  }
}
