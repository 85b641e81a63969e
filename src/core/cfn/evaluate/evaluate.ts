/**
 * Evaluates the expressions of a template as far as they can be: with the defaults of its parameters and the values
 * given for them, the Region, and the exports of the other templates. What depends on the account is unknown; nothing
 * is guessed. Nothing throws, and no circle hangs.
 */
import type { Words } from '../../../lib/words';
import type { FaultyReference } from '../faults/templateFault';
import type { MapNode, SyntaxNode } from '../source/syntax';
import { callOf, plainValue, valueOf } from '../source/syntax';
import type { Stack } from '../stack';
import { textOf } from '../stack';
import type { Evaluated, Reference, TextResult } from './evaluated';
import { text, together, unknown } from './evaluated';
import { exportNamed, notExported } from './exports';
import { functions } from './functions';
import { parameterValue } from './parameters';
import { pseudoParameter } from './pseudoParameters';
import { subPieces } from './sub';
import { all, equal, negated, truthOf } from './truth';

export interface Evaluator {
  readonly stack: Stack;
  readonly region: string;
  evaluate(node: SyntaxNode): Evaluated;
  /** Whether a condition of this name holds; undefined when that cannot be told. */
  condition(name: string): boolean | undefined;
  /** A condition's own expression: a call of `Fn::Equals` and the like. */
  holds(node: SyntaxNode): boolean | undefined;
  /** What stands behind `Ref`, or a variable of `Fn::Sub` without a dot. */
  ref(name: string): Evaluated;
  /** What stands behind `Fn::GetAtt`, or a variable of `Fn::Sub` with a dot. */
  attribute(logicalId: string, attribute: string): Evaluated;
  /** A text with variables; undefined names are asked from the template. */
  sub(template: string, variables: ReadonlyMap<string, SyntaxNode>): Evaluated;
  /** The value exported under a name by one of the templates. */
  exported(name: Evaluated, node: SyntaxNode): Evaluated;
}

export interface EvaluateOptions {
  readonly region: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** All templates that are read together. */
  readonly evaluators: () => readonly Evaluator[];
  /** The faulty references, by the nodes that they are. */
  readonly faulty: ReadonlyMap<SyntaxNode, FaultyReference>;
  /** What other stacks say where this one is nested in one, or holds some. */
  readonly nested?: NestedValues;
  /** How deep the evaluation of all of them together is. */
  readonly depth?: { now: number };
}

export interface NestedValues {
  /** The value that the stack around gives a parameter; undefined where it gives none. */
  argument(parameter: string): Evaluated | undefined;
  /** An output of a stack that is nested in this one; undefined where that one is not at hand. */
  output(logicalId: string, output: string): Evaluated | undefined;
}

