/** How the author of a text writes: what is added to it should look like the rest. */
import { ownStyle, type YamlStyle } from '../printYaml';
import type { TemplateSource } from '../source/parseTemplate';
import type { SyntaxNode } from '../source/syntax';
import { isFlow } from './extent';
import { columnAt, eolOf } from './lines';

export interface AuthorStyle extends YamlStyle {
  readonly eol: string;
  /** What stands behind the colon of a key of JSON. */
  readonly colon: string;
  /** JSON of several lines in which short objects stand on one: what stands inside their braces; undefined for any other. */
  readonly inBraces: '' | ' ' | undefined;
}

/** Enough of a text to know a habit by. */
const mostSeen = 400;

export function styleOf({ text, root, format }: TemplateSource): AuthorStyle {
  const units = new Map<number, number>();
  const listUnits = new Map<number, number>();
  let seen = 0;
  const look = (node: SyntaxNode, column: number | undefined): void => {
    if (seen++ > mostSeen || node.aliasOf !== undefined || isFlow(text, node)) return;
    if (node.is === 'list') {
      const own = columnAt(text, node.start);
      if (column !== undefined && node.items.length > 0) count(listUnits, own - column);
      for (const item of node.items) look(item, undefined);
    } else if (node.is === 'map')
      for (const { keyStart, value } of node.entries.values()) {
        const own = columnAt(text, keyStart);
        const isTag = text.charAt(keyStart) === '!';
        if (column !== undefined && !isTag && keyStart >= node.start) count(units, own - column);
        look(value, isTag ? column : own);
      }
  };
  if (format === 'yaml') look(root, undefined);
  const unit = mostOften(units, (each) => each > 0) ?? ownStyle.unit.length;
  const listUnit = mostOften(listUnits, (each) => each >= 0) ?? unit;
  return {
    unit: ' '.repeat(Math.min(unit, 8)),
    listUnit: ' '.repeat(Math.min(listUnit, unit, 8)),
    short: format === 'yaml' && !writesLongForms(text),
    eol: eolOf(text),
    colon: format === 'yaml' || /":\s/.test(text) ? ': ' : ':',
    inBraces: format === 'json' ? shortObjects(text) : undefined,
  };
}

function shortObjects(text: string): '' | ' ' | undefined {
  const short = /\{( ?)"(?:Key|Ref|Fn::GetAtt)"[^{}\n]*\}/.exec(text);
  return short === null || !/\n[ \t]/.test(text) ? undefined : short[1] === ' ' ? ' ' : '';
}

function writesLongForms(text: string): boolean {
  const short = text.match(/(?<=[\s:[-])!(?:Ref|GetAtt|Sub)\b/g)?.length ?? 0;
  const long = text.match(/(?<=[\s{"'-])(?:Ref|Fn::GetAtt|Fn::Sub)["']?\s*:/g)?.length ?? 0;
  return long > short;
}

function count(counts: Map<number, number>, value: number): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function mostOften(
  counts: ReadonlyMap<number, number>,
  isSensible: (value: number) => boolean,
): number | undefined {
  let best: number | undefined;
  for (const [value, times] of counts)
    if (isSensible(value) && (best === undefined || times > (counts.get(best) ?? 0))) best = value;
  return best;
}
