/**
 * Templates as YAML, as people write them by hand: short forms of the intrinsic functions, short lists on one line,
 * scripts as blocks, quotes only where a reader of YAML would otherwise read something else. Every value comes back as
 * it was, whatever is in it: names are hostile.
 */
import type { CfnValue } from './template';

/** How an author writes YAML. */
export interface YamlStyle {
  /** What one level of objects adds to the indentation: spaces. */
  readonly unit: string;
  /** What a list adds to the indentation of its key: '' where dashes stand right below the key. */
  readonly listUnit: string;
  /** Whether functions are written in their short form (`!Ref A`) where they have one. */
  readonly short: boolean;
}

export const ownStyle: YamlStyle = { unit: '  ', listUnit: '  ', short: true };

/** Prints into lines, so that the caller knows at any time which line it is on. */
export interface YamlPrinter {
  readonly lines: string[];
  /** `key: value`, its first line at an indentation (spaces). */
  entry(key: string, value: CfnValue, indent: string): void;
  /** `- value`. */
  item(value: CfnValue, indent: string): void;
}

export function createYamlPrinter(style: YamlStyle = ownStyle): YamlPrinter {
  const lines: string[] = [];
  const out: Out = { lines, style };
  return {
    lines,
    entry: (key, value, indent) => printEntry(out, key, value, indent),
    item: (value, indent) => printItem(out, value, indent),
  };
}

interface Out {
  readonly lines: string[];
  readonly style: YamlStyle;
}

/** The functions whose short form is the name behind `Fn::`, with `Ref`. `Condition` is left out: it is also a key. */
const shortForms = new Set([
  'Ref',
  'Fn::And',
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::Equals',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::GetAZs',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Length',
  'Fn::Not',
  'Fn::Or',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
  'Fn::ToJsonString',
]);

/** A list longer than this is written one item to a line. */
const widest = 88;

type Fields = readonly (readonly [string, CfnValue])[];

function printEntry(out: Out, key: string, value: CfnValue, indent: string): void {
  const name = keyText(key);
  // YAML lets a key without a question mark be 1,024 characters long at most.
  if (name.length > 1000) {
    out.lines.push(`${indent}? ${name}`);
    printValue(out, `${indent}:`, value, indent);
  } else printValue(out, `${indent}${name}:`, value, indent);
}

/** Prints a value behind `head` (`Key:` or `-`), on the same line where it fits there. */
function printValue(out: Out, head: string, value: CfnValue, indent: string): void {
  const call = out.style.short ? shortCall(value) : undefined;
  if (call !== undefined) {
    const { tag, argument } = call;
    const inline = inlineArgument(tag, argument, widest - head.length - tag.length);
    if (inline !== undefined) out.lines.push(`${head} ${tag} ${inline}`);
    else printBody(out, `${head} ${tag}`, argument, indent);
    return;
  }
  printBody(out, head, value, indent);
}

/** Prints a value that carries no tag of its own. */
function printBody(out: Out, head: string, value: CfnValue, indent: string): void {
  const { lines, style } = out;
  if (typeof value === 'string') printText(lines, head, value, indent + style.unit);
  else if (value === null || typeof value !== 'object') lines.push(`${head} ${String(value)}`);
  else if (isList(value)) {
    if (value.length === 0) lines.push(`${head} []`);
    else {
      lines.push(head);
      for (const item of value) printItem(out, item, indent + style.listUnit);
    }
  } else {
    const fields = fieldsOf(value);
    if (fields.length === 0) lines.push(`${head} {}`);
    else {
      lines.push(head);
      for (const [key, inner] of fields) printEntry(out, key, inner, indent + style.unit);
    }
  }
}

function printItem(out: Out, item: CfnValue, indent: string): void {
  const { lines, style } = out;
  const head = `${indent}-`;
  const plainCollection =
    typeof item === 'object' &&
    item !== null &&
    (!style.short || shortCall(item) === undefined) &&
    sizeOf(item) > 0;
  if (!plainCollection) {
    // What a function takes stands to the right of the dash, whatever the author's lists look like.
    printValue(out, head, item, style.listUnit === '' ? `${indent}  ` : indent);
    return;
  }
  // The first line of an object or list stands behind the dash.
  const first = lines.length;
  if (isList(item)) for (const inner of item) printItem(out, inner, `${indent}  `);
  else for (const [key, inner] of fieldsOf(item)) printEntry(out, key, inner, `${indent}  `);
  const line = lines[first];
  if (line !== undefined) lines[first] = `${head} ${line.slice(head.length + 1)}`;
}

function printText(lines: string[], head: string, text: string, indent: string): void {
  if (!isBlockText(text)) {
    lines.push(`${head} ${scalarText(text, false)}`);
    return;
  }
  const whole = text.endsWith('\n');
  lines.push(`${head} |${whole ? '' : '-'}`);
  const body = whole ? text.slice(0, -1) : text;
  for (const line of body.split('\n')) lines.push(line === '' ? '' : indent + line);
}

