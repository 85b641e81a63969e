/**
 * Expressions of Terraform as a tree, for tests: from the texts that HashiCorp's parser gives, which has seen to it that they
 * are right. https://developer.hashicorp.com/terraform/language/expressions
 */

export type Tree =
  | { readonly is: 'literal'; readonly value: string | number | boolean | null }
  | { readonly is: 'template'; readonly parts: readonly Tree[] }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'member'; readonly of: Tree; readonly name: string }
  | { readonly is: 'index'; readonly of: Tree; readonly at: Tree }
  | { readonly is: 'call'; readonly name: string; readonly given: readonly Tree[] }
  | { readonly is: 'choice'; readonly test: Tree; readonly holds: Tree; readonly otherwise: Tree }
  | { readonly is: 'operation'; readonly operator: string; readonly left: Tree; readonly right: Tree }
  | { readonly is: 'not'; readonly of: Tree }
  | { readonly is: 'list'; readonly items: readonly Tree[] }
  | { readonly is: 'object'; readonly entries: readonly (readonly [key: Tree, value: Tree])[] }
  | {
      readonly is: 'for';
      readonly variables: readonly string[];
      readonly in: Tree;
      readonly key: Tree | null;
      readonly gives: Tree;
      readonly only: Tree | null;
    };

/** A text with `${…}` in it; one that is a single `${…}` is what stands in there. */
export function readTemplate(text: string): Tree {
  const parts = templateParts(text, 0, undefined).parts;
  const [only, ...others] = parts;
  if (only === undefined) return { is: 'literal', value: '' };
  return others.length === 0 ? only : { is: 'template', parts };
}

/** `end`: the quote that ends it; with one, escapes are those of a literal. */
function templateParts(
  text: string,
  start: number,
  end: '"' | undefined,
): { readonly parts: readonly Tree[]; readonly next: number } {
  const parts: Tree[] = [];
  let literal = '';
  let at = start;
  const flush = (): void => {
    if (literal !== '') parts.push({ is: 'literal', value: literal });
    literal = '';
  };
  while (at < text.length && text[at] !== end) {
    if (text.startsWith('$${', at) || text.startsWith('%%{', at)) {
      literal += text.slice(at + 1, at + 3);
      at += 3;
    } else if (text.startsWith('${', at)) {
      flush();
      const reader = new Reader(text, at + 2);
      parts.push(reader.expression());
      at = reader.expect('}');
    } else if (text.startsWith('%{if ', at)) {
      // The parser tells a choice within a text so.
      flush();
      const { choice, next } = readDirective(text, at, end);
      parts.push(choice);
      at = next;
    } else if (/^%\{(?:else|endif)\}/.test(text.slice(at, at + 8))) break;
    else if (text.startsWith('%{', at)) throw new Error(`no directive is written: ${text}`);
    else if (end !== undefined && text[at] === '\\') {
      const [whole = '', code] =
        /^\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|[nrt"\\])/i
          .exec(text.slice(at))
          ?.filter((each) => each !== undefined) ?? [];
      literal += code === undefined ? unescaped(whole) : String.fromCodePoint(Number.parseInt(code, 16));
      at += whole.length;
    } else literal += text[at++];
  }
  flush();
  return { parts, next: at };
}

function readDirective(
  text: string,
  start: number,
  end: '"' | undefined,
): { readonly choice: Tree; readonly next: number } {
  const reader = new Reader(text, start + '%{if '.length);
  const test = reader.expression();
  const whole = ({ parts }: { readonly parts: readonly Tree[] }): Tree => ({ is: 'template', parts });
  const first = templateParts(text, reader.expect('}'), end);
  const isElse = text.startsWith('%{else}', first.next);
  const second = isElse
    ? templateParts(text, first.next + '%{else}'.length, end)
    : { parts: [], next: first.next };
  return {
    choice: { is: 'choice', test, holds: whole(first), otherwise: whole(second) },
    next: second.next + '%{endif}'.length,
  };
}

function unescaped(escape: string): string {
  const found = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\"': '"', '\\\\': '\\' }[escape];
  if (found === undefined) throw new Error(`no escape: ${escape}`);
  return found;
}

const operators = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['>=', '<=', '>', '<'],
  ['+', '-'],
  ['*', '/', '%'],
] as const;

