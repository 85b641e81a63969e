import { blockTakenOf } from '../../../lib/blockTaken';
import { callOf, entryOf } from '../source/syntax';
import type { Refusal, RuleObject } from './ruleObject';
import { exactlyOne, givenIn, missing, ofFamily, portRange, wholeNumber, wrongValue } from './ruleObject';

/**
 * What AWS refuses of an entry of a network ACL.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export function* aclEntryFaults(rule: RuleObject): Generator<Refusal> {
  for (const property of ['Protocol', 'RuleAction', 'RuleNumber'])
    if (givenIn(rule, property).is === 'absent') yield { about: [property] };
  yield* numberFaults(rule);
  const action = givenIn(rule, 'RuleAction');
  if (action.is === 'text' && !/^(?:allow|deny)$/i.test(action.text))
    yield wrongValue(rule, 'RuleAction', action.text, {
      en: 'AWS takes allow or deny',
      ja: '指定できるのは allow か deny です',
    });
  yield* exactlyOne(rule, [['CidrBlock'], ['Ipv6CidrBlock']], 'tell');
  yield* ofFamily(rule, 'CidrBlock', 4);
  yield* ofFamily(rule, 'Ipv6CidrBlock', 6);
  const protocol = givenIn(rule, 'Protocol');
  if (protocol.is === 'text') yield* protocolFaults(rule, protocol.text);
}

function* numberFaults(rule: RuleObject): Generator<Refusal> {
  const number = yield* wholeNumber(rule, 'RuleNumber');
  // Of what is drawn, the rules about designs tell.
  if (rule.isDrawn || number === undefined || (number >= 1 && number <= 32766)) return;
  yield wrongValue(rule, 'RuleNumber', String(number), {
    en: 'rule numbers go from 1 to 32766',
    ja: 'ルール番号は 1〜32766 です',
  });
}

function* protocolFaults(rule: RuleObject, text: string): Generator<Refusal> {
  if (!/^[-+]?\d+(?:\.0*)?$/.test(text) || Number(text) < -1 || Number(text) > 255) {
    const meant = numbers.get(text.toLowerCase());
    yield wrongValue(rule, 'Protocol', text, {
      en: `AWS takes the number of a protocol${meant === undefined ? ', or -1 for every protocol' : `, which is ${meant}`}`,
      ja: `プロトコル番号${meant === undefined ? '、またはすべてを表す -1 ' : ` (${meant}) `}を指定してください`,
    });
    return;
  }
  const number = Number(text);
  if (number === 6 || number === 17) yield* partsOf(rule, text, 'PortRange', ['From', 'To']);
  // With an IPv4 block, a rule about ICMPv6 is about all of it.
  if (number === 1 || (number === 58 && isIpv6(rule))) yield* partsOf(rule, text, 'Icmp', ['Code', 'Type']);
}

const numbers: ReadonlyMap<string, number> = new Map([
  ['tcp', 6],
  ['udp', 17],
  ['icmp', 1],
  ['icmpv6', 58],
  ['all', -1],
  ['any', -1],
]);

function isIpv6(rule: RuleObject): boolean {
  const block = givenIn(rule, 'Ipv6CidrBlock');
  return block.is === 'text' && blockTakenOf(block.text)?.family === 6;
}

/** An object that a protocol needs, with both of its parts. */
function* partsOf(
  rule: RuleObject,
  protocol: string,
  property: 'PortRange' | 'Icmp',
  parts: readonly [string, string],
): Generator<Refusal> {
  const what = {
    en: `${rule.name.en} (protocol ${protocol})`,
    ja: `${rule.name.ja} (プロトコル ${protocol})`,
  };
  if (givenIn(rule, property).is === 'absent') {
    yield* missing(rule, [property], what);
    return;
  }
  const entry = entryOf(rule.node, property);
  const takes = rule.schema.properties.get(property)?.takes;
  if (entry?.value.is !== 'map' || callOf(entry.value) !== undefined || takes?.is !== 'object') return;
  const object: RuleObject = {
    ...rule,
    node: entry.value,
    schema: takes.schema(),
    path: [...rule.path, property],
    offset: entry.keyStart,
    within: property,
    name: { en: `${property} of ${rule.name.en}`, ja: `${rule.name.ja} の ${property}` },
  };
  yield* missing(object, parts, object.name);
  if (property === 'PortRange') yield* portRange(object, 'From', 'To');
  else for (const part of parts) yield* wholeNumber(object, part);
}
