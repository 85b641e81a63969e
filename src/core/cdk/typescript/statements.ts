/** The statements of a constructor, laid out in lines. */
import type { ConstructId } from '../identifiers';
import { lay, type Layout, type Page } from '../layout';
import { stringLiteral } from './literals';

export const page: Page = { width: 100, step: 2 };
const indent = 4;

export interface Statements {
  /** A statement, its semicolon with it. */
  say(layout: Layout): void;
  /** A line of comment before what comes next. */
  comment(text: string): void;
  /** An empty line before what comes next, except behind a comment. */
  paragraph(): void;
  readonly lines: readonly string[];
}

export function createStatements(): Statements {
  const lines: string[] = [];
  let isApart = false;
  const push = (text: string): void => {
    if (isApart && !(lines.at(-1) ?? '').startsWith(`${' '.repeat(indent)}// `)) lines.push('');
    isApart = false;
    lines.push(`${' '.repeat(indent)}${text}`);
  };
  return {
    lines,
    say: (layout) => push(lay([layout, ';'], page, indent)),
    comment: (text) => push(`// ${text}`),
    paragraph: () => void (isApart = true),
  };
}

/** `new …(this, 'Id', { … })`, without properties where there are none. */
export function newConstruct(className: string, { id }: ConstructId, props: readonly Layout[]): Layout {
  const object: Layout = { open: '{', items: props, close: '}', spaced: true, tall: true };
  return [`new ${className}(this, ${stringLiteral(id)}`, ...(props.length === 0 ? [] : [', ', object]), ')'];
}

/** The same, and its logical ID where that is another than its own. */
export function newElement(className: string, id: ConstructId, props: readonly Layout[]): Layout {
  const made = newConstruct(className, id, props);
  return id.logicalId === null ? made : [made, `.overrideLogicalId(${stringLiteral(id.logicalId)})`];
}
