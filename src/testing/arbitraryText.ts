/** Templates as texts in the manners in which people write YAML and JSON, some of them odd. */
import fc from 'fast-check';
import type { CfnValue } from '../core/cfn/template';

export interface WrittenText {
  readonly value: { readonly [key: string]: CfnValue };
  readonly text: string;
}

type Fields = { readonly [key: string]: CfnValue };

const word = fc.constantFrom(
  'Vpc',
  'Web',
  'CidrBlock',
  'Tags',
  'Key',
  'Port',
  'Name',
  'a',
  'b',
  'c',
  '10',
  'x y',
);
const text = fc.oneof(
  word,
  fc.constantFrom(
    '10.0.0.0/16',
    '',
    'true',
    'null',
    '012345678901',
    '80',
    'it’s a “name”',
    "it's",
    'say "so"',
    'a: b',
    'a #b',
    '# not a comment',
    '- x',
    '日本語の名前',
    '${AWS::StackName}-web',
    '*',
    '&x',
    '!Ref X',
    '[a, b]',
    '{a}',
    ' lead',
    'trail ',
    '|',
    '>-',
    '@x',
    '%y',
    '`z`',
    '?',
    '-',
  ),
  fc.constantFrom(
    'one\ntwo\n',
    'one\ntwo',
    '#!/bin/bash\nyum -y update\n\nexit 0\n',
    'x\n\n\n',
    '  deep\n shallow\n',
  ),
  fc.string({ maxLength: 8 }),
);

const scalar: fc.Arbitrary<CfnValue> = fc.oneof(
  { weight: 5, arbitrary: text },
  fc.integer({ min: -1, max: 65_535 }),
  fc.boolean(),
  fc.constant(null),
);

const call: fc.Arbitrary<CfnValue> = fc.oneof(
  word.map((each) => ({ Ref: each })),
  fc.tuple(word, word).map(([id, name]) => ({ 'Fn::GetAtt': [id.replace(' ', ''), name.replace(' ', '')] })),
  text.map((each) => ({ 'Fn::Sub': each })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map((each) => ({ 'Fn::Join': ['', each] })),
  fc.tuple(word, scalar, scalar).map((each) => ({ 'Fn::If': each })),
);

const { value: anything } = fc.letrec<{ value: CfnValue; list: CfnValue; map: CfnValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 4, arbitrary: scalar },
    { weight: 2, arbitrary: call },
    { weight: 2, arbitrary: tie('list') },
    { weight: 3, arbitrary: tie('map') },
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(word, tie('value'), { maxKeys: 4 }),
}));

const section = fc.dictionary(
  fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
  fc.dictionary(word, anything, { minKeys: 1, maxKeys: 4 }),
  { minKeys: 1, maxKeys: 5 },
);

/** Objects as deep as templates, with what people write in them. */
export const arbitraryFields: fc.Arbitrary<Fields> = fc.record(
  { Description: text, Parameters: section, Resources: section, Outputs: section },
  { requiredKeys: ['Resources'] },
) as fc.Arbitrary<Fields>;

/** Another value that has much in common with one: what a change of a diagram makes of a template. */
export function arbitraryChange(value: CfnValue): fc.Arbitrary<CfnValue> {
  return fc
    .tuple(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.array(anything, { minLength: 6, maxLength: 6 }))
    .map(([seed, fresh]) => {
      const random = createRandom(seed);
      let left = 1 + random(3);
      const change = (each: CfnValue, depth: number): CfnValue => {
        const here = left > 0 && depth > 1 && random(6) === 0;
        if (here) {
          left--;
          return fresh[random(fresh.length)] ?? null;
        }
        if (Array.isArray(each)) {
          const items = each.map((item: CfnValue) => change(item, depth + 1));
          if (left > 0 && random(5) === 0) {
            left--;
            items.splice(random(items.length + 1), random(2), fresh[random(fresh.length)] ?? null);
          } else if (left > 0 && random(6) === 0) {
            left--;
            items.splice(random(items.length + 1), 1);
          }
          return items;
        }
        if (typeof each !== 'object' || each === null) return each;
        const isCall = /^(?:Ref|Fn::)/.test(Object.keys(each)[0] ?? '');
        const entries = Object.entries(each).map(([key, inner]): [string, CfnValue] => [
          key,
          change(inner as CfnValue, depth + 1),
        ]);
        if (left > 0 && !isCall && depth > 0 && random(5) === 0) {
          left--;
          entries.splice(random(entries.length + 1), random(2), [
            `New${random(9)}`,
            fresh[random(fresh.length)] ?? null,
          ]);
        }
        return Object.fromEntries(entries);
      };
      return change(value, 0);
    });
}

