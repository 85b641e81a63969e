/**
 * Regular expressions of strangers, matched in time that grows with the text and not with its powers: all ways through
 * the expression are followed at once. What is not understood is not judged.
 */

/** Whether the expression covers the whole text; undefined where it has something that is not understood here. */
export function coversWhole(expression: string, text: string): boolean | undefined {
  if (expression.length > 2_000 || text.length > 10_000) return undefined;
  try {
    return runs(laidOut(parsed(expression)), [...text], 0, true, { left: mostWork });
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

/** Steps looked at, which a match of any honest expression stays far below: some 50 ms, measured. */
const mostWork = 200_000;

type Program = readonly Step[];

type Step =
  | { readonly is: 'letter'; readonly fits: (letter: string) => boolean }
  /** Goes on at each of these. */
  | { readonly is: 'fork'; readonly to: readonly number[] }
  | { readonly is: 'start' | 'end' }
  | { readonly is: 'ahead'; readonly program: Program; readonly wanted: boolean }
  | { readonly is: 'done' };

function runs(
  program: Program,
  letters: readonly string[],
  from: number,
  whole: boolean,
  work: { left: number },
): boolean {
  let here = new Set<number>();
  const enter = (into: Set<number>, first: number, at: number): void => {
    const waiting = [first];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (--work.left < 0) throw new NotUnderstood();
      if (into.has(next)) continue;
      into.add(next);
      const step = program[next];
      if (step?.is === 'fork') waiting.push(...step.to);
      else if (step?.is === 'start' ? at === 0 : step?.is === 'end' && at === letters.length)
        waiting.push(next + 1);
      else if (step?.is === 'ahead' && runs(step.program, letters, at, false, work) === step.wanted)
        waiting.push(next + 1);
    }
  };
  enter(here, 0, from);
  const end = program.length - 1;
  for (let at = from; at < letters.length; at++) {
    if (!whole && here.has(end)) return true;
    const after = new Set<number>();
    for (const each of here) {
      const step = program[each];
      if (step?.is === 'letter' && step.fits(letters[at] ?? '')) enter(after, each + 1, at + 1);
    }
    if (after.size === 0) return false;
    here = after;
  }
  return here.has(end);
}

/** What an expression says, before it is laid out as steps. */
type Part =
  | { readonly is: 'letter'; readonly fits: (letter: string) => boolean }
  | { readonly is: 'start' | 'end' }
  | { readonly is: 'row'; readonly parts: readonly Part[] }
  | { readonly is: 'either'; readonly parts: readonly Part[] }
  | { readonly is: 'times'; readonly part: Part; readonly least: number; readonly most: number }
  | { readonly is: 'ahead'; readonly part: Part; readonly wanted: boolean };

/** Something that has another meaning elsewhere, or takes too long. */
class NotUnderstood extends Error {}

const mostSteps = 20_000;

function laidOut(part: Part): Program {
  const steps: Step[] = [];
  const add = (step: Step): number => {
    if (steps.length >= mostSteps) throw new NotUnderstood();
    return steps.push(step) - 1;
  };
  /** A fork whose ways are filled in once they are known. */
  const fork = (): number[] => {
    const to: number[] = [];
    add({ is: 'fork', to });
    return to;
  };
  const lay = (each: Part): void => {
    switch (each.is) {
      case 'letter':
      case 'start':
      case 'end':
        add(each);
        return;
      case 'ahead':
        add({ is: 'ahead', program: laidOut(each.part), wanted: each.wanted });
        return;
      case 'row':
        each.parts.forEach(lay);
        return;
      case 'either': {
        const ways = fork();
        const ends: number[][] = [];
        for (const way of each.parts) {
          ways.push(steps.length);
          lay(way);
          ends.push(fork());
        }
        for (const end of ends) end.push(steps.length);
        return;
      }
      case 'times': {
        const { part: inner, least, most } = each;
        for (let count = 0; count < least; count++) lay(inner);
        if (most === Infinity) {
          const start = steps.length;
          const ways = fork();
          ways.push(steps.length);
          lay(inner);
          fork().push(start);
          ways.push(steps.length);
          return;
        }
        const skips: number[][] = [];
        for (let count = least; count < most; count++) {
          const ways = fork();
          ways.push(steps.length);
          skips.push(ways);
          lay(inner);
        }
        for (const skip of skips) skip.push(steps.length);
      }
    }
  };
  lay(part);
  add({ is: 'done' });
  return steps;
}

const deepest = 60;

function parsed(expression: string): Part {
  const letters = [...expression];
  let at = 0;
  let depth = 0;

  const either = (): Part => {
    if (++depth > deepest) throw new NotUnderstood();
    const ways = [row()];
    while (letters[at] === '|') {
      at++;
      ways.push(row());
    }
    depth--;
    const [only, ...more] = ways;
    return only !== undefined && more.length === 0 ? only : { is: 'either', parts: ways };
  };

  const row = (): Part => {
    const parts: Part[] = [];
    while (at < letters.length && letters[at] !== '|' && letters[at] !== ')') parts.push(repeated());
    return { is: 'row', parts };
  };

  const repeated = (): Part => {
    const part = single();
    const range = howOften();
    if (range === undefined) return part;
    // Whether as few or as many as possible are taken makes no difference to the whole; what is never given back does.
    if (letters[at] === '?') at++;
    else if (letters[at] === '+' || howOften() !== undefined) throw new NotUnderstood();
    return { is: 'times', part, least: range[0], most: range[1] };
  };

  const howOften = (): readonly [number, number] | undefined => {
    const mark = letters[at];
    if (mark === '*' || mark === '+' || mark === '?') {
      at++;
      return mark === '*' ? [0, Infinity] : mark === '+' ? [1, Infinity] : [0, 1];
    }
    if (mark !== '{') return undefined;
    const close = letters.indexOf('}', at);
    const counts = /^(\d{1,4})(?:(,)(\d{1,4})?)?$/.exec(letters.slice(at + 1, close).join(''));
    if (close < 0 || counts === null) throw new NotUnderstood();
    at = close + 1;
    const least = Number(counts[1]);
    const most = counts[2] === undefined ? least : counts[3] === undefined ? Infinity : Number(counts[3]);
    if (most < least) throw new NotUnderstood();
    return [least, most];
  };

  const single = (): Part => {
    const letter = letters[at++] ?? '';
    switch (letter) {
      case '^':
        return { is: 'start' };
      case '$':
        return { is: 'end' };
      case '.':
        return { is: 'letter', fits: (each) => each !== '\n' && each !== '\r' };
      case '(':
        return group();
      case '[':
        return { is: 'letter', fits: oneOf() };
      case '\\':
        return { is: 'letter', fits: escaped() };
      case '*':
      case '+':
      case '?':
      case '{':
        throw new NotUnderstood();
      default:
        return { is: 'letter', fits: (each) => each === letter };
    }
  };

  const group = (): Part => {
    let ahead: boolean | undefined;
    if (letters[at] === '?') {
      const kind = letters[at + 1];
      const named = /^\?<[A-Za-z]\w*>/.exec(letters.slice(at, at + 60).join(''))?.[0];
      if (kind === '=' || kind === '!') ahead = kind === '=';
      else if (kind !== ':' && named === undefined) throw new NotUnderstood();
      at += named?.length ?? 2;
    }
    const part = either();
    if (letters[at++] !== ')') throw new NotUnderstood();
    return ahead === undefined ? part : { is: 'ahead', part, wanted: ahead };
  };

  const oneOf = (): ((letter: string) => boolean) => {
    const fits: ((letter: string) => boolean)[] = [];
    const isNegated = letters[at] === '^';
    if (isNegated) at++;
    for (let first = true; ; first = false) {
      const letter = letters[at++];
      // A bracket inside brackets, and what both of two sets have, mean more elsewhere than here.
      if (letter === undefined || letter === '[' || (letter === '&' && letters[at] === '&'))
        throw new NotUnderstood();
      if (letter === ']') {
        if (first) throw new NotUnderstood();
        break;
      }
      const from = letter === '\\' ? escapedLetter() : letter;
      if (typeof from !== 'string') fits.push(from);
      else if (letters[at] === '-' && letters[at + 1] !== ']' && letters[at + 1] !== undefined) {
        at++;
        const end = letters[at++] ?? '';
        const to = end === '\\' ? escapedLetter() : end;
        if (typeof to !== 'string' || end === '[' || to < from) throw new NotUnderstood();
        fits.push((each) => each >= from && each <= to);
      } else fits.push((each) => each === from);
    }
    return (each) => fits.some((fit) => fit(each)) !== isNegated;
  };

  const escaped = (): ((letter: string) => boolean) => {
    const meaning = escapedLetter();
    return typeof meaning === 'string' ? (each) => each === meaning : meaning;
  };

  /** What stands behind a backslash: one letter, or a set of them. */
  const escapedLetter = (): string | ((letter: string) => boolean) => {
    const letter = letters[at++] ?? '';
    const set = sets[letter];
    if (set !== undefined) return (each) => set.test(each);
    const control = controls[letter];
    if (control !== undefined) return control;
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : 0;
    if (digits > 0) {
      const code = letters.slice(at, at + digits).join('');
      if (!new RegExp(`^[0-9a-fA-F]{${digits}}$`).test(code)) throw new NotUnderstood();
      at += digits;
      return String.fromCharCode(parseInt(code, 16));
    }
    // Another letter or digit has a meaning of its own.
    if (letter === '' || /[A-Za-z0-9]/.test(letter)) throw new NotUnderstood();
    return letter;
  };

  const part = either();
  if (at < letters.length) throw new NotUnderstood();
  return part;
}

const sets: Readonly<Record<string, RegExp | undefined>> = {
  d: /^[0-9]$/,
  D: /^[^0-9]$/u,
  w: /^[A-Za-z0-9_]$/,
  W: /^[^A-Za-z0-9_]$/u,
  s: /^[ \t\n\r\f\v]$/,
  S: /^[^ \t\n\r\f\v]$/u,
};

const controls: Readonly<Record<string, string | undefined>> = { t: '\t', n: '\n', r: '\r', f: '\f' };
