/** The statements of a constructor, laid out in lines. */
import type { ConstructId } from '../identifiers';
import type { Language } from '../language';
import { lay, type Layout } from '../layout';

export interface Statements {
  say(statement: Layout): void;
  /** A line of comment before what comes next. */
  comment(text: string): void;
  /** An empty line before what comes next, except behind a comment. */
  paragraph(): void;
  readonly lines: readonly string[];
}

export function createStatements({ page, indent, comment: mark, end }: Language): Statements {
  const lines: string[] = [];
  const margin = ' '.repeat(indent);
  let isApart = false;
  const push = (text: string): void => {
    if (isApart && !(lines.at(-1) ?? '').startsWith(`${margin}${mark}`)) lines.push('');
    isApart = false;
    lines.push(`${margin}${text}`);
  };
  return {
    lines,
    say: (statement) => push(lay([statement, end], page, indent)),
    comment: (text) => push(`${mark}${text}`),
    paragraph: () => void (isApart = true),
  };
}

/** What is to be constructed. `props` by the names that the template has for them. */
export interface Made {
  readonly className: string;
  readonly id: ConstructId;
  readonly props: readonly (readonly [name: string, value: Layout])[];
}

/**
 * Says that something is constructed. `variable` is asked for a name where it needs one: when `isNamed`, or to be told a
 * logical ID that is another than its own. Gives the name.
 */
export function sayMade(
  { className, id, props }: Made,
  language: Language,
  { say }: Statements,
  variable: () => string,
  isNamed: boolean,
): string | undefined {
  const made = language.create(className, id.id, props);
  if (!isNamed && id.logicalId === null) {
    say(made);
    return undefined;
  }
  const name = variable();
  say(language.declare(name, made));
  if (id.logicalId !== null) say(language.method(name, 'overrideLogicalId', [language.text(id.logicalId)]));
  return name;
}
