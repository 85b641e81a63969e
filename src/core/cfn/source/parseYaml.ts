/** YAML templates, by the `yaml` library, with CloudFormation's tags as the functions they stand for. */
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node as YamlNode, Pair, Scalar, YAMLMap } from 'yaml';
import type { Words } from '../../../lib/words';
import type { SourceFault, SourceTree } from './parseTemplate';
import type { Entry, MapNode, ScalarNode, SyntaxNode } from './syntax';
import { withDashTexts, withIndents } from './yaml11';
import { tooDeepAt } from './yamlDepth';
import { yamlFaultWords } from './yamlFaults';

const deepest = 200;
/** What a text may unfold to when its aliases are followed. A template of CloudFormation's size has some ten thousand. */
const mostNodes = 400_000;

interface Sized {
  readonly node: SyntaxNode;
  /** How many nodes it has with aliases followed. */
  readonly size: number;
}

class YamlStop extends Error {
  readonly fault: SourceFault;
  constructor(offset: number, message: Words) {
    super(message.en);
    this.fault = { offset, message };
  }
}

export function parseYaml(text: string): SourceTree | SourceFault {
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined) return { offset: tooDeep, message: nestedTooDeeply };
  let older = withDashTexts(text);
  let document = parsed(older.text);
  const [first] = document.errors;
  if (first !== undefined) {
    older = withIndents(older);
    document = parsed(older.text);
    if (document.errors.length > 0) return { offset: first.pos[0], message: yamlFaultWords(text, first) };
  }
  const { written, scalar } = older;

  const duplicates: { readonly key: string; readonly offset: number }[] = [];
  const aliases: number[] = [];
  const anchors = new Map<string, Sized | 'open'>();

  const convert = (node: YamlNode | null, depth: number, at: number): Sized => {
    if (node === null) return { node: emptyNode(at), size: 1 };
    const [start, end] = placeOf(node, at);
    if (depth > deepest) throw new YamlStop(start, nestedTooDeeply);
    if (isAlias(node)) {
      aliases.push(start);
      const { node: aliasOf, size } = follow(anchors.get(node.source), node.source, start);
      const { hasAnchor: _, ...repeated } = aliasOf;
      return { node: { ...repeated, start, end, aliasOf }, size };
    }
    const anchor = 'anchor' in node && typeof node.anchor === 'string' ? node.anchor : undefined;
    if (anchor !== undefined) anchors.set(anchor, 'open');
    const plain = content(node, depth, start, end);
    if (plain.size > mostNodes) throw new YamlStop(start, tooMany);
    const tagged = tag(node, plain);
    if (anchor === undefined) return tagged;
    const anchored: Sized = { ...tagged, node: { ...tagged.node, hasAnchor: true } };
    anchors.set(anchor, anchored);
    return anchored;
  };

  const placeOf = (node: YamlNode | null, otherwise: number): readonly [number, number] => {
    const range = node?.range;
    return range == null ? [otherwise, otherwise] : [written(range[0]), written(range[1])];
  };

  const content = (node: YamlNode, depth: number, start: number, end: number): Sized => {
    if (isScalar(node))
      return {
        node: { is: 'scalar', text: scalarText(node), plain: node.type === 'PLAIN', start, end },
        size: 1,
      };
    if (isSeq(node)) {
      let size = 1;
      const items = node.items.map((item) => {
        const each = convert(item as YamlNode | null, depth + 1, end); // parsed items are nodes
        size += each.size;
        return each.node;
      });
      return { node: { is: 'list', items, start, end }, size };
    }
    if (isMap(node)) return mapContent(node, depth, start, end);
    return { node: emptyNode(start), size: 1 };
  };

  const mapContent = (map: YAMLMap, depth: number, start: number, end: number): Sized => {
    const entries = new Map<string, Entry>();
    const merged: SyntaxNode[] = [];
    let size = 1;
    for (const pair of map.items as Pair<YamlNode | null, YamlNode | null>[]) {
      const [keyStart, keyEnd] = placeOf(pair.key, start);
      if (isScalar(pair.key) && isNothing(pair.key)) throw new YamlStop(keyStart, noKey);
      const key = isScalar(pair.key) ? scalarText(pair.key) : undefined;
      if (key === undefined)
        throw new YamlStop(keyStart, {
          en: 'a key must be a text, not a list, an object or an alias',
          ja: 'キーには文字列を指定してください。リスト、オブジェクト、エイリアスは使えません',
        });
      const value = convert(pair.value, depth + 1, keyEnd);
      size += value.size + 1;
      if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        merged.push(value.node);
        continue;
      }
      if (entries.has(key)) duplicates.push({ key, offset: keyStart });
      entries.delete(key);
      entries.set(key, { keyStart, keyEnd, value: value.node });
    }
    // A key of the object itself wins over a merged one, an earlier merged one over a later.
    for (const source of merged.flatMap((each) => (each.is === 'list' ? each.items : [each])))
      if (source.is === 'map')
        for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
    return { node: { is: 'map', entries, start, end }, size };
  };

  const follow = (target: Sized | 'open' | undefined, name: string, start: number): Sized => {
    if (target === 'open')
      throw new YamlStop(start, {
        en: `the alias “*${name}” stands inside what it refers to`,
        ja: `エイリアス「*${name}」が、それ自身の参照先の中にあります`,
      });
    if (target === undefined)
      throw new YamlStop(start, {
        en: `“*${name}” is an alias of YAML and nothing is anchored as “&${name}”; if the text is meant, put it in quotation marks`,
        ja: `「*${name}」は YAML のエイリアスですが、アンカー「&${name}」がありません。文字列の場合は引用符で囲んでください`,
      });
    return target;
  };

  const scalarText = (node: Scalar): string =>
    scalar(typeof node.value === 'string' ? node.value : (node.source ?? ''));

  /** A tag makes its value the argument of a function. */
  const tag = (node: YamlNode, plain: Sized): Sized => {
    const name = node.tag;
    if (name === undefined) return plain;
    if (!name.startsWith('!') || name.startsWith('!!') || name === '!') {
      const { node: inner } = plain;
      return inner.is === 'scalar' && name !== '!' && !name.endsWith(':str')
        ? plain
        : { ...plain, node: inner.is === 'scalar' ? { ...inner, plain: false } : inner };
    }
    const word = name.slice(1);
    const key = word === 'Ref' || word === 'Condition' ? word : `Fn::${word}`;
    const keyStart = Math.max(0, text.lastIndexOf(name, plain.node.start));
    if (/[\]}]/.test(text.charAt(keyStart + name.length)))
      throw new YamlStop(keyStart, {
        en: `a space is missing between ${name} and the bracket behind it`,
        ja: `${name} とその後ろのかっこの間にスペースが必要です`,
      });
    const argument = word === 'GetAtt' ? attributeParts(plain.node) : plain.node;
    const call: MapNode = {
      is: 'map',
      entries: new Map([[key, { keyStart, keyEnd: keyStart + name.length, value: argument }]]),
      start: keyStart,
      end: plain.node.end,
    };
    return { node: call, size: plain.size + 1 };
  };

  try {
    const { node } = convert(document.contents, 0, 0);
    return { root: node, duplicates, aliases };
  } catch (error) {
    if (error instanceof YamlStop) return error.fault;
    throw error;
  }
}

