/**
 * Security groups in CloudFormation: rules inside the group, and beside it where groups name one another in a circle, or where
 * an author has put them there.
 */
import type { Peer, Rows } from '../../core/catalog/field';
import type { CfnEntry, CfnMapping, CfnReader, CfnReadScope, CfnWriteScope } from '../../core/cfn/mapping';
import { peerByName, prefixListParameter } from '../../core/cfn/prefixList';
import { isIcmp, portsOf, protocolOf } from '../../core/cfn/protocols';
import type { CfnValue } from '../../core/cfn/template';
import type { Resource, ResourceId } from '../../core/model/document';
import { isUnknown, known, type Unknown } from '../../core/model/value';
import { isPrefixListName } from '../../lib/prefixLists';
import { everything, everythingOut, type GroupRule } from './rules';

export const cfn: Omit<CfnMapping<'security-group'>, 'types'> = {
  satellites: [
    {
      role: 'inbound',
      type: 'AWS::EC2::SecurityGroupIngress',
      from: 'satellite',
      property: 'GroupId',
    },
    { role: 'outbound', type: 'AWS::EC2::SecurityGroupEgress', from: 'satellite', property: 'GroupId' },
  ],
  emptyMeans: { description: describedByName },
  *write(group, scope) {
    const { props } = group;
    const inbound = rulesApart(group, 'inbound', scope);
    const outbound = rulesApart(group, 'outbound', scope);
    yield {
      role: '',
      type: 'AWS::EC2::SecurityGroup',
      properties: {
        GroupDescription: descriptionOf(group, scope),
        VpcId: scope.ref(scope.ancestor('vpc')?.id ?? null),
        SecurityGroupIngress: inbound.inside.length === 0 ? undefined : inbound.inside,
        SecurityGroupEgress: isEverythingOut(props.outbound)
          ? undefined
          : outbound.inside.length > 0
            ? outbound.inside
            : outbound.standsApart
              ? undefined
              : [nowhere],
        Tags: scope.nameTags(group),
      },
    };
    yield* inbound.beside;
    yield* outbound.beside;
  },
  read(reader, scope) {
    const { inbound } = sides;
    return {
      parentId: reader.parent('VpcId', ['vpc']),
      props: {
        // Even where it says no more than the name: CloudFormation replaces a group whose description changes, as that of one
        // that was drawn does with its name.
        description: reader.text('description', 'GroupDescription', ''),
        inbound: {
          ...(reader.isImplied ? { self: { ...everything, peer: { ref: reader.id } } } : {}),
          ...rulesInside(reader, inbound, scope),
          ...rulesBeside(reader, inbound, scope),
        },
        outbound: outboundRules(reader, scope),
      },
    };
  },
};

/** The two sides of a group, as templates word them. */
interface Side {
  readonly rows: 'inbound' | 'outbound';
  readonly list: string;
  readonly type: string;
  readonly prefixList: string;
  readonly groups: readonly string[];
}

const sides: Readonly<Record<'inbound' | 'outbound', Side>> = {
  inbound: {
    rows: 'inbound',
    list: 'SecurityGroupIngress',
    type: 'AWS::EC2::SecurityGroupIngress',
    prefixList: 'SourcePrefixListId',
    groups: ['SourceSecurityGroupId', 'SourceSecurityGroupName'],
  },
  outbound: {
    rows: 'outbound',
    list: 'SecurityGroupEgress',
    type: 'AWS::EC2::SecurityGroupEgress',
    prefixList: 'DestinationPrefixListId',
    groups: ['DestinationSecurityGroupId'],
  },
};

/** AWS's own way to say that nothing may leave: with no rule at all, everything may. */
const nowhere: Readonly<Record<string, CfnValue>> = { IpProtocol: '-1', CidrIp: '127.0.0.1/32' };

/** Blocks that stand for nowhere in templates; the second is the CDK's. */
const nowhereBlocks: readonly unknown[] = ['127.0.0.1/32', '255.255.255.255/32'];

function isEverythingOut(rules: Rows<GroupRule>): boolean {
  const peers = Object.values(rules).map(({ protocol, peer }) => (protocol === 'any' ? peer : undefined));
  return peers.length === 2 && Object.values(everythingOut).every(({ peer }) => peers.includes(peer));
}

