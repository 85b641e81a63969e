/** What is added to a text, as its author would have written it. */
import { createYamlPrinter, doubleQuoted, flowText, scalarText } from '../printYaml';
import type { CfnValue } from '../template';
import type { AuthorStyle } from './authorStyle';

/** The lines of `key: value`, all but the first indented; `lines` of a block of YAML. */
export function entryLines(key: string, value: CfnValue, indent: string, style: AuthorStyle): string[] {
  const printer = createYamlPrinter(style);
  printer.entry(key, value, indent);
  return withoutFirstIndent(printer.lines, indent);
}

/** The lines of `- value`, all but the first indented. */
export function itemLines(value: CfnValue, indent: string, style: AuthorStyle): string[] {
  const printer = createYamlPrinter(style);
  printer.item(value, indent);
  return withoutFirstIndent(printer.lines, indent);
}

function withoutFirstIndent(lines: readonly string[], indent: string): string[] {
  return lines.map((line, index) => (index === 0 ? line.slice(indent.length) : line));
}

/** A value inside brackets of YAML: on one line, as JSON where it has no plainer form. */
export function inBrackets(value: CfnValue, style: AuthorStyle): string {
  return (style.short ? flowText(value) : undefined) ?? flowOrJson(value, style);
}

function flowOrJson(value: CfnValue, style: AuthorStyle): string {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'string' ? textInBrackets(value) : String(value);
  if (Array.isArray(value)) return `[${value.map((item: CfnValue) => inBrackets(item, style)).join(', ')}]`;
  const fields = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [`${keyInBrackets(key)}: ${inBrackets(inner, style)}`],
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

export function keyInBrackets(key: string): string {
  return textInBrackets(key);
}

function textInBrackets(text: string): string {
  return text.includes('\n') ? doubleQuoted(text) : scalarText(text, true);
}

/**
 * JSON as its author lays it out. `unit`: what a level adds to the indentation; undefined where all is on one line.
 * `colon`: what stands between a key and its value.
 */
export function jsonText(value: CfnValue, given: JsonLayout): string {
  const { indent, unit, colon, eol, inBraces } = given;
  if (typeof value === 'string') return doubleQuoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const layout: JsonLayout = { ...given, indent: unit === undefined ? '' : indent + unit };
  const parts = (each: JsonLayout): string[] =>
    Array.isArray(value)
      ? value.map((item: CfnValue) => jsonText(item, each))
      : Object.entries(value).flatMap(([key, inner]) =>
          inner === undefined ? [] : [`${doubleQuoted(key)}${colon}${jsonText(inner, each)}`],
        );
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (unit === undefined || inBraces !== undefined) {
    const items = parts({ ...layout, unit: undefined });
    const gap = Array.isArray(value) || items.length === 0 ? '' : (inBraces ?? '');
    const line = open + gap + items.join(colon.endsWith(' ') ? ', ' : ',') + gap + close;
    if (unit === undefined || indent.length + line.length <= widestLine) return line;
  }
  const items = parts(layout).map((item) => layout.indent + item);
  return items.length === 0 ? open + close : `${open}${eol}${items.join(`,${eol}`)}${eol}${indent}${close}`;
}

/** What an author who writes short objects on one line takes for short, in columns. */
const widestLine = 80;

export interface JsonLayout {
  readonly indent: string;
  readonly unit: string | undefined;
  readonly colon: string;
  readonly eol: string;
  readonly inBraces: AuthorStyle['inBraces'];
}
