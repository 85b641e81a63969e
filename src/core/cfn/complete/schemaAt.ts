/** What CloudFormation takes at a place in a resource's properties. */
import { schemaOf, type ObjectSchema, type PropertySchema, type ValueSchema } from '../schema/schema';

/** `path`: the keys behind `Properties`. Undefined where nothing is known, or a function stands around. */
export function valueAt(type: string, path: readonly (string | number)[]): ValueSchema | undefined {
  const schema = schemaOf(type);
  if (schema === undefined) return undefined;
  let value: ValueSchema = { is: 'object', name: type, schema: () => schema };
  for (const [index, step] of path.entries()) {
    // Either branch of a condition is what stands there.
    if (step === 'Fn::If') return valueAfterIf(value, path.slice(index + 1));
    const next = inside(value, step);
    if (next === undefined) return undefined;
    value = next;
  }
  return value;
}

export function propertyAt(
  type: string,
  path: readonly (string | number)[],
  name: string,
): PropertySchema | undefined {
  return objectAt(type, path)?.properties.get(name);
}

export function objectAt(type: string, path: readonly (string | number)[]): ObjectSchema | undefined {
  const value = valueAt(type, path);
  return value?.is === 'object' ? value.schema() : undefined;
}

function valueAfterIf(
  value: ValueSchema,
  [branch, ...rest]: readonly (string | number)[],
): ValueSchema | undefined {
  if (branch !== 1 && branch !== 2) return undefined;
  let found: ValueSchema | undefined = value;
  for (const step of rest) found = found === undefined ? undefined : inside(found, step);
  return found;
}

function inside(value: ValueSchema, step: string | number): ValueSchema | undefined {
  switch (value.is) {
    case 'object':
      return typeof step === 'string' ? value.schema().properties.get(step)?.takes : undefined;
    case 'list':
      return typeof step === 'number' ? value.of : undefined;
    case 'map':
      return typeof step === 'string' ? value.of : undefined;
    default:
      return undefined;
  }
}

/** What a value is, in a few words that stand in AWS's documentation. */
export function typeText(value: ValueSchema): string {
  switch (value.is) {
    case 'anything':
      return 'Json';
    case 'text':
      return value.of === undefined ? 'String' : value.of.join(' | ');
    case 'number':
      return value.whole ? 'Integer' : 'Number';
    case 'truth':
      return 'Boolean';
    case 'list':
      return `Array of ${typeText(value.of)}`;
    case 'map':
      return `Object of ${typeText(value.of)}`;
    case 'object':
      return value.name;
  }
}
