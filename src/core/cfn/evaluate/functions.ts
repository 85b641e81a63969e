/** CloudFormation's intrinsic functions, each from its argument as written to what it comes to. */
import { zonesOf } from '../../../lib/regions';
import type { SyntaxNode } from '../source/syntax';
import { plainValue, valueOf } from '../source/syntax';
import { textOf } from '../stack';
import { cidrBlocks } from './cidr';
import type { Evaluated } from './evaluated';
import { asValue, splitPieces, text, unknown } from './evaluated';
import type { Evaluator } from './evaluate';
import { joined } from './evaluate';

type Function = (argument: SyntaxNode, evaluator: Evaluator) => Evaluated | undefined;

/** Undefined as a result: the argument has not the shape that the function takes. */
export const functions: Readonly<Record<string, Function>> = {
  'Fn::GetAtt'(argument, evaluator) {
    if (argument.is === 'scalar') {
      const dot = argument.text.indexOf('.');
      return dot < 0
        ? undefined
        : evaluator.attribute(argument.text.slice(0, dot), argument.text.slice(dot + 1));
    }
    const [owner, attribute] = partsOf(argument);
    const logicalId = textOf(owner);
    if (logicalId === undefined || attribute === undefined) return undefined;
    const name = evaluator.evaluate(attribute);
    return name.is === 'text' ? evaluator.attribute(logicalId, name.text) : name;
  },

  'Fn::Sub'(argument, evaluator) {
    if (argument.is === 'scalar') return evaluator.sub(argument.text, new Map());
    const [template, variables] = partsOf(argument);
    const words = textOf(template);
    if (words === undefined) return undefined;
    const given = new Map<string, SyntaxNode>();
    if (variables?.is === 'map') for (const [name, { value }] of variables.entries) given.set(name, value);
    return evaluator.sub(words, given);
  },

  'Fn::Join'(argument, evaluator) {
    const [separator, list] = partsOf(argument);
    if (textOf(separator) === undefined || list === undefined) return undefined;
    const items = evaluator.evaluate(list);
    if (items.is === 'unknown') return items;
    return items.is === 'list' ? joined(items.items, textOf(separator) ?? '') : undefined;
  },

  'Fn::Split'(argument, evaluator) {
    const [separator, source] = partsOf(argument);
    const by = textOf(separator);
    if (by === undefined || by === '' || source === undefined) return undefined;
    const value = evaluator.evaluate(source);
    if (value.is === 'reference') return asValue(value);
    if (value.is === 'unknown') {
      const items = value.pieces === undefined ? undefined : splitPieces(value.pieces, by);
      return items === undefined ? value : { is: 'list', items };
    }
    if (value.is !== 'text') return undefined;
    return { is: 'list', items: value.text.split(by).map((part) => text(part, false, value.assumed)) };
  },

  'Fn::Select'(argument, evaluator) {
    const [index, list] = partsOf(argument);
    if (index === undefined || list === undefined) return undefined;
    const [at, items] = [evaluator.evaluate(index), evaluator.evaluate(list)];
    if (at.is === 'unknown') return at;
    if (items.is === 'unknown') return items;
    // A list that AWS gives (the name servers of a zone, say).
    if (items.is === 'reference') return asValue(items);
    if (at.is !== 'text' || !/^\d+$/.test(at.text) || items.is !== 'list') return undefined;
    return (
      items.items[Number(at.text)] ??
      unknown(
        `the list has ${items.items.length} values and no number ${at.text} (counted from 0)`,
        `リストの値は ${items.items.length} 個で、${at.text} 番目 (0 から数えて) はありません`,
      )
    );
  },

  'Fn::GetAZs'(argument, evaluator) {
    const value = evaluator.evaluate(argument);
    if (value.is === 'unknown') return value;
    if (value.is !== 'text') return undefined;
    const isEmpty = value.text === '' || (value.plain && plainValue(value.text) === null);
    const zones = zonesOf(isEmpty ? evaluator.region : value.text);
    return { is: 'list', items: zones.map((zone) => text(zone)) };
  },

  'Fn::Cidr'(argument, evaluator) {
    const [block, count, hostBits] = partsOf(argument).map((part) => evaluator.evaluate(part));
    for (const part of [block, count, hostBits]) if (part?.is === 'unknown') return part;
    if (block?.is === 'reference') return asValue(block);
    if (block?.is !== 'text' || count?.is !== 'text' || hostBits?.is !== 'text') return undefined;
    const blocks = cidrBlocks(block.text, Number(count.text), Number(hostBits.text));
    if (blocks === undefined)
      return unknown(
        `${block.text} cannot be cut into ${count.text} blocks with ${hostBits.text} host bits`,
        `${block.text} は、ホスト部 ${hostBits.text} ビットのブロック ${count.text} 個に分割できません`,
      );
    return { is: 'list', items: blocks.map((each) => text(each, false, block.assumed)) };
  },

  'Fn::If'(argument, evaluator) {
    const [condition, whenTrue, whenFalse] = partsOf(argument);
    const name = textOf(condition);
    if (name === undefined || whenTrue === undefined || whenFalse === undefined) return undefined;
    const holds = evaluator.condition(name);
    if (holds === undefined) {
      const [one, other] = [evaluator.evaluate(whenTrue), evaluator.evaluate(whenFalse)];
      if (one.is === 'text' && other.is === 'text' && one.text === other.text) return one;
      return unknown(
        `condition ${name} decides, and it cannot be evaluated`,
        `評価できない条件 ${name} によって決まります`,
      );
    }
    return evaluator.evaluate(holds ? whenTrue : whenFalse);
  },

  'Fn::FindInMap'(argument, evaluator) {
    const [mapName, ...keys] = partsOf(argument);
    const options = keys[2];
    const [map, first, second] = [mapName, keys[0], keys[1]].map((part) =>
      part === undefined ? undefined : evaluator.evaluate(part),
    );
    for (const part of [map, first, second]) if (part?.is === 'unknown') return part;
    if (map?.is !== 'text' || first?.is !== 'text' || second?.is !== 'text') return undefined;
    const found = valueOf(valueOf(evaluator.stack.mappings.get(map.text)?.value, first.text), second.text);
    if (found !== undefined) return evaluator.evaluate(found);
    const fallback = valueOf(options, 'DefaultValue');
    if (fallback !== undefined) return evaluator.evaluate(fallback);
    return unknown(
      `mapping ${map.text} has no value for ${first.text}, ${second.text}`,
      `マッピング ${map.text} に ${first.text}、${second.text} の値がありません`,
    );
  },

  'Fn::ImportValue': (argument, evaluator) => evaluator.exported(evaluator.evaluate(argument), argument),

  'Fn::Base64'(argument, evaluator) {
    const value = evaluator.evaluate(argument);
    return value.is === 'text' ? text(base64(value.text), false, value.assumed) : value;
  },

  'Fn::Length'(argument, evaluator) {
    const value = evaluator.evaluate(argument);
    if (value.is === 'list') return text(String(value.items.length), true);
    return value.is === 'unknown' ? value : undefined;
  },

  'Fn::ToJsonString': () =>
    unknown('the text is made when the stack is', 'テキストはスタックの作成時に作られます'),

  'Fn::Transform': () =>
    unknown('a macro gives it when the stack is made', 'スタックの作成時にマクロが値を決めます'),

  'Fn::Equals': truth('Fn::Equals'),
  'Fn::And': truth('Fn::And'),
  'Fn::Or': truth('Fn::Or'),
  'Fn::Not': truth('Fn::Not'),
};

/** The functions that only conditions have, met outside them. */
function truth(name: string): Function {
  return (argument, evaluator) => {
    const holds = evaluator.holds({
      is: 'map',
      entries: new Map([[name, { keyStart: argument.start, keyEnd: argument.start, value: argument }]]),
      start: argument.start,
      end: argument.end,
    });
    return holds === undefined
      ? unknown(`${name} cannot be evaluated here`, `${name} はここでは評価できません`)
      : text(String(holds), true);
  };
}

function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.is === 'list' ? node.items : [node];
}

function base64(value: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(value)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