/** The value as somebody might have written it. */
export const arbitraryText: fc.Arbitrary<WrittenText> = fc
  .tuple(arbitraryFields, fc.integer({ min: 0, max: 2 ** 31 - 1 }))
  .map(([value, seed]) => {
    const random = createRandom(seed);
    const repeated = random(3) === 0 ? withRepetition(value, random) : value;
    return { value: repeated, text: writeOddly(repeated, random) };
  });

/** People who use aliases say the same twice. */
function withRepetition(value: Fields, random: Random): Fields {
  const resources = Object.entries(value['Resources'] as Fields);
  const [, first] = resources[random(resources.length)] ?? [];
  const [, part] = Object.entries(first as Fields)[0] ?? [];
  return {
    ...value,
    Resources: {
      ...Object.fromEntries(resources),
      H: first ?? null,
      I: { Same: part ?? null, More: part ?? null },
    },
  };
}

export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

function writeOddly(value: Fields, random: Random): string {
  const eol = random(4) === 0 ? '\r\n' : '\n';
  const mark = random(8) === 0 ? '\uFEFF' : '';
  if (random(4) === 0) {
    const unit = [undefined, '  ', '    ', '\t'][random(4)];
    const json = JSON.stringify(value, null, unit);
    return mark + json.replaceAll('\n', eol) + (random(2) === 0 ? eol : '');
  }
  const lines = blockMap(value, '', createManner(random));
  // Without a line end, a text that keeps its own would have one less.
  const trailing = random(3) === 0 && !lines.some((line) => line.endsWith('|+')) ? '' : eol;
  return mark + lines.join(eol) + trailing;
}

interface Manner {
  readonly random: Random;
  readonly unit: string;
  readonly listUnit: string;
  readonly short: boolean;
  readonly comments: number;
  readonly flow: number;
  readonly blanks: number;
  /** The anchors so far, by what they stand for; undefined where the author uses none. */
  readonly anchors: Map<string, string> | undefined;
}

/** One line in so many is blank: none. */
const mostBlanks = 1_000_000;

function createManner(random: Random): Manner {
  return {
    random,
    unit: ' '.repeat(1 + random(4)),
    listUnit: ' '.repeat(random(3) * 2),
    short: random(2) === 0,
    comments: random(4) === 0 ? 0 : 3,
    flow: 2 + random(5),
    blanks: random(4) === 0 ? mostBlanks : 2 + random(4),
    anchors: random(2) === 0 ? new Map() : undefined,
  };
}

const remarks = ['# note', '# ---- 区切り ----', '#', '# key: value', '# - item'];

function pad(lines: string[], indent: string, { random, comments, blanks }: Manner): void {
  if (random(blanks) === 0) lines.push(random(3) === 0 ? indent : '');
  if (comments > 0 && random(comments) === 0) lines.push(indent + (remarks[random(remarks.length)] ?? '#'));
}

function tail({ random, comments }: Manner): string {
  return comments > 0 && random(comments + 2) === 0 ? `${' '.repeat(1 + random(3))}# tail` : '';
}

function blockMap(fields: Fields, indent: string, manner: Manner): string[] {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(fields)) {
    pad(lines, indent, manner);
    lines.push(...behind(`${indent}${keyOf(key, manner)}:`, value, indent, manner, manner.listUnit));
  }
  // Deeper than a block text, a comment would be a line of it.
  const isDeeper = !/^\s*[^#]*[|][-+]?$/m.test(lines.join('\n'));
  if (manner.comments > 0 && manner.random(5) === 0)
    lines.push(`${indent}${isDeeper ? manner.unit : ''}# at the end`);
  return lines;
}

function keyOf(key: string, { random }: Manner): string {
  return /^[A-Za-z]+$/.test(key) && random(8) > 0 ? key : JSON.stringify(key);
}