/** The argument of a function on the line of its tag; undefined when it does not go there. */
function inlineArgument(tag: string, argument: CfnValue, room: number): string | undefined {
  if (tag === '!GetAtt') {
    const path = attributePath(argument);
    if (path !== undefined) return scalarText(path, false);
  }
  if (isList(argument)) {
    const text = flowList(argument);
    return text !== undefined && text.length <= room ? text : undefined;
  }
  return undefined;
}

/** `A.B` for `['A', 'B']`, when it reads back as the same. */
function attributePath(argument: CfnValue): string | undefined {
  if (!isList(argument) || argument.length !== 2) return undefined;
  const [owner, attribute] = argument;
  return typeof owner === 'string' && typeof attribute === 'string' && /^[A-Za-z0-9]+$/.test(owner)
    ? `${owner}.${attribute}`
    : undefined;
}

/** A list on one line; undefined when something in it needs lines of its own. */
function flowList(items: readonly CfnValue[]): string | undefined {
  const texts: string[] = [];
  for (const item of items) {
    const text = flowText(item);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `[${texts.join(', ')}]`;
}

/** A value inside brackets, in short forms; undefined when it needs lines of its own. */
export function flowText(value: CfnValue): string | undefined {
  if (typeof value === 'string') return value.includes('\n') ? undefined : scalarText(value, true);
  if (value === null || typeof value !== 'object') return String(value);
  if (isList(value)) return flowList(value);
  const call = shortCall(value);
  if (call === undefined) return undefined;
  const path = call.tag === '!GetAtt' ? attributePath(call.argument) : undefined;
  const argument = path === undefined ? flowText(call.argument) : scalarText(path, true);
  return argument === undefined ? undefined : `${call.tag} ${argument}`;
}

/**
 * The short form of a function call. Undefined where there is none: a tag cannot stand before another tag, so the outer
 * of two nested calls is written long (`Fn::Base64: !Sub …`), and a reader would take `!GetAtt A.B` for two texts.
 */
function shortCall(value: CfnValue): { readonly tag: string; readonly argument: CfnValue } | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined;
  const [only, ...more] = fieldsOf(value);
  if (only === undefined || more.length > 0 || !shortForms.has(only[0])) return undefined;
  const [name, argument] = only;
  const isText = typeof argument === 'string';
  if (name === 'Ref' ? !isText : name === 'Fn::GetAtt' ? !isList(argument) : false) return undefined;
  if (!isText && (typeof argument !== 'object' || argument === null)) return undefined;
  if (
    !isText &&
    !isList(argument) &&
    sizeOf(argument) === 1 &&
    /^(Ref|Condition|Fn::.*)$/.test(fieldsOf(argument)[0]?.[0] ?? '')
  )
    return undefined;
  return { tag: `!${name.replace('Fn::', '')}`, argument };
}

function keyText(key: string): string {
  return scalarText(key, false);
}

/** A text on one line: plain where it can be, else quoted. `flow`: inside brackets, where commas and brackets count. */
export function scalarText(text: string, flow: boolean): string {
  if (isPlain(text) && !(flow && /[,[\]{}]/.test(text))) return text;
  if (unprintable.test(text)) return doubleQuoted(text);
  return `'${text.replaceAll("'", "''")}'`;
}

/** Letters of any script, digits, and the marks that mean nothing to YAML inside a word. */
const plainText = /^[\p{L}\p{N}_/.][\p{L}\p{N}\p{M} _/.()+=,@:;#$%&*?!<>{}[\]|~^"'`\\-]*$/u;
/** What YAML 1.1 or 1.2 reads as something else than text. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nil|none|nan|inf|\.nan|\.inf)$/i;
const numberLike = /^[-+.]?[0-9][0-9a-fxo_.,:+-]*$/i;
const addressOrBlock = /^\d+\.\d+\.\d+\.\d+$/;

function isPlain(text: string): boolean {
  if (!plainText.test(text) || text.endsWith(' ') || text.endsWith(':')) return false;
  if (text.includes(': ') || text.includes(' #')) return false;
  if (reserved.test(text) || /^\.+$/.test(text) || text.startsWith('...')) return false;
  return !numberLike.test(text) || addressOrBlock.test(text);
}

// Control characters, the line ends of YAML 1.1, the byte order mark, and halves of surrogate pairs.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A text in quotation marks that JSON and YAML read alike. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Whether a text of several lines can be written as a block and come back unchanged. */
function isBlockText(text: string): boolean {
  if (!text.includes('\n') || text.endsWith('\n\n') || /^[\s]/.test(text)) return false;
  return !unprintable.test(text.replace(/[\n\t]/g, ' '));
}

function isList(value: CfnValue): value is readonly CfnValue[] {
  return Array.isArray(value);
}

function fieldsOf(value: { readonly [key: string]: CfnValue | undefined }): Fields {
  const fields: [string, CfnValue][] = [];
  for (const [key, inner] of Object.entries(value)) if (inner !== undefined) fields.push([key, inner]);
  return fields;
}

function sizeOf(value: Exclude<CfnValue, string | number | boolean | null>): number {
  return isList(value) ? value.length : fieldsOf(value).length;
}