class Reader {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** Where what follows a mark begins. */
  expect(mark: string): number {
    if (!this.take(mark))
      throw new Error(`expected ${mark} at ${this.text.slice(this.at, this.at + 40)} of ${this.text}`);
    return this.at;
  }

  expression(): Tree {
    const test = this.operation(0);
    if (!this.take('?')) return test;
    const holds = this.expression();
    this.expect(':');
    return { is: 'choice', test, holds, otherwise: this.expression() };
  }

  private operation(level: number): Tree {
    const known = operators[level];
    if (known === undefined) return this.unary();
    let left = this.operation(level + 1);
    for (let operator = this.operator(known); operator !== undefined; operator = this.operator(known))
      left = { is: 'operation', operator, left, right: this.operation(level + 1) };
    return left;
  }

  private operator(known: readonly string[]): string | undefined {
    return known.find((each) => this.take(each));
  }

  private unary(): Tree {
    if (!this.looksAt('!=') && this.take('!')) return { is: 'not', of: this.unary() };
    let value = this.primary();
    for (;;) {
      if (this.take('.')) value = { is: 'member', of: value, name: this.word() };
      else if (this.take('[')) {
        value = { is: 'index', of: value, at: this.expression() };
        this.expect(']');
      } else return value;
    }
  }

  private primary(): Tree {
    if (this.take('(')) {
      const inside = this.expression();
      this.expect(')');
      return inside;
    }
    if (this.take('"')) {
      const { parts, next } = templateParts(this.text, this.at, '"');
      this.at = next + 1;
      const [only, ...others] = parts;
      return only?.is === 'literal' && others.length === 0
        ? only
        : only === undefined
          ? { is: 'literal', value: '' }
          : { is: 'template', parts };
    }
    if (this.take('[')) return this.looksAt('for ') ? this.comprehension(']') : this.list();
    if (this.take('{')) return this.looksAt('for ') ? this.comprehension('}') : this.object();
    const number = /^-?\d+(?:\.\d+)?/.exec(this.rest())?.[0];
    if (number !== undefined) {
      this.at += number.length;
      return { is: 'literal', value: Number(number) };
    }
    const name = this.word();
    if (name === 'true' || name === 'false') return { is: 'literal', value: name === 'true' };
    if (name === 'null') return { is: 'literal', value: null };
    if (!this.take('(')) return { is: 'name', name };
    const given: Tree[] = [];
    while (!this.take(')')) {
      given.push(this.expression());
      this.take(',');
    }
    return { is: 'call', name, given };
  }

  private list(): Tree {
    const items: Tree[] = [];
    while (!this.take(']')) {
      items.push(this.expression());
      this.take(',');
    }
    return { is: 'list', items };
  }

  private object(): Tree {
    const entries: [Tree, Tree][] = [];
    while (!this.take('}')) {
      const isWord = /^[A-Za-z_][\w-]*\s*=/.test(this.rest());
      const key: Tree = isWord ? { is: 'literal', value: this.word() } : this.expression();
      this.expect('=');
      entries.push([key, this.expression()]);
      this.take(',');
    }
    return { is: 'object', entries };
  }

  private comprehension(end: ']' | '}'): Tree {
    this.expect('for');
    const variables = [this.word()];
    if (this.take(',')) variables.push(this.word());
    this.expect('in');
    const source = this.expression();
    this.expect(':');
    const first = this.expression();
    const value = end === '}' && this.take('=>') ? this.expression() : null;
    const only = /^if\b/.test(this.rest()) && this.take('if') ? this.expression() : null;
    this.expect(end);
    return {
      is: 'for',
      variables,
      in: source,
      key: value === null ? null : first,
      gives: value ?? first,
      only,
    };
  }

  private word(): string {
    const found = /^[A-Za-z_][\w-]*|^\d+/.exec(this.rest())?.[0];
    if (found === undefined)
      throw new Error(`expected a name at ${this.rest().slice(0, 40)} of ${this.text}`);
    this.at += found.length;
    return found;
  }

  private looksAt(mark: string): boolean {
    return this.rest().startsWith(mark);
  }

  private take(mark: string): boolean {
    if (!this.looksAt(mark)) return false;
    this.at += mark.length;
    return true;
  }

  /** Blanks and line breaks mean nothing between the parts of what stands in brackets. */
  private rest(): string {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    return this.text.slice(this.at);
  }
}
