/** Prints values: on one line where that fits, else each part on its own. */
import { alignedLines } from './alignedLines';
import type { Hcl, HclEntries } from './hcl';
import { fitsHeredoc, heredocEnd, heredocPart, quoted, quotedPart } from './printText';

export type Lines = readonly string[];

/** Columns that a value may take before it is broken up. */
const width = 90;

/** A value behind an equals sign: there, and only there, can a text stand on several lines. */
export function printTopValue(value: Hcl): Lines {
  return printHeredoc(value) ?? printValue(value);
}

function printValue(value: Hcl): Lines {
  const short = onOneLine(value);
  if (short !== undefined && (short.length <= width || !canBreak(value))) return [short];
  switch (value.is) {
    case 'list':
      return ['[', ...value.items.flatMap((item) => indented(enclosed('', printValue(item), ','))), ']'];
    case 'object':
      return printObject(value.entries);
    case 'call':
      return printCall(value.name, value.given);
    case 'if':
      return printChoice(value);
    case 'for':
      return printFor(value);
    case 'template':
      return [`"${value.parts.map((part, index) => templatePart(part, value.parts[index + 1])).join('')}"`];
    case 'attribute':
      return enclosed('', printOperand(value.of), `.${value.name}`);
    case 'index':
      return enclosed('', printOperand(value.of), `[${flat(value.at)}]`);
    case 'not':
      return enclosed('!', printOperand(value.of), '');
    case 'operation':
      return joined(enclosed('', printOperand(value.left), ` ${value.operator} `), printOperand(value.right));
    default:
      return [short ?? 'null'];
  }
}

/** Whether there is a way to write a value on several lines. */
function canBreak(value: Hcl): boolean {
  return value.is === 'if' || (value.is === 'list' ? value.items.length > 0 : value.is === 'call');
}

/** Undefined for what stands on several lines in any case. */
function onOneLine(value: Hcl): string | undefined {
  switch (value.is) {
    case 'text':
      return quoted(value.text);
    case 'number':
      return numberText(value.value);
    case 'truth':
      return String(value.value);
    case 'null':
      return 'null';
    case 'address':
      return value.address;
    case 'list':
      return all(value.items, (items) => `[${items.join(', ')}]`);
    case 'object':
      return value.entries.length === 0 ? '{}' : undefined;
    case 'template':
      return all(value.parts, () => printValueText(value.parts));
    case 'attribute':
      return all([value.of], ([of = '']) => `${wrapped(value.of, of)}.${value.name}`);
    case 'index':
      return all([value.of, value.at], ([of = '', at = '']) => `${wrapped(value.of, of)}[${at}]`);
    case 'call':
      return all(value.given, (given) => `${value.name}(${given.join(', ')})`);
    case 'if':
      return all(
        [value.test, value.holds, value.otherwise],
        ([test = '', holds = '', otherwise = '']) =>
          `${wrapped(value.test, test)} ? ${wrapped(value.holds, holds)} : ${wrapped(value.otherwise, otherwise)}`,
      );
    case 'operation':
      return all(
        [value.left, value.right],
        ([left = '', right = '']) =>
          `${wrapped(value.left, left)} ${value.operator} ${wrapped(value.right, right)}`,
      );
    case 'not':
      return all([value.of], ([of = '']) => `!${wrapped(value.of, of)}`);
    case 'for':
      return forText(value);
  }
}

function all(values: readonly Hcl[], make: (printed: readonly string[]) => string): string | undefined {
  const printed = values.map(onOneLine);
  return printed.every((each) => each !== undefined) ? make(printed) : undefined;
}

/** What has parts without brackets around them gets some. */
function isLoose(value: Hcl): boolean {
  return value.is === 'if' || value.is === 'operation';
}

function wrapped(value: Hcl, printed: string): string {
  return isLoose(value) ? `(${printed})` : printed;
}

function printOperand(value: Hcl): Lines {
  return isLoose(value) ? enclosed('(', printValue(value), ')') : printValue(value);
}

