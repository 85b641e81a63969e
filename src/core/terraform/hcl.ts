/**
 * Terraform's configuration language as data: what is printed is built of this and never of text, so that no name can become
 * code. https://developer.hashicorp.com/terraform/language/syntax/configuration
 */

export type Hcl =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'null' }
  | { readonly is: 'list'; readonly items: readonly Hcl[] }
  | { readonly is: 'object'; readonly entries: HclEntries }
  /** Texts and values one behind the other. `apart`: a text that none of the values has in it. */
  | { readonly is: 'template'; readonly parts: readonly Hcl[]; readonly apart?: string }
  /** The address of something: `var.size`, `aws_vpc.main`, `data.aws_region.current`, or a variable of a `for`. */
  | { readonly is: 'address'; readonly address: string; readonly gives?: Gives }
  | { readonly is: 'attribute'; readonly of: Hcl; readonly name: string; readonly gives?: Gives }
  | { readonly is: 'index'; readonly of: Hcl; readonly at: Hcl; readonly gives?: Gives }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Hcl[] }
  | { readonly is: 'if'; readonly test: Hcl; readonly holds: Hcl; readonly otherwise: Hcl }
  | { readonly is: 'operation'; readonly operator: Operator; readonly left: Hcl; readonly right: Hcl }
  | { readonly is: 'not'; readonly of: Hcl }
  /** A list, or with `key` an object, of what each thing in another gives; only those for which `only` holds. */
  | {
      readonly is: 'for';
      readonly variables: readonly string[];
      readonly in: Hcl;
      readonly key?: Hcl;
      readonly gives: Hcl;
      readonly only?: Hcl;
    };

/** What a value is, where that is known. */
export type Gives = 'text' | 'number' | 'list';

export type Operator = '==' | '!=' | '&&' | '||' | '-' | '>=' | '<=';

/** A key that is no text is worked out. */
export type HclEntries = readonly (readonly [key: Hcl | string, value: Hcl])[];

export type HclItem =
  | { readonly is: 'attribute'; readonly name: string; readonly value: Hcl }
  | HclBlock
  /** `isLast`: it belongs to nothing that follows it. */
  | { readonly is: 'comment'; readonly text: string; readonly isLast?: boolean };

export interface HclBlock {
  readonly is: 'block';
  readonly type: string;
  /** Identifiers of ours, or texts of a person: they are quoted in any case. */
  readonly labels: readonly string[];
  readonly body: readonly HclItem[];
}

export const nothing: Hcl = { is: 'null' };

export function text(given: string): Hcl {
  return { is: 'text', text: given };
}

export function number(value: number): Hcl {
  return { is: 'number', value };
}

export function truth(value: boolean): Hcl {
  return { is: 'truth', value };
}

export function list(items: readonly Hcl[]): Hcl {
  return { is: 'list', items };
}

export function object(entries: HclEntries): Hcl {
  return { is: 'object', entries };
}

export function address(path: string, gives?: Gives): Hcl {
  return { is: 'address', address: path, ...(gives === undefined ? {} : { gives }) };
}

export function attributeOf(of: Hcl, name: string, gives?: Gives): Hcl {
  return { is: 'attribute', of, name, ...(gives === undefined ? {} : { gives }) };
}

export function call(name: string, ...given: readonly Hcl[]): Hcl {
  return { is: 'call', name, given };
}

/** What is true when a test holds and false when it does not is the test itself. */
export function choose(test: Hcl, holds: Hcl, otherwise: Hcl): Hcl {
  if (holds.is === 'truth' && otherwise.is === 'truth' && holds.value !== otherwise.value)
    return holds.value ? test : not(test);
  return { is: 'if', test, holds, otherwise };
}

export function operation(operator: Operator, left: Hcl, right: Hcl): Hcl {
  return { is: 'operation', operator, left, right };
}

export function not(of: Hcl): Hcl {
  if (of.is === 'not') return of.of;
  const opposite = of.is === 'operation' ? opposites[of.operator] : undefined;
  return of.is === 'operation' && opposite !== undefined ? { ...of, operator: opposite } : { is: 'not', of };
}

const opposites: Readonly<Partial<Record<Operator, Operator>>> = { '==': '!=', '!=': '==' };

/** Both, where one may be missing. */
export function both(one: Hcl | null, other: Hcl | null): Hcl | null {
  if (one === null || other === null) return one ?? other;
  return operation('&&', one, other);
}

