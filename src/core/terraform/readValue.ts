/** A template's values as values of Terraform. */
import type { CfnValue } from '../cfn/template';
import {
  both,
  call,
  choose,
  givesOf,
  list,
  not,
  nothing,
  number,
  object,
  operation,
  text,
  truth,
  type Hcl,
  type HclEntries,
} from './hcl';
import { readCall } from './readCall';
import { withReferences } from './dynamicReferences';
import { isCall } from './properties';
import type { ModuleNames } from './moduleNames';
import type { Item, Sort } from './translation';

export function readValue(value: CfnValue, names: ModuleNames, sort: Sort = 'any'): Hcl {
  if (sort === 'json') return readDocument(value, names);
  if (sort === 'texts') return readTexts(value, names);
  const condition = conditionIn(value, names);
  if (condition !== undefined) return readChoice(condition, names, sort);
  if (isCall(value)) return readCall(value as object, names);
  if (typeof value === 'string') return literal(value, names, sort);
  if (typeof value === 'number') return sort === 'text' ? text(String(value)) : number(value);
  if (typeof value === 'boolean') return sort === 'text' ? text(String(value)) : truth(value);
  if (value === null) return nothing;
  if (Array.isArray(value)) return readList(value as readonly CfnValue[], names, 'any');
  return readObject(value as Readonly<Record<string, CfnValue | undefined>>, names);
}

function literal(value: string, names: ModuleNames, sort: Sort): Hcl {
  // CloudFormation makes no difference between 443 and '443'.
  if (sort === 'number' && /^-?\d+(?:\.\d+)?$/.test(value)) return number(Number(value));
  if (sort === 'truth' && (value === 'true' || value === 'false')) return truth(value === 'true');
  return withReferences([text(value)], names);
}

/** CloudFormation takes one value for a list of one. */
function readTexts(value: CfnValue, names: ModuleNames): Hcl {
  if (Array.isArray(value)) return readList(value as readonly CfnValue[], names, 'text');
  const condition = conditionIn(value, names);
  if (condition !== undefined) return readChoice(condition, names, 'texts');
  const read = readValue(value, names, 'text');
  const gives = givesOf(read);
  return gives === 'text' || gives === 'number' ? list([read]) : read;
}

function readList(items: readonly CfnValue[], names: ModuleNames, sort: Sort): Hcl {
  return readItems(items, names, (value) => readValue(value, names, sort));
}

/** A list of what `read` makes of each thing, of which those are there whose condition holds. */
export function readItems(
  items: readonly CfnValue[],
  names: ModuleNames,
  read: (value: CfnValue) => Hcl,
): Hcl {
  const runs: { readonly when: Hcl | null; readonly items: Hcl[] }[] = [];
  for (const { value, when } of items.flatMap((item) => itemsOf(item, names, false))) {
    const last = runs.at(-1);
    if (last !== undefined && last.when === null && when === null) last.items.push(read(value));
    else runs.push({ when, items: [read(value)] });
  }
  if (runs.every(({ when }) => when === null)) return list(runs.flatMap((run) => run.items));
  return call(
    'concat',
    ...runs.map((run) => (run.when === null ? list(run.items) : choose(run.when, list(run.items), list([])))),
  );
}

function readObject(value: Readonly<Record<string, CfnValue | undefined>>, names: ModuleNames): Hcl {
  const stated = Object.entries(value).filter((entry): entry is [string, CfnValue] => entry[1] !== undefined);
  const entries = stated.map(([key, each]) => [key, readValue(each, names)] as const);
  return stated.some(([, each]) => maybeAbsent(each, names)) ? withoutAbsent(entries) : object(entries);
}

/** A property that a condition takes away is not there; `null` would be a value. */
function withoutAbsent(entries: HclEntries): Hcl {
  return {
    is: 'for',
    variables: ['key', 'value'],
    in: object(entries),
    key: { is: 'address', address: 'key' },
    gives: { is: 'address', address: 'value' },
    only: operation('!=', { is: 'address', address: 'value' }, nothing),
  };
}

