/** Rules for properties: the vocabulary in which kinds say how their types become those of a provider. */
import type { CfnValue } from '../cfn/template';
import { address, attributeOf, call, choose, givesOf, object, text as literal, type Hcl } from './hcl';
import type { BodyWriter, PropertyRule, Sort } from './translation';

export function plain(name: string, sort: Sort = 'any'): PropertyRule {
  return (value, to) => to.set(name, to.value(value, sort));
}

export const text = (name: string): PropertyRule => plain(name, 'text');
export const number = (name: string): PropertyRule => plain(name, 'number');
export const truth = (name: string): PropertyRule => plain(name, 'truth');
export const texts = (name: string): PropertyRule => plain(name, 'texts');
/** A document that the provider takes as a text. */
export const json = (name: string): PropertyRule => plain(name, 'json');

/** A text of CloudFormation that is a truth value for the provider: `enable`, `ENABLED`. */
export function truthOf(name: string, yes: string): PropertyRule {
  return (value, to) =>
    to.set(
      name,
      typeof value === 'string'
        ? { is: 'truth', value: value === yes }
        : { is: 'operation', operator: '==', left: to.value(value, 'text'), right: literal(yes) },
    );
}

/** Nothing is to be said: the provider has it in another way, or does so in any case. */
export const implied: PropertyRule = () => {};

export type Rules = Readonly<Record<string, PropertyRule>>;

/** An object, or a list of objects, as blocks. */
export function block(name: string, rules: Rules): PropertyRule {
  return (value, to) => {
    for (const item of to.itemsOf(value))
      to.block(name, item.when, (inside) => applyRules(rules, item.value, inside));
  };
}

/** An object whose properties the provider has among those of the resource itself. */
export function flattened(rules: Rules): PropertyRule {
  return (value, to) => applyRules(rules, value, to);
}

export function applyRules(rules: Rules, value: CfnValue, to: BodyWriter): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isCall(value)) {
    to.leaveOut('', value);
    return;
  }
  for (const [name, each] of Object.entries(value as Readonly<Record<string, CfnValue | undefined>>)) {
    if (each === undefined || each === null) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) to.leaveOut(name, each);
    else rule(each, to, name);
  }
}

/** Tags are a map for the provider. */
export const tags: PropertyRule = (value, to, name) => tagsAs('tags')(value, to, name);

export function tagsAs(attribute: string): PropertyRule {
  return (value, to, name) => {
    if (isPlainObject(value)) {
      to.set(attribute, to.value(value));
      return;
    }
    const always: [Hcl | string, Hcl][] = [];
    const sometimes: Hcl[] = [];
    for (const { value: each, when } of to.itemsOf(value)) {
      const { Key: key, Value: given } = isPlainObject(each) ? each : {};
      if (key === undefined || given === undefined) {
        to.leaveOut(name, each);
        continue;
      }
      const entry: [Hcl | string, Hcl] = [
        typeof key === 'string' ? key : to.value(key, 'text'),
        to.value(given, 'text'),
      ];
      if (when === null) always.push(entry);
      else sometimes.push(choose(when, object([entry]), object([])));
    }
    const kept = object(lastOfEach(always));
    if (sometimes.length > 0) to.set(attribute, call('merge', kept, ...sometimes));
    else if (always.length > 0) to.set(attribute, kept);
  };
}

function lastOfEach(
  entries: readonly (readonly [Hcl | string, Hcl])[],
): readonly (readonly [Hcl | string, Hcl])[] {
  return entries.filter(
    ([key], index) => typeof key !== 'string' || !entries.slice(index + 1).some(([other]) => other === key),
  );
}

/** Key-value pairs of which each has an attribute of its own: those of load balancers and target groups. */
export function keyed(rules: Rules): PropertyRule {
  return (value, to, name) => {
    for (const { value: each, when } of to.itemsOf(value)) {
      const { Key: key, Value: given } = isPlainObject(each) ? each : {};
      const rule = typeof key === 'string' && Object.hasOwn(rules, key) ? rules[key] : undefined;
      if (rule === undefined || given === undefined || given === null || when !== null)
        to.leaveOut(name, each);
      else rule(given, to, literalText(key));
    }
  };
}

export function isPlainObject(
  value: CfnValue | undefined,
): value is { readonly [key: string]: CfnValue | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isCall(value);
}

/** A literal as a text; '' for what only parameters or conditions tell. */
export function literalText(value: CfnValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** Whether a value is the call of an intrinsic function. */
export function isCall(value: CfnValue | undefined): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const [name, ...others] = Object.keys(value);
  return name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
}

/** What is one list for CloudFormation and several resources for the provider, each with one of its things. */
export function partForEach(
  type: string,
  label: string,
  write: (value: Hcl, to: BodyWriter, item: CfnValue) => void,
): PropertyRule {
  return (value, to) => {
    to.itemsOf(value).forEach((item, index) => {
      const name = [label, ...(index === 0 ? [] : [String(index + 1)])]
        .filter((each) => each !== '')
        .join('_');
      to.part(type, name, item.when, (part) => {
        const read = part.value(item.value, isPlainObject(item.value) ? 'any' : 'text');
        if (givesOf(read) !== 'list') {
          write(read, part, item.value);
          return;
        }
        part.set('for_each', call('toset', read));
        write(attributeOf(address('each'), 'value', 'text'), part, item.value);
      });
    });
  };
}
