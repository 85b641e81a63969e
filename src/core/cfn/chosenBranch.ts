/** The branches of `Fn::If` that a template was read with: a change in the diagram is one of these and of no other. */
import type { Template } from '../model/document';
import type { Evaluator } from './evaluate/evaluate';
import { isListValue, sameValue } from './source/syntax';
import type { CfnValue } from './template';

/** Whether a condition holds; undefined where that is not known, or there is none of the name. */
export type Holds = (condition: string) => boolean | undefined;

const known = new WeakMap<Template, ReadonlyMap<string, boolean | undefined>>();

export function rememberConditions(template: Template, evaluator: Evaluator | undefined): void {
  const names = [...(evaluator?.stack.conditions.keys() ?? [])];
  known.set(template, new Map(names.map((name) => [name, evaluator?.condition(name)])));
}

/** As the template was read; nothing is known of one that was not. */
export function conditionsOf(template: Template | undefined): Holds {
  const conditions = template === undefined ? undefined : known.get(template);
  return (name) => conditions?.get(name);
}

export interface ChosenBranch {
  readonly value: CfnValue;
  /** The whole call with another value in that branch, or nothing in it; undefined where there is then nothing in either. */
  with(value: CfnValue | undefined): CfnValue | undefined;
}

/** Undefined for what is no `Fn::If`, or one of which it is not known what it chooses. */
export function chosenBranch(written: CfnValue | undefined, holds: Holds): ChosenBranch | undefined {
  if (typeof written !== 'object' || written === null || isListValue(written)) return undefined;
  const call = written['Fn::If'];
  if (Object.keys(written).length !== 1 || !isListValue(call) || call.length !== 3) return undefined;
  const [condition] = call;
  const chosen = typeof condition === 'string' ? holds(condition) : undefined;
  if (chosen === undefined) return undefined;
  const place = chosen ? 1 : 2;
  const value = call[place];
  const otherwise = call[3 - place];
  if (value === undefined || otherwise === undefined) return undefined;
  return {
    value,
    with(other = noValue) {
      if (isNoValue(other) && isNoValue(otherwise)) return undefined;
      return { 'Fn::If': call.map((each, index) => (index === place ? other : each)) };
    },
  };
}

export function isNoValue(value: CfnValue): boolean {
  return sameValue(value, noValue);
}

const noValue: CfnValue = { Ref: 'AWS::NoValue' };