/** A line break would end the expression, so that what stands within quotes or brackets of an index is never broken. */
function flat(value: Hcl): string {
  return onOneLine(value) ?? printValue(value).join('\n');
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return quoted(String(value));
  const plain = String(value);
  return /e\+/.test(plain) ? BigInt(value).toString() : plain;
}

function printValueText(parts: readonly Hcl[]): string {
  return `"${parts.map((part, index) => templatePart(part, parts[index + 1])).join('')}"`;
}

function templatePart(part: Hcl, next: Hcl | undefined): string {
  return part.is === 'text' ? quotedPart(part.text, next !== undefined) : `\${${flat(part)}}`;
}

function forText({
  variables,
  in: source,
  key,
  gives,
  only,
}: Extract<Hcl, { is: 'for' }>): string | undefined {
  return all(
    [source, key ?? gives, gives, only ?? gives],
    ([from = '', first = '', value = '', test = '']) => {
      const result = key === undefined ? value : `${wrapped(key, first)} => ${value}`;
      const made = `for ${variables.join(', ')} in ${from} : ${result}${only === undefined ? '' : ` if ${test}`}`;
      return key === undefined ? `[${made}]` : `{ ${made} }`;
    },
  );
}

function printFor({ variables, in: source, key, gives, only }: Extract<Hcl, { is: 'for' }>): Lines {
  const [open, close] = key === undefined ? ['[', ']'] : ['{', '}'];
  const head = enclosed(`for ${variables.join(', ')} in `, printValue(source), ' :');
  const before = key === undefined ? '' : `${flat(key)} => `;
  const after = only === undefined ? '' : ` if ${flat(only)}`;
  return [open, ...indented([...head, ...enclosed(before, printValue(gives), after)]), close];
}

function printChoice({ test, holds, otherwise }: Extract<Hcl, { is: 'if' }>): Lines {
  const first = enclosed(`${wrapped(test, flat(test))} ? `, printOperand(holds), ' : ');
  return joined(first, printOperand(otherwise));
}

function printCall(name: string, given: readonly Hcl[]): Lines {
  const [only] = given;
  if (given.length === 1 && only !== undefined) return enclosed(`${name}(`, printValue(only), ')');
  const last = given.length - 1;
  return [
    `${name}(`,
    ...given.flatMap((each, index) => indented(enclosed('', printValue(each), index === last ? '' : ','))),
    ')',
  ];
}

function printObject(entries: HclEntries): Lines {
  const named = entries.map(([key, value]) => ({
    name: typeof key === 'string' ? printKey(key) : `(${flat(key)})`,
    value: printTopValue(value),
  }));
  return ['{', ...indented(alignedLines(named)), '}'];
}

/** Words of the language that would not be read as a name. */
const keywords: ReadonlySet<string> = new Set(['for', 'true', 'false', 'null', 'if', 'in']);

function printKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !keywords.has(key) ? key : quoted(key);
}

function printHeredoc(value: Hcl): Lines | undefined {
  if (value.is !== 'text' && value.is !== 'template') return undefined;
  const parts = value.is === 'text' ? [value] : value.parts;
  if (!fitsHeredoc(parts.map((part) => (part.is === 'text' ? part.text : 'x')).join(''))) return undefined;
  const printed = parts.map((part, index) =>
    part.is === 'text' ? heredocPart(part.text, parts[index + 1] !== undefined) : onOneLineMarked(part),
  );
  if (!printed.every((each) => each !== undefined)) return undefined;
  const lines = printed.join('').slice(0, -1).split('\n');
  return [`<<-${heredocEnd}`, ...indented(lines), heredocEnd];
}

function onOneLineMarked(part: Hcl): string | undefined {
  const inside = onOneLine(part);
  return inside === undefined ? undefined : `\${${inside}}`;
}

function enclosed(before: string, lines: Lines, after: string): Lines {
  const last = lines.length - 1;
  return lines.map((line, index) => `${index === 0 ? before : ''}${line}${index === last ? after : ''}`);
}

function joined(one: Lines, other: Lines): Lines {
  return [...one.slice(0, -1), `${one.at(-1) ?? ''}${other[0] ?? ''}`, ...other.slice(1)];
}

export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
