/**
 * Values of a CDK program: what a template's values become, in no language yet. Each says by `givesOf` what it is to the
 * compiler, so that a value can be fitted to the place where it is used.
 */

export type Expression =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'list'; readonly items: readonly Expression[] }
  /** An object whose keys stay as they are written. */
  | { readonly is: 'map'; readonly entries: Entries }
  /** An object of a sort that the library knows, with the names of the template. `of`: the type it belongs to. */
  | { readonly is: 'struct'; readonly of: string; readonly name: string; readonly entries: Entries }
  | { readonly is: 'ref'; readonly id: string }
  | { readonly is: 'attribute'; readonly id: string; readonly name: string; readonly gives: Gives }
  /** `isProp`: its value is known when the code runs. */
  | { readonly is: 'parameter'; readonly name: string; readonly gives: Gives; readonly isProp: boolean }
  | { readonly is: 'pseudo'; readonly name: PseudoParameter }
  /** Texts and other values one behind the other. */
  | { readonly is: 'joined'; readonly parts: readonly Expression[] }
  | { readonly is: 'call'; readonly function: FunctionName; readonly given: readonly Expression[] }
  | { readonly is: 'found-in-map'; readonly mapping: string; readonly keys: readonly Expression[] }
  | { readonly is: 'if'; readonly condition: string; readonly given: readonly Expression[] }
  /** A function of CloudFormation that the library has no method for, as data. */
  | { readonly is: 'intrinsic'; readonly entries: Entries }
  /** A value that the compiler is told to take for another. */
  | { readonly is: 'as'; readonly wanted: Wanted; readonly of: Expression }
  /** A text that is known when the code runs, as what it stands for. */
  | { readonly is: 'parsed'; readonly as: 'number' | 'truth'; readonly of: Expression };

export type Entries = readonly (readonly [name: string, value: Expression])[];

/** `resolvable`: something that becomes a value only when the template is written. */
export type Gives = 'text' | 'number' | 'truth' | 'list' | 'object' | 'resolvable';

export type Wanted = 'text' | 'number' | 'list' | 'resolvable';

/** The functions that are methods of `cdk.Fn`, by what they give. */
const functions = {
  base64: 'text',
  cidr: 'list',
  getAzs: 'list',
  importValue: 'text',
  join: 'text',
  ref: 'text',
  select: 'text',
  split: 'list',
} as const satisfies Readonly<Record<string, Gives>>;

export type FunctionName = keyof typeof functions;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const pseudoParameters = {
  'AWS::AccountId': 'text',
  'AWS::NoValue': 'text',
  'AWS::NotificationARNs': 'list',
  'AWS::Partition': 'text',
  'AWS::Region': 'text',
  'AWS::StackId': 'text',
  'AWS::StackName': 'text',
  'AWS::URLSuffix': 'text',
} as const satisfies Readonly<Record<string, Gives>>;

export type PseudoParameter = keyof typeof pseudoParameters;

export function isPseudoParameter(name: string): name is PseudoParameter {
  return Object.hasOwn(pseudoParameters, name);
}

export function givesOf(value: Expression): Gives {
  switch (value.is) {
    case 'text':
    case 'number':
    case 'truth':
    case 'list':
      return value.is;
    case 'map':
    case 'struct':
      return 'object';
    case 'ref':
    case 'joined':
    case 'found-in-map':
      return 'text';
    case 'attribute':
    case 'parameter':
      return value.gives;
    case 'pseudo':
      return pseudoParameters[value.name];
    case 'call':
      return functions[value.function];
    case 'if':
    case 'intrinsic':
      return 'resolvable';
    case 'as':
      return value.wanted;
    case 'parsed':
      return value.as;
  }
}

/** Whether the library gets the text itself and no mark for one that CloudFormation will know. */
export function isKnownText(value: Expression): boolean {
  switch (value.is) {
    case 'text':
    case 'number':
      return true;
    case 'parameter':
      return value.isProp;
    case 'list':
    case 'joined':
      return partsOf(value).every(isKnownText);
    case 'call':
      return knownFunctions.has(value.function) && value.given.every(isKnownText);
    default:
      return false;
  }
}

/** The library calls these itself where it knows what they are given. */
const knownFunctions: ReadonlySet<FunctionName> = new Set(['join', 'select', 'split']);

/** The expressions directly within one. */
export function partsOf(value: Expression): readonly Expression[] {
  switch (value.is) {
    case 'list':
      return value.items;
    case 'map':
    case 'struct':
    case 'intrinsic':
      return value.entries.map(([, each]) => each);
    case 'joined':
      return value.parts;
    case 'call':
    case 'if':
      return value.given;
    case 'found-in-map':
      return value.keys;
    case 'as':
    case 'parsed':
      return [value.of];
    default:
      return [];
  }
}

/** The logical IDs of the resources that a value refers to. */
export function* resourcesIn(value: Expression): Generator<string> {
  if (value.is === 'ref' || value.is === 'attribute') yield value.id;
  for (const part of partsOf(value)) yield* resourcesIn(part);
}

/** The names of the conditions, mappings and parameters that a value uses. */
export function* namesIn(value: Expression): Generator<string> {
  if (value.is === 'if') yield value.condition;
  if (value.is === 'found-in-map') yield value.mapping;
  if (value.is === 'parameter') yield value.name;
  for (const part of partsOf(value)) yield* namesIn(part);
}
