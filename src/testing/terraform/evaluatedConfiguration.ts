/**
 * What a configuration comes to with the defaults of its variables: an evaluator for tests. What only AWS knows is a text in
 * « »: « Vpc » for what `Ref` would give of a resource of the template, « Vpc.CidrBlock » for an attribute; one that ends in a
 * star is a map of such.
 * https://developer.hashicorp.com/terraform/language/functions
 */
import type { Json, ParsedConfiguration } from './parsedConfiguration';
import { mapOf, pathOf } from './parsedConfiguration';
import { readTemplate, type Tree } from './readExpression';

/** What the caller knows of addresses: of resources, of data sources, and of variables without a default. */
export type Known = (path: readonly string[]) => Json | undefined;

export interface Evaluated {
  of(value: Json): Json;
  /** Those of a block that are there, each with the values of its attributes; `undefined` where the block is not. */
  body(body: Readonly<Record<string, Json>>): Json | undefined;
}

export function evaluatedConfiguration({ variables, locals }: ParsedConfiguration, known: Known): Evaluated {
  const evaluate = (tree: Tree, bound: ReadonlyMap<string, Json>): Json => {
    const of = (each: Tree): Json => evaluate(each, bound);
    switch (tree.is) {
      case 'literal':
        return tree.value;
      case 'template':
        return tree.parts.map((part) => textOf(of(part))).join('');
      case 'name':
      case 'member':
      case 'index':
        return traversed(tree, bound);
      case 'call':
        return called(tree.name, tree.given, of);
      case 'choice':
        return of(tree.test) === true ? of(tree.holds) : of(tree.otherwise);
      case 'operation':
        return operated(tree.operator, of(tree.left), of(tree.right));
      case 'not':
        return of(tree.of) !== true;
      case 'list':
        return tree.items.map(of);
      case 'object':
        return Object.fromEntries(tree.entries.map(([key, each]) => [textOf(of(key)), of(each)]));
      case 'for':
        return comprehended(tree, bound);
    }
  };

  const traversed = (tree: Tree, bound: ReadonlyMap<string, Json>): Json => {
    const path = pathOf(tree);
    const [root = '', name = ''] = path ?? [];
    if (path !== undefined && !bound.has(root) && tree.is !== 'index') {
      const given = known(path);
      if (given !== undefined) return given;
      if (root === 'var' && path.length === 2) return value(variables[name]?.['default'] ?? null);
      if (root === 'local' && path.length === 2) return value(locals[name] ?? null);
    }
    if (tree.is === 'name') {
      const found = bound.get(tree.name);
      if (found === undefined) throw new Error(`nothing is called ${tree.name}`);
      return found;
    }
    if (tree.is !== 'member' && tree.is !== 'index') throw new Error('a traversal was expected');
    const whole = evaluate(tree.of, bound);
    const at = tree.is === 'member' ? tree.name : evaluate(tree.at, bound);
    // A map of which only AWS knows what is in it.
    if (typeof whole === 'string' && whole.endsWith('*»')) return whole.replace('*', textOf(at));
    // A list of which only AWS knows what is in it.
    if (typeof whole === 'string') return Number(at) === 0 ? whole : '«select»';
    const found = (whole as Readonly<Record<string, Json>>)[textOf(at)];
    if (found === undefined && Array.isArray(whole)) return '«select»';
    if (found === undefined) throw new Error(`${JSON.stringify(whole)} has no ${textOf(at)}`);
    return found;
  };

  const comprehended = (tree: Extract<Tree, { is: 'for' }>, bound: ReadonlyMap<string, Json>): Json => {
    const source = evaluate(tree.in, bound) as Readonly<Record<string, Json>> | readonly Json[];
    const found: [string, Json][] = [];
    for (const [key, each] of Object.entries(source)) {
      const [first = '', second] = tree.variables;
      const inner = new Map(bound);
      if (second === undefined) inner.set(first, each);
      else inner.set(first, key).set(second, each);
      if (tree.only !== null && evaluate(tree.only, inner) !== true) continue;
      found.push([tree.key === null ? '' : textOf(evaluate(tree.key, inner)), evaluate(tree.gives, inner)]);
    }
    return tree.key === null ? found.map(([, each]) => each) : Object.fromEntries(found);
  };

  const value = (given: Json): Json => {
    if (typeof given === 'string') return evaluate(readTemplate(given), new Map());
    if (typeof given !== 'object' || given === null) return given;
    if (Array.isArray(given)) return (given as readonly Json[]).map(value);
    return Object.fromEntries(
      Object.entries(given).map(([key, each]) => [
        key.startsWith('${') ? textOf(value(key)) : key,
        value(each as Json),
      ]),
    );
  };

  const body = (given: Readonly<Record<string, Json>>): Json | undefined => {
    const { count, dynamic, depends_on: _, lifecycle: __, ...rest } = given;
    if (count !== undefined && Number(value(count)) === 0) return undefined;
    const found: Record<string, Json> = {};
    for (const [name, each] of Object.entries(rest)) {
      const inside = value(each);
      if (inside !== null) found[name] = inside;
    }
    for (const [name, blocks] of Object.entries(mapOf(dynamic)))
      for (const block of blocks as unknown as readonly Readonly<Record<string, Json>>[]) {
        const times = value(block['for_each'] ?? []) as readonly Json[];
        if (times.length > 0)
          found[name] = [...((found[name] ?? []) as readonly Json[]), value(block['content'] ?? [])].flat();
      }
    return found;
  };
  return { of: value, body };
}

function called(name: string, given: readonly Tree[], of: (tree: Tree) => Json): Json {
  if (name === 'try') {
    for (const each of given)
      try {
        return of(each);
      } catch {
        continue;
      }
    throw new Error('nothing of it can be had');
  }
  const values = given.map(of);
  const [first = null, second = null, third = null] = values;
  const list = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
  switch (name) {
    case 'alltrue':
      return list(first).every((each) => each === true);
    case 'base64encode':
      return `«base64 ${textOf(first)}»`;
    case 'can':
      return true;
    case 'cidrsubnet':
      return `«${textOf(first)} + ${textOf(second)} ${textOf(third)}»`;
    case 'concat':
      return values.flatMap(list);
    case 'contains':
      return list(first).includes(second);
    case 'flatten':
      return list(first).flatMap((each) => (Array.isArray(each) ? (each as readonly Json[]) : [each]));
    case 'join':
      return list(second).map(textOf).join(textOf(first));
    // Documents are compared as what they say.
    case 'jsonencode':
    case 'jsondecode':
    case 'nonsensitive':
    case 'tolist':
    case 'toset':
      return first;
    case 'length':
      return Array.isArray(first) ? first.length : textOf(first).length;
    case 'merge':
      return Object.assign({}, ...values) as Json;
    case 'range':
      return [...Array(Number(first)).keys()];
    case 'regex':
      return first;
    case 'split':
      return textOf(second).split(textOf(first));
    case 'strcontains':
      return textOf(first).includes(textOf(second));
    case 'tostring':
      return textOf(first);
    default:
      throw new Error(`no function of Terraform's that is written: ${name}`);
  }
}

function operated(operator: string, left: Json, right: Json): Json {
  switch (operator) {
    case '==':
      return JSON.stringify(left) === JSON.stringify(right);
    case '!=':
      return JSON.stringify(left) !== JSON.stringify(right);
    case '&&':
      return left === true && right === true;
    case '||':
      return left === true || right === true;
    case '-':
      return Number(left) - Number(right);
    default:
      throw new Error(`no operator that is written: ${operator}`);
  }
}

export function textOf(value: Json): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