/** The rules of one side: those inside the group's own CFN resource, and those that must be resources beside it. */
function rulesApart(
  group: Resource<'security-group'>,
  rows: 'inbound' | 'outbound',
  scope: CfnWriteScope,
): {
  readonly inside: readonly CfnValue[];
  readonly beside: readonly CfnEntry[];
  /** Whether an author wrote one of them as a resource beside the group, which takes AWS's own rule away. */
  readonly standsApart: boolean;
} {
  const side = sides[rows];
  let standsApart = false;
  const inside: CfnValue[] = [];
  const beside: CfnEntry[] = [];
  for (const [key, rule] of Object.entries(group.props[rows])) {
    const properties =
      ruleProperties(rule, side, scope) ?? authoredProperties(rule, side, scope, group, `${rows}.${key}`);
    if (properties === undefined) continue;
    const peer = known(rule.peer);
    const other = typeof peer === 'object' ? peer.ref : undefined;
    // CloudFormation adds the rule to the group before it deletes the resource that is a rule like it.
    const isApart = scope.standsApart(group, `${rows}.${key}`);
    standsApart ||= isApart;
    if (!isApart && (other === undefined || !closesCircle(group.id, other, rows, scope)))
      inside.push(properties);
    else
      beside.push({
        role: `${rows}:${key}`,
        type: side.type,
        suffix: `${rows === 'inbound' ? 'InboundFrom' : 'OutboundTo'}${scope.logicalId(other ?? null) ?? ''}`,
        properties: { GroupId: scope.ref(group.id), ...properties },
      });
  }
  return { inside, beside, standsApart };
}

/**
 * Whether a rule inside the group would make two CFN resources wait for each other. Circles are cut at inbound rules, and
 * at outbound ones only where all of the circle is outbound: CloudFormation takes an outbound rule beside the group for a
 * reason to remove a rule for everything. https://github.com/aws-cloudformation/cfn-language-discussion/issues/157
 */
function closesCircle(
  own: ResourceId,
  other: ResourceId,
  rows: 'inbound' | 'outbound',
  scope: CfnWriteScope,
): boolean {
  const seen = new Set<ResourceId>();
  const waiting = [other];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === own) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const group = scope.resource(next);
    if (group?.kind !== 'security-group') continue;
    const { inbound, outbound } = group.props;
    for (const rule of [...Object.values(outbound), ...(rows === 'inbound' ? Object.values(inbound) : [])]) {
      const peer = known(rule.peer);
      if (typeof peer === 'object') waiting.push(peer.ref);
    }
  }
  return false;
}

