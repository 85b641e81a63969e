import type { Refusal, RuleObject } from './ruleObject';
import { exactlyOne, givenIn, missing, ofFamily, portRange, wholeNumber, wrongValue } from './ruleObject';

/**
 * What AWS refuses of a rule of a security group.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
 */
export function* groupRuleFaults(rule: RuleObject, direction: 'in' | 'out'): Generator<Refusal> {
  const protocol = givenIn(rule, 'IpProtocol');
  // Without a protocol there is nothing else to ask.
  if (protocol.is === 'absent') {
    yield { about: ['IpProtocol'] };
    return;
  }
  if (protocol.is === 'text') yield* protocolFaults(rule, protocol.text);
  yield* exactlyOne(rule, peers[direction], 'tell');
  yield* ofFamily(rule, 'CidrIp', 4);
  yield* ofFamily(rule, 'CidrIpv6', 6);
}

const peers = {
  in: [
    ['CidrIp'],
    ['CidrIpv6'],
    ['SourcePrefixListId'],
    ['SourceSecurityGroupId', 'SourceSecurityGroupName'],
  ],
  out: [['CidrIp'], ['CidrIpv6'], ['DestinationPrefixListId'], ['DestinationSecurityGroupId']],
} as const;

function* protocolFaults(rule: RuleObject, text: string): Generator<Refusal> {
  const name = text.toLowerCase();
  const isNumber = /^\d+$/.test(text);
  const what = {
    en: `${rule.name.en} (${isNumber ? `protocol ${text}` : text})`,
    ja: `${rule.name.ja} (${isNumber ? `プロトコル ${text}` : text})`,
  };
  switch (name) {
    case 'tcp':
    case '6':
    case 'udp':
    case '17':
      yield* missing(rule, ['FromPort', 'ToPort'], what);
      yield* portRange(rule, 'FromPort', 'ToPort');
      return;
    case 'icmp':
    case '1':
      yield* missing(rule, ['FromPort', 'ToPort'], what);
      yield* icmpFaults(rule);
      return;
    case 'icmpv6':
    case '58':
      yield* icmpFaults(rule);
      return;
    default:
      if (/^-?\d+$/.test(name) && Number(name) >= -1 && Number(name) <= 255) return;
      yield wrongValue(rule, 'IpProtocol', text, {
        en: 'AWS takes tcp, udp, icmp, icmpv6, -1 for every protocol, or the number of another',
        ja: '指定できるのは tcp、udp、icmp、icmpv6、すべてを表す -1、またはプロトコル番号です',
      });
  }
}

/** Type and code stand in the place of the ports; all types come with all codes. */
function* icmpFaults(rule: RuleObject): Generator<Refusal> {
  const type = yield* wholeNumber(rule, 'FromPort');
  const code = yield* wholeNumber(rule, 'ToPort');
  if (type === -1 && code !== undefined && code !== -1)
    yield wrongValue(rule, 'ToPort', String(code), {
      en: 'with every ICMP type (FromPort -1), it must be -1 for every code',
      ja: 'すべての ICMP タイプ (FromPort が -1) を指定する場合は、すべてのコードを表す -1 を指定してください',
    });
}