/** A document is a text for the provider. Documents that differ in their shape cannot be chosen from before they are texts. */
function readDocument(value: CfnValue, names: ModuleNames): Hcl {
  const condition = conditionIn(value, names);
  if (condition !== undefined) {
    const [then, otherwise] = condition.ways;
    return choose(condition.test, readWay(then, names, 'json'), readWay(otherwise, names, 'json'));
  }
  const read = readValue(value, names);
  return typeof value === 'string' || (isCall(value) && givesOf(read) === 'text')
    ? read
    : call('jsonencode', read);
}

interface Choice {
  readonly test: Hcl;
  readonly ways: readonly [CfnValue, CfnValue];
}

/** The `Fn::If` that a value is. */
function conditionIn(value: CfnValue, names: ModuleNames): Choice | undefined {
  if (!isCall(value)) return undefined;
  const given = (value as Readonly<Record<string, CfnValue>>)['Fn::If'];
  if (!Array.isArray(given)) return undefined;
  const [name, then, otherwise, ...more] = given as readonly CfnValue[];
  if (typeof name !== 'string' || then === undefined || otherwise === undefined || more.length > 0)
    return undefined;
  const test = names.condition(name);
  return test === undefined ? undefined : { test, ways: [then, otherwise] };
}

function readChoice({ test, ways }: Choice, names: ModuleNames, sort: Sort): Hcl {
  const [then, otherwise] = ways.map((way) => readWay(way, names, sort)) as [Hcl, Hcl];
  return chooseAnyShape(test, then, otherwise);
}

/** Both branches must be of one type, and objects with other keys are of another. */
function chooseAnyShape(test: Hcl, then: Hcl, otherwise: Hcl): Hcl {
  const isUneven = [then, otherwise].some(isStructured) && then.is !== 'null' && otherwise.is !== 'null';
  return isUneven
    ? call('jsondecode', choose(test, call('jsonencode', then), call('jsonencode', otherwise)))
    : choose(test, then, otherwise);
}

function readWay(way: CfnValue, names: ModuleNames, sort: Sort): Hcl {
  return isNoValue(way) ? nothing : readValue(way, names, sort);
}

/** What `read` makes of each way of the conditions of a value, given the condition under which it is taken. */
export function readChosen(
  value: CfnValue,
  names: ModuleNames,
  read: (value: CfnValue, when: Hcl | null) => Hcl,
  when: Hcl | null = null,
): Hcl {
  if (value === null || isNoValue(value)) return nothing;
  const condition = conditionIn(value, names);
  if (condition === undefined) return read(value, when);
  const [then, otherwise] = condition.ways;
  return chooseAnyShape(
    condition.test,
    readChosen(then, names, read, both(when, condition.test)),
    readChosen(otherwise, names, read, both(when, not(condition.test))),
  );
}

function isStructured(value: Hcl): boolean {
  return (
    (value.is === 'object' && value.entries.length > 0) ||
    (value.is === 'list' && value.items.some((item) => item.is === 'object')) ||
    (value.is === 'for' && value.key !== undefined)
  );
}

function isNoValue(value: CfnValue): boolean {
  return isCall(value) && (value as Readonly<Record<string, CfnValue>>)['Ref'] === 'AWS::NoValue';
}

function maybeAbsent(value: CfnValue, names: ModuleNames): boolean {
  if (isNoValue(value)) return true;
  return conditionIn(value, names)?.ways.some((way) => maybeAbsent(way, names)) ?? false;
}

/** The things that a list comes to, each with the condition under which it is there. `isWhole`: the value is the list. */
export function itemsOf(value: CfnValue | undefined, names: ModuleNames, isWhole = true): readonly Item[] {
  if (value === undefined || value === null || isNoValue(value)) return [];
  const condition = conditionIn(value, names);
  if (condition !== undefined && (isWhole || maybeAbsent(value, names))) {
    const [then, otherwise] = condition.ways;
    const under = (way: CfnValue, test: Hcl): readonly Item[] =>
      itemsOf(way, names, isWhole).map((item) => ({
        value: item.value,
        when: item.when === null ? test : operation('&&', test, item.when),
      }));
    return [...under(then, condition.test), ...under(otherwise, not(condition.test))];
  }
  if (isWhole && Array.isArray(value))
    return (value as readonly CfnValue[]).flatMap((item) =>
      itemsOf(item, names, Array.isArray(item) ? false : isConditional(item)),
    );
  return [{ value, when: null }];
}

function isConditional(value: CfnValue): boolean {
  return isCall(value) && Object.hasOwn(value as object, 'Fn::If');
}
