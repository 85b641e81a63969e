/** What AWS takes at a place of a template, and what a reference comes to there. */
import { schemaOf, type ValueSchema } from '../schema/schema';
import { callOf, type SyntaxNode } from '../source/syntax';
import { textOf, type Stack } from '../stack';
import { mayBeAnything } from './idProperties';

/** Where the keys are anybody's, and name no properties. */
export const anything: ValueSchema = { is: 'anything' };

/** What the properties of a resource take. */
export function takenBy(type: string): ValueSchema | undefined {
  if (mayBeAnything(type) && !type.startsWith('AWS::Serverless::')) return anything;
  const schema = schemaOf(type);
  return schema === undefined ? undefined : { is: 'object', name: type, schema: () => schema };
}

/** Objects with keys of their own, in the types of which nothing else is known. */
const objectsOfAnything = new Set(['DefinitionSubstitutions', 'Parameters', 'Variables']);

/** What it takes under a key of an object. */
export function takenUnder(takes: ValueSchema | undefined, key: string): ValueSchema | undefined {
  switch (takes?.is) {
    case undefined:
      return objectsOfAnything.has(key) ? anything : undefined;
    case 'object':
      return takes.schema().properties.get(key)?.takes;
    default:
      return anything;
  }
}

/** Whether a reference comes to one text: `Ref` of a resource, or an attribute that is no list. */
export function isOneValue(stack: Stack, value: SyntaxNode): boolean {
  const call = callOf(value);
  if (call === undefined) return false;
  const [name = '', attribute] =
    call.argument.is === 'list'
      ? call.argument.items.map((item) => textOf(item))
      : (textOf(call.argument) ?? '').split(/\.(.*)/, 2);
  const target = stack.resources.get(name);
  if (target === undefined || mayBeAnything(target.type)) return false;
  // The attributes that are lists have names in the plural: `NetworkInterfaceIds`, `SecurityGroups`.
  return (
    call.name === 'Ref' || (call.name === 'Fn::GetAtt' && attribute !== undefined && !attribute.endsWith('s'))
  );
}
