/**
 * Conditions as local values that are true or false.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html
 */
import type { CfnValue } from '../cfn/template';
import { call, givesOf, not, operation, text, truth, type Hcl } from './hcl';
import { holdsSecret } from './holdsSecret';
import type { ModuleNames } from './moduleNames';
import { readValue } from './readValue';

/** By the name of the local value; those that go in a circle, which CloudFormation refuses, are false. */
export function readConditions(
  conditions: Readonly<Record<string, CfnValue>>,
  names: ModuleNames,
): readonly (readonly [name: string, value: Hcl])[] {
  const circular = new Set(Object.keys(conditions).filter((name) => isCircular(name, conditions)));
  return Object.entries(conditions).flatMap(([name, value]) => {
    const local = names.conditions.get(name);
    if (local === undefined) return [];
    if (circular.has(name)) {
      names.remark({
        en: `The condition ${name} refers to itself; it is false here`,
        ja: `条件 ${name} は自分自身を参照しているため、false としています`,
      });
      return [[local, truth(false)] as const];
    }
    return [[local, madePublic(readCondition(value, names), names)] as const];
  });
}

function readCondition(value: CfnValue, names: ModuleNames): Hcl {
  const [[name, given] = ['', null], ...others] = entriesOf(value);
  const parts = Array.isArray(given) ? (given as readonly CfnValue[]) : [];
  if (others.length === 0)
    switch (name) {
      case 'Condition': {
        const found = typeof given === 'string' ? names.condition(given) : undefined;
        if (found !== undefined) return found;
        break;
      }
      case 'Fn::Equals': {
        const [one, other] = parts;
        if (one !== undefined && other !== undefined)
          return operation('==', comparable(one, names), comparable(other, names));
        break;
      }
      case 'Fn::Not': {
        const [only] = parts;
        if (only !== undefined) return not(readCondition(only, names));
        break;
      }
      case 'Fn::And':
      case 'Fn::Or': {
        const [first, ...rest] = parts.map((each) => readCondition(each, names));
        if (first !== undefined)
          return rest.reduce((one, other) => operation(name === 'Fn::And' ? '&&' : '||', one, other), first);
        break;
      }
    }
  return names.standIn({ [name === '' ? 'Condition' : name]: given });
}

/** CloudFormation compares texts; for Terraform, a number is never equal to one. */
function comparable(value: CfnValue, names: ModuleNames): Hcl {
  const read = readValue(value, names, 'text');
  switch (givesOf(read)) {
    case 'number':
      return read.is === 'number' ? text(String(read.value)) : call('tostring', read);
    case 'list':
      return call('jsonencode', read);
    default:
      return read;
  }
}

/** Whether something is there may not depend on a secret; that it was compared tells nobody the secret. */
function madePublic(value: Hcl, names: ModuleNames): Hcl {
  return holdsSecret(value, names) ? call('nonsensitive', value) : value;
}

function isCircular(name: string, conditions: Readonly<Record<string, CfnValue>>): boolean {
  const seen = new Set<string>();
  const open = [...namedIn(conditions[name])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === name) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    if (Object.hasOwn(conditions, next)) open.push(...namedIn(conditions[next]));
  }
  return false;
}

function* namedIn(value: CfnValue | undefined): Generator<string> {
  if (Array.isArray(value)) {
    const [first] = value as readonly CfnValue[];
    if (typeof first === 'string') yield first;
    for (const each of value as readonly CfnValue[]) yield* namedIn(each);
    return;
  }
  for (const [name, given] of entriesOf(value)) {
    if (name === 'Condition' && typeof given === 'string') yield given;
    yield* namedIn(given);
  }
}

function entriesOf(value: CfnValue | undefined): [string, CfnValue][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).filter((entry): entry is [string, CfnValue] => entry[1] !== undefined)
    : [];
}
