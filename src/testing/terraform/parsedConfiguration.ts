/** A configuration as HashiCorp's own parser reads it. https://www.npmjs.com/package/@cdktf/hcl2json */
import { parse } from '@cdktf/hcl2json';
import { readTemplate, type Tree } from './readExpression';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface ParsedBlock {
  /** `aws_vpc.main`, `data.aws_region.current`, `module.network` */
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
  readonly body: Readonly<Record<string, Json>>;
}

export interface ParsedConfiguration {
  readonly blocks: readonly ParsedBlock[];
  readonly variables: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly locals: Readonly<Record<string, Json>>;
  readonly outputs: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** Throws what the parser says of a configuration that is none. */
export async function parsedConfiguration(text: string): Promise<ParsedConfiguration> {
  const whole = mapOf((await parse('main.tf', text)) as Json);
  const blocksOf = (section: string): readonly ParsedBlock[] =>
    Object.entries(mapOf(whole[section])).flatMap(([type, named]) =>
      Object.entries(mapOf(named)).map(([name, [body]]) => ({
        address: `${section === 'data' ? 'data.' : ''}${type}.${name}`,
        type,
        isData: section === 'data',
        body: mapOf(body),
      })),
    );
  const firsts = (section: string): Readonly<Record<string, Readonly<Record<string, Json>>>> =>
    Object.fromEntries(Object.entries(mapOf(whole[section])).map(([name, [body]]) => [name, mapOf(body)]));
  const { locals } = whole;
  const modules = Object.entries(firsts('module')).map(([name, body]) => ({
    address: `module.${name}`,
    type: 'module',
    isData: false,
    body,
  }));
  return {
    blocks: [...blocksOf('data'), ...blocksOf('resource'), ...modules],
    variables: firsts('variable'),
    outputs: firsts('output'),
    locals: Object.assign({}, ...(Array.isArray(locals) ? locals : [])) as Readonly<Record<string, Json>>,
  };
}

/** The addresses that a value uses: `aws_vpc.main`, `var.size`, `local.is_large`, `data.aws_region.current`. */
export function* addressesIn(value: Json): Generator<string> {
  if (typeof value === 'string') {
    yield* addressesInTree(readTemplate(value));
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (key.startsWith('${')) yield* addressesIn(key);
    yield* addressesIn(each as Json);
  }
}

function* addressesInTree(tree: Tree, bound: ReadonlySet<string> = new Set()): Generator<string> {
  const path = pathOf(tree);
  if (path !== undefined) {
    const [root = '', ...rest] = path;
    if (!bound.has(root) && root !== 'each' && root !== 'path')
      yield [root, ...rest].slice(0, root === 'data' ? 3 : 2).join('.');
    if (tree.is === 'index') yield* addressesInTree(tree.at, bound);
    return;
  }
  const within = tree.is === 'for' ? new Set([...bound, ...tree.variables]) : bound;
  for (const part of treesIn(tree)) yield* addressesInTree(part, within);
}

/** The names that a traversal goes through; undefined for anything else. */
export function pathOf(tree: Tree): readonly string[] | undefined {
  if (tree.is === 'name') return [tree.name];
  if (tree.is === 'index') return pathOf(tree.of);
  if (tree.is !== 'member') return undefined;
  const before = pathOf(tree.of);
  return before === undefined ? undefined : [...before, tree.name];
}

export function treesIn(tree: Tree): readonly Tree[] {
  switch (tree.is) {
    case 'template':
      return tree.parts;
    case 'member':
    case 'not':
      return [tree.of];
    case 'index':
      return [tree.of, tree.at];
    case 'call':
      return tree.given;
    case 'choice':
      return [tree.test, tree.holds, tree.otherwise];
    case 'operation':
      return [tree.left, tree.right];
    case 'list':
      return tree.items;
    case 'object':
      return tree.entries.flat();
    case 'for':
      return [
        tree.in,
        tree.gives,
        ...(tree.key === null ? [] : [tree.key]),
        ...(tree.only === null ? [] : [tree.only]),
      ];
    default:
      return [];
  }
}

export function mapOf(
  value: Json | undefined,
): Readonly<Record<string, Readonly<Record<string, Json>> & Iterable<Json>>> {
  return (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as never;
}