/**
 * The functions, for the library to expect: of each tag that it does not know it makes a warning with a stack trace, which
 * takes a fifth of the time of reading. What a tag means is decided here all the same.
 */
const functionTags = [
  'Ref',
  'Condition',
  'And',
  'Base64',
  'Cidr',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
].flatMap((name): TagList => {
  const tag = `!${name}`;
  return [
    { tag, resolve: (text: string) => text },
    { tag, collection: 'seq', resolve: (items) => items },
    { tag, collection: 'map', resolve: (map) => map },
  ];
});

type TagList = Exclude<
  NonNullable<Parameters<typeof parseDocument>[1]>['customTags'],
  null | undefined | ((...given: never) => unknown)
>;

/** Every scalar as it is written: what an unquoted text means is decided later, and an account keeps its zero. */
function parsed(text: string): ReturnType<typeof parseDocument> {
  return parseDocument(text, {
    schema: 'failsafe',
    customTags: functionTags,
    uniqueKeys: false,
    // At 'silent' the library does not tell of a second document.
    logLevel: 'error',
    prettyErrors: false,
    strict: true,
    stringKeys: false,
  });
}

const noKey: Words = {
  en: 'there is no key before the colon; if the colon is a text, put it in quotation marks: ":"',
  ja: 'コロンの前にキーがありません。コロンを文字列として使う場合は ":" のように引用符で囲んでください',
};

const nestedTooDeeply: Words = {
  en: `the YAML is nested deeper than ${deepest} levels`,
  ja: `YAML の入れ子が ${deepest} 段を超えています`,
};

const tooMany: Words = {
  en: `the aliases of this YAML unfold to more than ${mostNodes.toLocaleString('en')} values`,
  ja: `この YAML のエイリアスを展開すると、値が ${mostNodes.toLocaleString('en')} 個を超えます`,
};

function emptyNode(at: number): ScalarNode {
  return { is: 'scalar', text: '', plain: true, start: at, end: at };
}

function isNothing({ type, value, source }: Scalar): boolean {
  return type === 'PLAIN' && (value === '' || value === null) && (source ?? '') === '';
}

/** `A.B` of the short form as the list of the long one. */
function attributeParts(node: SyntaxNode): SyntaxNode {
  if (node.is !== 'scalar') return node;
  const dot = node.text.indexOf('.');
  if (dot < 0) return node;
  const shift = node.plain ? 0 : 1;
  const middle = node.start + shift + dot;
  const part = (text: string, start: number, end: number): ScalarNode => ({
    is: 'scalar',
    text,
    plain: false,
    start,
    end,
  });
  return {
    is: 'list',
    items: [
      part(node.text.slice(0, dot), node.start + shift, middle),
      part(node.text.slice(dot + 1), middle + 1, node.end - shift),
    ],
    start: node.start,
    end: node.end,
  };
}