/** A value behind `Key:` or `-`. */
function behind(before: string, value: CfnValue, indent: string, manner: Manner, listUnit: string): string[] {
  const { random, unit, short, anchors } = manner;
  // A value can have one anchor and one tag, an alias neither.
  const isBare = !/[&!][A-Za-z]\w*$/.test(before);
  const same = isBare ? anchors?.get(JSON.stringify(value)) : undefined;
  if (same !== undefined && random(4) > 0) return [`${before} *${same}${tail(manner)}`];
  let head = before;
  if (anchors !== undefined && isBare && same === undefined && random(5) === 0) {
    const name = `n${anchors.size}`;
    head = `${before} &${name}`;
    anchors.set(JSON.stringify(value), name);
  }
  if (typeof value === 'object' && value !== null) {
    const [only, ...more] = Object.entries(value);
    const isTag =
      short &&
      !Array.isArray(value) &&
      only !== undefined &&
      more.length === 0 &&
      /^(?:Ref|Fn::(?:Sub|Join|If))$/.test(only[0]);
    const argument = only?.[1] as CfnValue;
    // What is between two functions cannot have a tag of its own.
    if (isTag && !/^\{"(?:Ref|Fn::|Condition)/.test(JSON.stringify(argument)))
      return behind(
        `${head} !${only[0].replace('Fn::', '')}`,
        argument,
        indent,
        manner,
        listUnit === '' ? '  ' : listUnit,
      );
    const isEmpty = only === undefined;
    if (isEmpty || random(manner.flow) === 0) return [`${head} ${inFlow(value, manner)}${tail(manner)}`];
    const first = [`${head}${tail(manner)}`];
    if (Array.isArray(value)) return [...first, ...blockList(value, indent + listUnit, manner)];
    return [...first, ...blockMap(value as Fields, indent + unit, manner)];
  }
  if (typeof value === 'string' && value.includes('\n') && /^\S/.test(value) && random(3) > 0) {
    const body = value.replace(/\n+$/, '');
    const ends = value.length - body.length;
    // Blank lines below a text that keeps its line ends would be its own.
    if (ends > 1 && manner.blanks < mostBlanks) return [`${head} ${JSON.stringify(value)}`];
    const sign = ends === 0 ? '-' : ends === 1 ? '' : '+';
    const inner = indent + unit;
    const lines = body.split('\n').map((line) => (line === '' ? '' : inner + line));
    return [`${head} |${sign}`, ...lines, ...Array.from({ length: Math.max(0, ends - 1) }, () => '')];
  }
  return [`${head} ${scalarOf(value, manner)}${tail(manner)}`];
}

function blockList(items: readonly CfnValue[], indent: string, manner: Manner): string[] {
  const lines: string[] = [];
  for (const item of items) {
    pad(lines, indent, manner);
    const gap = ' '.repeat(1 + manner.random(3));
    const isMap =
      typeof item === 'object' && item !== null && !Array.isArray(item) && Object.keys(item).length > 0;
    if (isMap && !/^(?:Ref|Fn::)/.test(Object.keys(item)[0] ?? '') && manner.random(4) > 0) {
      const inner = `${indent} ${gap}`;
      const body = blockMap(item as Fields, inner, {
        ...manner,
        comments: 0,
        blanks: Math.max(manner.blanks, mostBlanks - 1),
      });
      lines.push(`${indent}-${gap}${(body[0] ?? '').slice(inner.length)}`, ...body.slice(1));
    } else
      lines.push(
        ...behind(`${indent}-`, item, indent, manner, manner.listUnit === '' ? '  ' : manner.listUnit),
      );
  }
  return lines;
}

function inFlow(value: CfnValue, manner: Manner): string {
  const { random, short } = manner;
  if (typeof value !== 'object' || value === null) return flowScalar(value, manner);
  const [open, close, comma] = random(2) === 0 ? ['', '', ', '] : [' ', ' ', ','];
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[${open}${value.map((item: CfnValue) => inFlow(item, manner)).join(comma)}${close}]`;
  const fields = Object.entries(value);
  const [only, ...more] = fields;
  if (short && only?.[0] === 'Ref' && more.length === 0)
    return `!Ref ${flowScalar(only[1] as CfnValue, manner)}`;
  if (only === undefined) return '{}';
  return `{${open}${fields.map(([key, each]) => `${JSON.stringify(key)}: ${inFlow(each as CfnValue, manner)}`).join(comma)}${close}}`;
}

function flowScalar(value: CfnValue, manner: Manner): string {
  return typeof value === 'string' && !/^[A-Za-z]+$/.test(value)
    ? JSON.stringify(value)
    : scalarOf(value, manner);
}

function scalarOf(value: CfnValue, { random }: Manner): string {
  if (typeof value !== 'string')
    return value === null ? (['null', '~'][random(2)] ?? 'null') : JSON.stringify(value);
  const isPlain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:true|null|y|n|yes|no|on|off|false)$/i.test(value);
  if (isPlain && random(4) > 0) return value;
  return !/[\n\\]/.test(value) && /^[\x20-\x7e]*$/.test(value) && random(2) === 0
    ? `'${value.replaceAll("'", "''")}'`
    : JSON.stringify(value);
}