/** The item of a list; what stands there, where the list stands there. */
export function itemOf(of: Hcl, at: Hcl): Hcl {
  if (at.is !== 'number') return { is: 'index', of, at };
  if (of.is === 'list') return of.items[at.value] ?? { is: 'index', of, at };
  const [variable, ...others] = of.is === 'for' ? of.variables : [];
  if (of.is === 'for' && of.key === undefined && of.only === undefined && others.length === 0)
    return replaced(of.gives, variable ?? '', { is: 'index', of: of.in, at });
  const split = of.is === 'call' && of.name === 'split' ? splitParts(of.given) : undefined;
  return split?.[at.value] ?? { is: 'index', of, at };
}

/** A value with another in place of a variable of a `for`. */
function replaced(value: Hcl, variable: string, by: Hcl): Hcl {
  const within = (each: Hcl): Hcl => replaced(each, variable, by);
  switch (value.is) {
    case 'address':
      return value.address === variable ? by : value;
    case 'attribute':
    case 'not':
      return { ...value, of: within(value.of) };
    case 'index':
      return { ...value, of: within(value.of), at: within(value.at) };
    case 'template':
      return { ...value, parts: value.parts.map(within) };
    case 'list':
      return { ...value, items: value.items.map(within) };
    case 'call':
      return { ...value, given: value.given.map(within) };
    case 'operation':
      return { ...value, left: within(value.left), right: within(value.right) };
    default:
      return value;
  }
}

/** What `split` makes of a template that says of itself where it is apart. */
function splitParts([delimiter, whole]: readonly Hcl[]): readonly Hcl[] | undefined {
  if (delimiter?.is !== 'text' || whole?.is !== 'template' || whole.apart !== delimiter.text)
    return undefined;
  return whole.parts.filter((part) => part.is !== 'text');
}

/** Texts and values as one text. */
export function template(parts: readonly Hcl[]): Hcl {
  const merged: Hcl[] = [];
  for (const part of parts.flatMap((each) => (each.is === 'template' ? each.parts : [asPart(each)]))) {
    const last = merged.at(-1);
    if (last?.is === 'text' && part.is === 'text') merged[merged.length - 1] = text(last.text + part.text);
    else if (part.is !== 'text' || part.text !== '') merged.push(part);
  }
  const [only = text(''), ...others] = merged;
  return others.length === 0 && (only.is === 'text' || givesOf(only) === 'text')
    ? only
    : { is: 'template', parts: merged };
}

function asPart(value: Hcl): Hcl {
  if (value.is === 'number' || value.is === 'truth') return text(String(value.value));
  return value;
}

export function givesOf(value: Hcl): Gives | undefined {
  switch (value.is) {
    case 'text':
    case 'template':
      return 'text';
    case 'number':
    case 'list':
      return value.is;
    case 'address':
    case 'attribute':
    case 'index':
      return value.gives;
    case 'for':
      return value.key === undefined ? 'list' : undefined;
    case 'call':
      return functionsThatGive[value.name];
    case 'if':
      return givesOf(value.holds.is === 'null' ? value.otherwise : value.holds);
    default:
      return undefined;
  }
}

const functionsThatGive: Readonly<Record<string, Gives>> = {
  base64encode: 'text',
  concat: 'list',
  join: 'text',
  jsonencode: 'text',
  length: 'number',
  range: 'list',
  split: 'list',
  cidrsubnet: 'text',
  tostring: 'text',
};

/** The expressions directly within one. */
export function partsOf(value: Hcl): readonly Hcl[] {
  switch (value.is) {
    case 'list':
      return value.items;
    case 'object':
      return value.entries.flatMap(([key, each]) => (typeof key === 'string' ? [each] : [key, each]));
    case 'template':
      return value.parts;
    case 'attribute':
    case 'not':
      return [value.of];
    case 'index':
      return [value.of, value.at];
    case 'call':
      return value.given;
    case 'if':
      return [value.test, value.holds, value.otherwise];
    case 'operation':
      return [value.left, value.right];
    case 'for':
      return [value.in, value.key, value.gives, value.only].filter((each) => each !== undefined);
    default:
      return [];
  }
}

/** Whether a value has an address for which a test holds. */
function mentions(value: Hcl, test: (found: string) => boolean): boolean {
  return value.is === 'address' ? test(value.address) : partsOf(value).some((part) => mentions(part, test));
}

/** Whether an address stands anywhere within an item. */
export function isMentioned(item: HclItem, path: string): boolean {
  if (item.is === 'attribute') return mentions(item.value, (found) => found === path);
  return item.is === 'block' && item.body.some((each) => isMentioned(each, path));
}
