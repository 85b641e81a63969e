/**
 * Diagrams written as nested boxes, for tests, rule examples and plans. A name is its own id, so that references are
 * simply names. What is not said is the kind's default.
 *
 *     sketch(
 *       box('vpc', 'Vpc', { cidr: '10.0.0.0/16' },
 *         box('subnet', 'Private', { cidr: '10.0.0.0/24' }, box('instance', 'Web'))),
 *       arrow('Web', 'S3', { port: 443 }))
 */
import type { Flow, Scope, ScopeExpectation } from './document';
import { noInternet } from './scopes';
import type { KindName, PropsOf } from './kinds';

export interface Sketch {
  readonly boxes: readonly Box[];
  readonly flows: readonly SketchedFlow[];
  readonly scopes: readonly SketchedScope[];
  readonly region: string;
}

/** `KindName` alone: a box of any kind. */
export interface Box<K extends KindName = KindName> {
  readonly box: K;
  readonly name: string;
  readonly props: Partial<PropsOf<K>>;
  readonly inside: readonly Box[];
}

export type SketchedFlow = { readonly flow: string; readonly from: string; readonly to: string } & Partial<
  Omit<Flow, 'id' | 'from' | 'to'>
>;

export type SketchedScope = { readonly scope: string } & Omit<Scope, 'id' | 'order'>;

/** One resource with what stands in it. */
export function box<K extends KindName>(
  kind: K,
  name: string,
  props: Partial<PropsOf<K>> = {},
  ...inside: readonly Box[]
): Box {
  // A box of one kind is a box of any kind: props are only read back through the fields of `kind`.
  return { box: kind, name, props, inside } as unknown as Box;
}

/** A flow. Its id is `from→to`, with the port when that is needed to tell two apart. */
export function arrow(
  from: string,
  to: string,
  options: Partial<Omit<Flow, 'id' | 'from' | 'to'>> & { readonly id?: string } = {},
): SketchedFlow {
  const { id, ...rest } = options;
  return { flow: id ?? `${from}→${to}`, from, to, ...rest };
}

/** "Nothing in these containers reaches the internet, or is reached from it." */
export function noInternetFrom(...containers: readonly string[]): SketchedScope {
  return statement(`no internet from ${containers.join(', ')}`, containers, noInternet);
}

/** What is expected of a part of the design. Resources are named by their names, like everywhere in a sketch. */
export function statement(
  scope: string,
  members: readonly string[],
  expectations: Readonly<
    Record<string, Pick<ScopeExpectation, 'direction' | 'other'> & Partial<ScopeExpectation>>
  >,
): SketchedScope {
  return {
    scope,
    name: '',
    members: Object.fromEntries(members.map((name) => [name, true as const])),
    expectations: Object.fromEntries(
      Object.entries(expectations).map(([key, each]) => [
        key,
        { protocol: 'any', port: null, expect: 'blocked', ...each },
      ]),
    ),
  };
}

export function sketch(
  ...parts: readonly (Box | SketchedFlow | SketchedScope | { readonly region: string })[]
): Sketch {
  const boxes: Box[] = [];
  const flows: SketchedFlow[] = [];
  const scopes: SketchedScope[] = [];
  let region = 'ap-northeast-1';
  for (const part of parts) {
    if ('box' in part) boxes.push(part);
    else if ('flow' in part) flows.push(part);
    else if ('scope' in part) scopes.push(part);
    else region = part.region;
  }
  return { boxes, flows, scopes, region };
}