export function createEvaluator(stack: Stack, options: EvaluateOptions): Evaluator {
  const { region, depth = { now: 0 } } = options;
  const values = new Map<SyntaxNode, Evaluated>();
  const underWay = new Set<SyntaxNode | string>();
  const conditions = new Map<string, boolean | undefined>();

  /** Runs something that may come round to itself. */
  const guarded = <T>(key: SyntaxNode | string, circular: T, run: () => T): T => {
    // A chain longer than any honest one would exhaust the stack.
    if (underWay.has(key) || depth.now > 250) return circular;
    underWay.add(key);
    depth.now++;
    try {
      return run();
    } finally {
      depth.now--;
      underWay.delete(key);
    }
  };

  const evaluator: Evaluator = {
    stack,
    region,
    evaluate(node) {
      const known = values.get(node);
      if (known !== undefined) return known;
      const value = guarded(node, circle, () => evaluateNode(node));
      values.set(node, value);
      return value;
    },
    condition(name) {
      if (conditions.has(name)) return conditions.get(name);
      const condition = stack.conditions.get(name);
      const holds =
        condition === undefined
          ? undefined
          : guarded(`condition ${name}`, undefined, () => evaluator.holds(condition.value));
      conditions.set(name, holds);
      return holds;
    },
    holds(node) {
      const call = callOf(node);
      if (call === undefined) return truthOf(evaluator.evaluate(node));
      const { name, argument } = call;
      const parts = argument.is === 'list' ? argument.items : [argument];
      switch (name) {
        case 'Condition': {
          const of = textOf(argument);
          return of === undefined ? undefined : evaluator.condition(of);
        }
        case 'Fn::Not': {
          const inner = parts[0] === undefined ? undefined : evaluator.holds(parts[0]);
          return inner === undefined ? undefined : !inner;
        }
        case 'Fn::And':
          return all(parts.map((part) => evaluator.holds(part)));
        case 'Fn::Or': {
          const none = all(parts.map((part) => negated(evaluator.holds(part))));
          return negated(none);
        }
        case 'Fn::Equals': {
          const [left, right] = parts.map((part) => evaluator.evaluate(part));
          return left === undefined || right === undefined ? undefined : equal(left, right);
        }
        default:
          return truthOf(evaluator.evaluate(node));
      }
    },
    ref(name) {
      const pseudo = pseudoParameter(name, stack, region);
      if (pseudo !== undefined) return pseudo;
      const parameter = stack.parameters.get(name);
      if (parameter !== undefined) {
        const given = options.nested?.argument(name) ?? options.parameters[name];
        return parameterValue(name, parameter.value, given);
      }
      if (stack.resources.has(name)) return { is: 'reference', stack, logicalId: name, attribute: undefined };
      return nothing(
        `“${name}” is neither a parameter nor a resource of the template`,
        `「${name}」というパラメータやリソースはテンプレートにありません`,
      );
    },
    attribute(logicalId, attribute) {
      const resource = stack.resources.get(logicalId);
      if (resource === undefined)
        return nothing(
          `the template has no resource “${logicalId}”`,
          `テンプレートに「${logicalId}」というリソースはありません`,
        );
      if (attribute.startsWith('Outputs.')) {
        const output = options.nested?.output(logicalId, attribute.slice('Outputs.'.length));
        if (output !== undefined) return output;
      }
      // AWS gives attributes the names of the properties that they come from.
      const property = valueOf(resource.properties, attribute);
      if (property !== undefined) {
        const value = evaluator.evaluate(property);
        if (value.is === 'text' || value.is === 'reference' || value.is === 'unknown') return value;
      }
      if (attribute === 'Ipv6CidrBlocks')
        return { is: 'list', items: [text(assignedIpv6, false, assignedWords(logicalId))] };
      return { is: 'reference', stack, logicalId, attribute };
    },
    sub(template, variables) {
      const pieces = subPieces(template);
      const results = pieces.map((piece): Evaluated => {
        if (piece.is === 'text') return text(piece.text);
        const given = variables.get(piece.name);
        if (given !== undefined) return evaluator.evaluate(given);
        const dot = piece.name.indexOf('.');
        return dot < 0
          ? evaluator.ref(piece.name)
          : evaluator.attribute(piece.name.slice(0, dot), piece.name.slice(dot + 1));
      });
      const [only] = results;
      // A lone variable keeps what it refers to.
      if (results.length === 1 && only !== undefined && pieces[0]?.is === 'variable') return only;
      return joined(results, '');
    },
    exported(name, node) {
      return options.evaluators().length === 0
        ? notExported(name)
        : exportNamed(options.evaluators(), name, node);
    },
  };

  const evaluateNode = (node: SyntaxNode): Evaluated => {
    const fault = options.faulty.get(node);
    if (fault !== undefined) return evaluateFaulty(fault);
    if (node.is === 'scalar') {
      const truth = node.plain ? plainValue(node.text) : undefined;
      if (typeof truth === 'boolean') return text(String(truth), true);
      return text(node.text, node.plain, node.text.includes('{{resolve:') ? dynamicWords : undefined);
    }
    if (node.is === 'list') {
      const items = node.items.map(evaluator.evaluate).filter(({ is }) => is !== 'absent');
      return { is: 'list', items };
    }
    const call = callOf(node);
    return call === undefined ? evaluateMap(node) : evaluateCall(call.name, call.argument);
  };

  const evaluateFaulty = ({ path, why, meant }: FaultyReference): Evaluated => {
    const value = meant === undefined ? undefined : evaluator.ref(meant.logicalId);
    if (value?.is !== 'reference' || meant === undefined) return { is: 'unknown', why, nothing: true };
    const guessed: Words = {
      en: `${why.en}; that ${meant.logicalId} was meant is only likely`,
      ja: `${why.ja}。${meant.logicalId} のことと思われますが、確実ではありません`,
    };
    return { ...value, guess: { stack, path, why: guessed } };
  };

  const evaluateMap = (node: MapNode): Evaluated => {
    const entries = new Map<string, Evaluated>();
    for (const [key, { value }] of node.entries) {
      const evaluated = evaluator.evaluate(value);
      if (evaluated.is !== 'absent') entries.set(key, evaluated);
    }
    return { is: 'map', entries };
  };

  const evaluateCall = (name: string, argument: SyntaxNode): Evaluated => {
    if (name === 'Ref') {
      // A name that has to be put together first, as a transform lets it be.
      const of = argument.is === 'scalar' ? text(argument.text) : evaluator.evaluate(argument);
      return of.is === 'text' ? evaluator.ref(of.text) : of.is === 'unknown' ? of : noSense(name);
    }
    if (name === 'Condition') {
      const holds = evaluator.condition(textOf(argument) ?? '');
      return holds === undefined ? noSense(name) : text(String(holds), true);
    }
    return (
      (Object.hasOwn(functions, name) ? functions[name]?.(argument, evaluator) : undefined) ?? noSense(name)
    );
  };

  return evaluator;
}

/** Texts put together; unknown when one of them is, or is a resource whose name AWS gives. */
export function joined(parts: readonly Evaluated[], separator: string): Evaluated {
  const pieces: (TextResult | Reference)[] = [];
  for (const [index, part] of parts.entries()) {
    if (index > 0 && separator !== '') pieces.push(text(separator));
    if (part.is === 'unknown' && part.pieces !== undefined) pieces.push(...part.pieces);
    else if (part.is === 'text' || part.is === 'reference') pieces.push(part);
    else return part.is === 'unknown' ? part : noSense('Fn::Join');
  }
  return together(pieces);
}

const dynamicWords: Words = {
  en: 'a dynamic reference is resolved when the stack is made',
  ja: '動的な参照はスタックの作成時に解決されます',
};

function nothing(en: string, ja: string): Evaluated {
  return { is: 'unknown', why: { en, ja }, nothing: true };
}

function noSense(name: string): Evaluated {
  return unknown(`${name} cannot be evaluated here`, `${name} はここでは評価できません`);
}

const circle: Evaluated = unknown('its value depends on itself', '値が自分自身に依存しています');

/** Of the size that AWS assigns. Its text is never shown: only the numbers of the subnets in it count. */
const assignedIpv6 = '2600:1f00:0:ab00::/56';

function assignedWords(logicalId: string): Words {
  return {
    en: `AWS assigns the IPv6 block of ${logicalId}`,
    ja: `${logicalId} の IPv6 CIDR ブロックは AWS が割り当てます`,
  };
}
