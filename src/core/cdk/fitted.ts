/** Values of a CDK program fitted to what a place takes: as they are, as another literal, or by a cast. */
import type { ValueSchema } from '../cfn/schema/schema';
import type { CfnValue } from '../cfn/template';
import { givesOf, isKnownText, type Expression, type Wanted } from './expression';

/** Makes the compiler take a value for what is wanted; undefined where it cannot be. */
export function fitted(value: Expression, takes: ValueSchema): Expression | undefined {
  const gives = givesOf(value);
  const as = (wanted: Wanted): Expression => (gives === wanted ? value : { is: 'as', wanted, of: value });
  // The library takes a text that it knows for what it is, and a number has to be one.
  const isText = gives === 'text' && isKnownText(value);
  switch (takes.is) {
    case 'anything':
      return value;
    case 'text':
      return as('text');
    case 'number':
      return isText ? { is: 'parsed', as: 'number', of: value } : as('number');
    case 'truth':
      if (isText) return { is: 'parsed', as: 'truth', of: value };
      return gives === 'truth' ? value : as('resolvable');
    case 'list':
      if (takes.of.is === 'text') return as('list');
      // Tags are the one list of objects that takes nothing else.
      return takes.of.is === 'object' && takes.of.name === 'Tag' ? undefined : as('resolvable');
    case 'map':
      return undefined;
    case 'object':
      return takes.name === 'Tag' ? undefined : as('resolvable');
  }
}

/** JSON as a text, which CloudFormation takes for a policy, say, and the library does not. */
export function isTextForObject(value: CfnValue, takes: ValueSchema): boolean {
  return takes.is === 'anything' && typeof value === 'string' && /^\s*\{/.test(value);
}

/** Undefined for what the compiler cannot be made to accept there. */
export function literal(value: string | number | boolean | null, takes: ValueSchema): Expression | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string' && looksLikeToken(value)) return fitted(notAToken(value), takes);
  const plain: Expression =
    typeof value === 'string'
      ? { is: 'text', text: value }
      : typeof value === 'number'
        ? { is: 'number', value }
        : { is: 'truth', value };
  switch (takes.is) {
    case 'anything':
      // The library wants the object that a text of JSON stands for.
      return takes.isObject === true ? undefined : plain;
    // CloudFormation takes 443 for '443' and 'true' for true, the compiler does not.
    case 'text':
      return { is: 'text', text: String(value) };
    case 'number':
      if (typeof value !== 'string') return fitted(plain, takes);
      // The library would not take `0300`, which CloudFormation hands on.
      return String(Number(value)) === value ? { is: 'number', value: Number(value) } : undefined;
    case 'truth':
      if (typeof value !== 'string') return fitted(plain, takes);
      return value === 'true' || value === 'false' ? { is: 'truth', value: value === 'true' } : undefined;
    default:
      return fitted(plain, takes);
  }
}

/** Whether the library would take a text for one of its marks. */
export function looksLikeToken(value: string): boolean {
  return /[$#]\{Token\[/.test(value);
}

/**
 * The library takes such a text for one of the marks by which it remembers values that come later. CloudFormation puts it
 * together, and the library never sees it.
 */
function notAToken(value: string): Expression {
  const template = value.replaceAll('${', '${!').replaceAll('#{', '${Hash}{');
  const variables: Expression = { is: 'map', entries: [['Hash', { is: 'text', text: '#' }]] };
  return {
    is: 'intrinsic',
    entries: [['Fn::Sub', { is: 'list', items: [{ is: 'text', text: template }, variables] }]],
  };
}