/** Undefined for a rule that a template cannot state because something of it is unknown or missing. */
function ruleProperties(
  rule: GroupRule,
  side: Side,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> | undefined {
  const { protocol, fromPort, toPort, peer } = rule;
  if (isUnknown(protocol) || isUnknown(fromPort) || isUnknown(toPort) || isUnknown(peer)) return undefined;
  const whom = peerProperties(peer, side, scope);
  if (whom === undefined) return undefined;
  if (protocol === 'any') return { IpProtocol: '-1', ...whom };
  // ICMPv6 alone needs no type: left out, every one is meant.
  if (protocol === 'icmpv6' && fromPort === null) return { IpProtocol: protocol, ...whom };
  if (isIcmp(protocol))
    return { IpProtocol: protocol, FromPort: fromPort ?? -1, ToPort: toPort ?? -1, ...whom };
  return {
    IpProtocol: protocol,
    FromPort: fromPort ?? toPort ?? 0,
    ToPort: toPort ?? fromPort ?? 65535,
    ...whom,
  };
}

/**
 * A rule of which something is unknown, with what the author of its template wrote there, which may be nothing where AWS
 * refuses the rule because of that; undefined without an author.
 */
function authoredProperties(
  rule: GroupRule,
  side: Side,
  scope: CfnWriteScope,
  group: Resource<'security-group'>,
  row: string,
): Readonly<Record<string, CfnValue>> | undefined {
  const properties: Record<string, CfnValue> = {};
  const { protocol, fromPort, toPort, peer } = rule;
  if (!isUnknown(protocol)) properties['IpProtocol'] = protocol === 'any' ? '-1' : protocol;
  if (!isUnknown(fromPort) && fromPort !== null) properties['FromPort'] = fromPort;
  if (!isUnknown(toPort) && toPort !== null) properties['ToPort'] = toPort;
  if (!isUnknown(peer)) {
    const whom = peerProperties(peer, side, scope);
    if (whom === undefined) return undefined;
    Object.assign(properties, whom);
  }
  let isAuthored = false;
  for (const [column, value] of Object.entries(rule)) {
    const authored = scope.authored(group, `${row}.${column}`);
    isAuthored ||= authored !== undefined;
    if (authored !== undefined && isUnknown(value)) properties[authored.property] = authored.value;
  }
  return isAuthored ? properties : undefined;
}

function peerProperties(
  peer: Peer,
  side: Side,
  scope: CfnWriteScope,
): Readonly<Record<string, CfnValue>> | undefined {
  if (typeof peer === 'object') {
    const named = scope.ref(peer.ref);
    const isList = scope.resource(peer.ref)?.kind === 'prefix-list';
    return named === undefined ? undefined : { [isList ? side.prefixList : (side.groups[0] ?? '')]: named };
  }
  if (peer === '') return undefined;
  if (isPrefixListName(peer)) return { [side.prefixList]: prefixListParameter(peer, scope) };
  return { [peer.includes(':') ? 'CidrIpv6' : 'CidrIp']: peer };
}

/** What is not known of one is what its author wrote, whatever the group is called. */
function descriptionOf(group: Resource<'security-group'>, scope: CfnWriteScope): CfnValue {
  const { description } = group.props;
  const authored = isUnknown(description) ? scope.authored(group, 'description')?.value : undefined;
  if (authored !== undefined) return authored;
  const text = known(description) ?? '';
  return text === '' ? describedByName(group.name) : allowedIn(text) || nothingSaid;
}

/** What stands for a description that nobody wrote: AWS wants one. */
function describedByName(name: string): string {
  return allowedIn(name) || nothingSaid;
}

const nothingSaid = 'Security group';

/** The characters of a text that AWS takes in a description; empty when there are none. */
function allowedIn(text: string): string {
  return text
    .replace(/[^a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, 255);
}

/**
 * If a template says nothing outbound, everything may leave. An empty list says nothing; a rule beside the group takes
 * AWS's own away just as one inside it does, and leaves that open where it is not certain that it is this group's.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
 */
function outboundRules(reader: CfnReader, scope: CfnReadScope): Rows<GroupRule> {
  const { outbound } = sides;
  const [beside] = reader.satellites('outbound');
  if (reader.isImplied && beside !== undefined)
    return {
      ...Object.fromEntries(
        Object.entries(everythingOut).map(([key, rule]) => [key, { ...rule, peer: maybeRemoved }] as const),
      ),
      ...rulesBeside(reader, outbound, scope),
    };
  if (beside === undefined && reader.list('SecurityGroupEgress').length === 0) return everythingOut;
  const rules = { ...rulesInside(reader, outbound, scope), ...rulesBeside(reader, outbound, scope) };
  const doubt = reader.list('SecurityGroupEgress').length === 0 ? beside?.doubt : undefined;
  if (doubt === undefined) return rules;
  const mayLeave = Object.entries(everythingOut).map(
    ([key, rule]) => [key, { ...rule, peer: doubt }] as const,
  );
  return { ...rules, ...Object.fromEntries(mayLeave) };
}

/** https://github.com/aws-cloudformation/cfn-language-discussion/issues/157 */
const maybeRemoved: Unknown = {
  unknown: {
    en: 'whether CloudFormation removes the rule for everything from a default security group is not documented',
    ja: 'CloudFormation がデフォルトのセキュリティグループからすべてを許可するルールを削除するかどうかは、ドキュメントに記載がありません',
  },
};

function rulesInside(reader: CfnReader, side: Side, scope: CfnReadScope): Rows<GroupRule> {
  const rules: Record<string, GroupRule> = {};
  reader.list(side.list).forEach((each, index) => {
    const key = `rule-${index + 1}`;
    const rule = ruleOf(each, side, key, scope);
    if (rule !== undefined) rules[key] = rule;
  });
  return rules;
}

function rulesBeside(reader: CfnReader, side: Side, scope: CfnReadScope): Rows<GroupRule> {
  const rules: Record<string, GroupRule> = {};
  for (const each of reader.satellites(side.rows)) {
    const rule = ruleOf(each, side, each.row, scope);
    if (rule !== undefined) rules[each.row] = rule;
  }
  return rules;
}

/** Undefined for a rule that lets nothing pass, and, with a warning, for one about a protocol that we do not follow. */
function ruleOf(reader: CfnReader, side: Side, key: string, scope: CfnReadScope): GroupRule | undefined {
  const row = `${side.rows}.${key}`;
  const text = reader.text(`${row}.protocol`, 'IpProtocol', '-1');
  const protocol = reader.refused('IpProtocol') ?? protocolOf(text);
  if (protocol === null) {
    reader.report(
      'warning',
      {
        en: `A rule is about protocol ${known(text) ?? '?'}, which is not followed; TCP, UDP and ICMP are`,
        ja: `プロトコル ${known(text) ?? '?'} のルールは解析の対象外です (TCP、UDP、ICMP のみ)`,
      },
      'IpProtocol',
    );
    return undefined;
  }
  const blocks = ['CidrIp', 'CidrIpv6'];
  const peer = reader.peer(
    `${row}.peer`,
    { cidr: blocks, prefixList: side.prefixList, refs: side.groups },
    ['security-group'],
    ['prefix-list'],
  );
  if (side.rows === 'outbound' && nowhereBlocks.includes(peer)) return undefined;
  const ports = portsOf(
    reader,
    protocol,
    { prop: `${row}.fromPort`, property: 'FromPort' },
    { prop: `${row}.toPort`, property: 'ToPort' },
  );
  return {
    protocol,
    fromPort: reader.refused('FromPort', 'ToPort') ?? ports.fromPort,
    toPort: reader.refused('ToPort', 'FromPort') ?? ports.toPort,
    peer: reader.refused(...blocks, side.prefixList, ...side.groups) ?? peerByName(peer, scope.region),
  };
}
