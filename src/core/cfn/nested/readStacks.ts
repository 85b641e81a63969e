/** The stacks of templates that are read together: nested ones in the stacks that make them, with loops taken apart. */
import type { Evaluated } from '../evaluate/evaluated';
import { createEvaluator, type Evaluator } from '../evaluate/evaluate';
import type { FaultyReference } from '../faults/templateFault';
import { hasLoops, unrolled } from '../loops/unroll';
import type { TemplateSource } from '../source/parseTemplate';
import { valueOf, type SyntaxNode } from '../source/syntax';
import { stackOf, type Stack } from '../stack';
import { openedStacks, type NestedIn, type NestedStacks } from './openedStacks';
import { writtenEnd } from './writtenEnd';

export interface StackOptions {
  readonly region: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface StackSource {
  readonly file: string;
  readonly source: TemplateSource;
}

export function readStacks(sources: readonly StackSource[], options: StackOptions): NestedStacks {
  const raw = sources.map(({ file, source }) => stackOf(file, source));
  const open = (files: readonly Stack[], again: (stack: Stack, owner: NestedIn) => Stack): NestedStacks =>
    openedStacks(files, again, (stack, node) => urlIn(stack, node, options));
  const before = open(raw, copied);
  if (!sources.some(({ source }) => hasLoops(source.root))) return before;
  // What loops go over may be a parameter that the stack around gives.
  const evaluators = new Map(evaluatorsOf(before, options).map((each) => [each.stack, each]));
  const origins = new Map<Stack, Stack>();
  const apart = (stack: Stack): Stack => {
    const evaluator = evaluators.get(stack);
    const loops = evaluator && unrolled(stack.source.root, (node) => evaluator.evaluate(node));
    const whole = stackOf(stack.file, stack.source, loops);
    origins.set(whole, stack);
    return whole;
  };
  return open(raw.map(apart), (stack, owner) => {
    const around = origins.get(owner.stack);
    const same = around && before.childOf(around, owner.resource.logicalId);
    return apart(same ?? origins.get(stack) ?? stack);
  });
}

/** `faultyIn`: the faulty references of a stack, by the nodes that they are. */
export function evaluatorsOf(
  nested: NestedStacks,
  options: StackOptions,
  faultyIn: (stack: Stack) => ReadonlyMap<SyntaxNode, FaultyReference> = () => new Map(),
): readonly Evaluator[] {
  const byStack = new Map<Stack, Evaluator>();
  const depth = { now: 0 };
  const all: Evaluator[] = [];
  for (const stack of nested.all) {
    const evaluator = createEvaluator(stack, {
      ...options,
      evaluators: () => all,
      faulty: faultyIn(stack),
      depth,
      nested: {
        argument: (parameter) => argumentOf(nested.ownerOf(stack), parameter, byStack),
        output: (logicalId, output) => outputOf(nested.childOf(stack, logicalId), output, byStack),
      },
    });
    byStack.set(stack, evaluator);
    all.push(evaluator);
  }
  return all;
}

function argumentOf(
  owner: NestedIn | undefined,
  parameter: string,
  evaluators: ReadonlyMap<Stack, Evaluator>,
): Evaluated | undefined {
  const node = valueOf(valueOf(owner?.resource.properties, 'Parameters'), parameter);
  const value = owner && node && evaluators.get(owner.stack)?.evaluate(node);
  return value?.is === 'absent' ? undefined : value;
}

function outputOf(
  child: Stack | undefined,
  output: string,
  evaluators: ReadonlyMap<Stack, Evaluator>,
): Evaluated | undefined {
  const node = valueOf(child?.outputs.get(output)?.value, 'Value');
  return child && node && evaluators.get(child)?.evaluate(node);
}

function copied({ file, source, loops }: Stack): Stack {
  return stackOf(file, source, loops);
}

/** The URL of a nested stack's template, at least how it ends. */
function urlIn(stack: Stack, node: SyntaxNode, options: StackOptions): string {
  const alone = createEvaluator(stack, { ...options, evaluators: () => [], faulty: new Map() });
  const value = alone.evaluate(node);
  return value.is === 'text' ? value.text : writtenEnd(node);
}
