/** One object of a template that says which packets pass, or where they go, with what can be asked of it. */
import { blockTakenOf } from '../../../lib/blockTaken';
import type { Words } from '../../../lib/words';
import { cidrFaultWords } from '../../../lib/cidrWords';
import type { Evaluator } from '../evaluate/evaluate';
import type { ObjectSchema } from '../schema/schema';
import { entryOf, type MapNode, type Path } from '../source/syntax';
import { isMisspelt } from './checkProperties';
import { given, type Given } from './given';
import type { TemplateFault } from './templateFault';

export interface RuleObject {
  readonly evaluator: Evaluator;
  readonly node: MapNode;
  readonly schema: ObjectSchema;
  /** The logical ID of its resource. */
  readonly on: string;
  readonly path: Path;
  readonly offset: number;
  readonly name: Words;
  readonly isMade: boolean;
  /** Of what is drawn, the rules about designs tell what they can see there. */
  readonly isDrawn: boolean;
  /** For an object within a rule: the rule's property that it stands in. */
  readonly within?: string;
}

/** Something of a rule that AWS refuses. */
export interface Refusal {
  /** The properties of the rule that are wrong or missing. */
  readonly about: readonly string[];
  /** Undefined where it is told elsewhere. */
  readonly fault?: RuleFault;
}

export interface RuleFault {
  readonly rule: TemplateFault['rule'];
  /** The rule, or the object within it. */
  readonly at: RuleObject;
  /** Where it stands in it, or what is missing there. */
  readonly property: string;
  readonly says: Words;
}

export function givenIn(rule: RuleObject, property: string): Given {
  return given(rule.evaluator, rule.node, property, rule.isMade);
}

/** Those of the properties that are missing. One under a misspelt name is missing, and told of by that name. */
export function* missing(rule: RuleObject, properties: readonly string[], what: Words): Generator<Refusal> {
  const absent = properties.filter((property) => givenIn(rule, property).is === 'absent');
  const [first, ...more] = absent.filter((property) => !isMisspelt([property], rule.node, rule.schema));
  if (absent.length > 0) yield { about: aboutOf(rule, absent) };
  if (first === undefined) return;
  yield refused(rule, 'template-missing-property', [first, ...more], {
    en: `${what.en} needs ${[first, ...more].join(' and ')}`,
    ja: `${what.ja} には ${[first, ...more].join(' と ')} が必要です`,
  });
}

/** Of properties that exclude one another, each a list of names for the same, one must be there and no more. */
export function* exactlyOne(
  rule: RuleObject,
  properties: readonly (readonly [string, ...string[]])[],
  whenMissing: 'tell' | 'told elsewhere' | 'fine',
): Generator<Refusal> {
  const found = properties.map((names) => {
    const values = names.map((name) => givenIn(rule, name));
    return {
      name: names.find((each) => entryOf(rule.node, each) !== undefined) ?? names[0],
      isThere: values.some(({ is }) => is === 'there' || is === 'text'),
      isAbsent: values.every(({ is }) => is === 'absent'),
    };
  });
  const there = found.filter(({ isThere }) => isThere).map(({ name }) => name);
  const [first, second] = there;
  if (first !== undefined && second !== undefined)
    yield refused(rule, 'template-exclusive-properties', [second, ...there], {
      en: `${rule.name.en} has ${there.join(' and ')}; AWS takes one of them`,
      ja: `${rule.name.ja} に ${there.join(' と ')} があります。指定できるのはどれか 1 つです`,
    });
  if (whenMissing === 'fine' || found.some(({ isAbsent }) => !isAbsent)) return;
  const all = properties.map(([name]) => name);
  if (whenMissing === 'told elsewhere' || isMisspelt(properties.flat(), rule.node, rule.schema))
    yield { about: all };
  else
    yield refused(rule, 'template-missing-property', all, {
      en: `${rule.name.en} needs ${all.join(' or ')}`,
      ja: `${rule.name.ja} には ${all.join(' または ')} が必要です`,
    });
}

/** A block of the family that a property is for. */
export function* ofFamily(rule: RuleObject, property: string, family: 4 | 6): Generator<Refusal> {
  const value = givenIn(rule, property);
  if (value.is !== 'text') return;
  const block = blockTakenOf(value.text);
  if (block?.family === family) return;
  // A text that is no block is told of where it is drawn.
  if (block === undefined && rule.isDrawn) return;
  const fault = cidrFaultWords(value.text, family);
  if (fault === undefined) return;
  yield refused(rule, 'template-wrong-value', [property], {
    en: `${property} of ${rule.name.en}: ${fault.en}`,
    ja: `${rule.name.ja} の ${property}: ${fault.ja}`,
  });
}

/** A whole number, where it is known. Another text is told of as having the wrong shape. */
export function* wholeNumber(rule: RuleObject, property: string): Generator<Refusal, number | undefined> {
  const value = givenIn(rule, property);
  if (value.is !== 'text') return undefined;
  if (/^[-+]?\d+(?:\.0*)?$/.test(value.text)) return Number(value.text);
  yield refused(rule, 'template-wrong-shape', [property], {
    en: `${property} of ${rule.on} must be a number, not “${value.text}”`,
    ja: `${rule.on} の ${property} には数値を指定してください (「${value.text}」は数値ではありません)`,
  });
  return undefined;
}

/** The first and the last port of a range, where they are known. Of what is drawn, the rules about designs tell. */
export function* portRange(rule: RuleObject, from: string, to: string): Generator<Refusal> {
  const first = yield* wholeNumber(rule, from);
  const last = yield* wholeNumber(rule, to);
  // −1 stands for every ICMP type, and for no port.
  const isWrong = (port: number | undefined): boolean =>
    port !== undefined && (port === -1 || (!rule.isDrawn && (port < 0 || port > 65535)));
  const wrong = [from, to].filter((_, index) => isWrong(index === 0 ? first : last));
  if (wrong[0] !== undefined)
    yield wrongValue(rule, wrong[0], String(wrong[0] === from ? first : last), {
      en: 'ports go from 0 to 65535',
      ja: 'ポート番号は 0〜65535 です',
    });
  else if (!rule.isDrawn && first !== undefined && last !== undefined && first > last)
    yield wrongValue(rule, from, String(first), {
      en: `the range ends before it, at ${last}`,
      ja: `範囲の終わりの ${last} より大きい値です`,
    });
}

export function wrongValue(rule: RuleObject, property: string, value: string, why: Words): Refusal {
  return refused(rule, 'template-wrong-value', [property], {
    en: `${property} of ${rule.name.en} is “${value}”; ${why.en}`,
    ja: `${rule.name.ja} の ${property} が「${value}」です。${why.ja}`,
  });
}

/** The first of the properties is where it stands. */
function refused(
  at: RuleObject,
  rule: TemplateFault['rule'],
  properties: readonly string[],
  says: Words,
): Refusal {
  return { about: aboutOf(at, properties), fault: { rule, at, property: properties[0] ?? '', says } };
}

function aboutOf({ within }: RuleObject, properties: readonly string[]): readonly string[] {
  return within === undefined ? properties : [within];
}
