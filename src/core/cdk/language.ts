/**
 * How a language writes what every program for the CDK is made of. Names of the library are given as TypeScript has them
 * (`getAzs`, `cidrBlock`); a language that writes them otherwise changes them.
 */
import type { Layout, Page } from './layout';
import type { ProgramParameter } from './readParameter';

export interface Language {
  readonly page: Page;
  /** Columns before the statements of a constructor. */
  readonly indent: number;
  /** What begins a comment of one line. */
  readonly comment: string;
  /** What ends a statement. */
  readonly end: string;
  /** The object that is constructed. */
  readonly self: string;
  /** Names that no variable may have. */
  readonly reserved: readonly string[];
  /** Names that no property of a stack may have, since every stack has one of the name. */
  readonly ofStacks: readonly string[];
  /** Whether a property of the stack is a variable of the constructor under its own name. */
  readonly propsAreVariables: boolean;

  /** The name of a variable or a property, made of a camel-case one. */
  variable(name: string): string;
  /** A literal of one line. */
  text(text: string): string;
  truth(value: boolean): string;
  list(items: readonly Layout[]): Layout;
  /** An object whose keys are texts. */
  map(entries: readonly (readonly [name: string, value: Layout])[]): Layout;
  /** An object of a sort that the library knows: `of` is the type, `name` the sort, the keys are those of the template. */
  struct(of: string, name: string, entries: readonly (readonly [name: string, value: Layout])[]): Layout;
  /** Texts and values, one behind the other, as one text. */
  joined(parts: readonly JoinedPart[]): Layout;
  /** Texts of one line each, as one text. */
  lines(lines: readonly Layout[]): Layout;
  /** A number as a text. */
  numberAsText(value: Layout): Layout;
  /** The number that a text is. */
  textAsNumber(value: Layout): Layout;
  /** Whether a text is `true`. */
  textAsTruth(value: Layout): Layout;

  method(on: string, name: string, given: readonly Layout[]): Layout;
  member(on: string, name: string): string;
  /** `props` by the names that the template has for them. */
  create(className: string, id: string, props: readonly (readonly [name: string, value: Layout])[]): Layout;
  declare(variable: string, value: Layout): Layout;
  assign(to: string, value: Layout): Layout;

  /** Statements that make variables of the properties of the stack that have a default; none where they are variables. */
  takeProps(taken: readonly TakenProp[]): readonly Layout[];
  /** The default of a parameter as a literal. */
  defaultOf(parameter: ProgramParameter): string;
  /** A variable for a property without a default: what is given, else `otherwise`. */
  takeOr(member: string, variable: string, otherwise: Layout): readonly Layout[];
}

export type JoinedPart =
  | { readonly is: 'text'; readonly text: string }
  /** `isNumber`: not a text yet. */
  | { readonly is: 'value'; readonly value: Layout; readonly isNumber: boolean };

export interface TakenProp {
  readonly member: string;
  readonly variable: string;
  readonly parameter: ProgramParameter;
}
