/**
 * Each rule is a resource of its own, whether the template has it within its group or beside it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpc_security_group_egress_rule
 */
import type { CfnValue } from '../../core/cfn/template';
import { template, text as literal, type Hcl } from '../../core/terraform/hcl';
import { implied, isPlainObject, tags, text, literalText } from '../../core/terraform/properties';
import type {
  BodyWriter,
  Properties,
  PropertyRule,
  ResourceWriter,
  TemplateReader,
  Translation,
} from '../../core/terraform/translation';

type Direction = 'ingress' | 'egress';

/** The ends that a rule may have; the provider takes one for each rule. */
const ends: Readonly<Record<string, string>> = {
  CidrIp: 'cidr_ipv4',
  CidrIpv6: 'cidr_ipv6',
  DestinationPrefixListId: 'prefix_list_id',
  DestinationSecurityGroupId: 'referenced_security_group_id',
  SourcePrefixListId: 'prefix_list_id',
  SourceSecurityGroupId: 'referenced_security_group_id',
};

const known = new Set([
  ...Object.keys(ends),
  'Description',
  'FromPort',
  'GroupId',
  'IpProtocol',
  'SourceSecurityGroupOwnerId',
  'ToPort',
]);

const inline =
  (direction: Direction): PropertyRule =>
  (value, to) => {
    let count = 0;
    for (const { value: rule, when } of to.itemsOf(value)) {
      if (!isPlainObject(rule)) {
        to.leaveOut(direction, rule);
        continue;
      }
      for (const end of endsOf(rule)) {
        count++;
        to.part(
          `aws_vpc_security_group_${direction}_rule`,
          count === 1 ? direction : `${direction}_${count}`,
          when,
          (part) => {
            part.set('security_group_id', part.self('id'));
            writeRule(rule, end, part);
          },
        );
      }
      leaveUnknown(rule, to);
    }
  };

function endsOf(rule: Properties): readonly (string | null)[] {
  const found = Object.keys(ends).filter((name) => rule[name] !== undefined && rule[name] !== null);
  return found.length === 0 ? [null] : found;
}

function leaveUnknown(rule: Properties, to: BodyWriter): void {
  for (const [name, value] of Object.entries(rule))
    if (!known.has(name) && value !== undefined && value !== null) to.leaveOut(name, value);
}

function writeRule(rule: Properties, end: string | null, to: BodyWriter): void {
  const { Description: description, IpProtocol: protocol = '-1', FromPort: from, ToPort: last } = rule;
  const value = end === null ? undefined : rule[end];
  if (end !== null && value !== undefined) {
    const owner = rule['SourceSecurityGroupOwnerId'];
    const read = to.value(value, 'text');
    const isForeign = end === 'SourceSecurityGroupId' && owner !== undefined && owner !== null;
    to.set(
      ends[end] ?? end,
      isForeign && !isOwnAccount(owner) ? template([to.value(owner, 'text'), literal('/'), read]) : read,
    );
  }
  const all = literalText(protocol) === '-1' || protocol === 'all';
  to.set('ip_protocol', all ? literal('-1') : to.value(protocol, 'text'));
  // There are no ports where all protocols are meant, and the provider takes none.
  if (!all && from !== undefined && from !== null) to.set('from_port', to.value(from, 'number'));
  if (!all && last !== undefined && last !== null) to.set('to_port', to.value(last, 'number'));
  if (description !== undefined && description !== null) to.set('description', to.value(description, 'text'));
}

function isOwnAccount(value: CfnValue): boolean {
  return isRef(value, 'AWS::AccountId');
}

function isRef(value: CfnValue, name: string): boolean {
  return typeof value === 'object' && value !== null && 'Ref' in value && value.Ref === name;
}

/**
 * AWS lets everything out of a new group, which the provider takes back when it makes one: what the template leaves to AWS must
 * be said here. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
 */
function letOut(to: ResourceWriter, properties: Properties): void {
  const { SecurityGroupEgress: egress, VpcId: vpc } = properties;
  if (Array.isArray(egress) ? egress.length > 0 : egress !== undefined && egress !== null) return;
  const everywhere = (attribute: string, block: string, name: string): Hcl =>
    to.part('aws_vpc_security_group_egress_rule', name, null, (part) => {
      part.set('security_group_id', part.self('id'));
      part.set(attribute, literal(block));
      part.set('ip_protocol', literal('-1'));
    });
  everywhere('cidr_ipv4', '0.0.0.0/0', 'egress');
  if (mayHaveIpv6(vpc, to.template)) everywhere('cidr_ipv6', '::/0', 'egress_ipv6');
  const isBeside = to.template
    .ofType('AWS::EC2::SecurityGroupEgress')
    .some((id) => to.template.resourceOf(to.template.propertiesOf(id)['GroupId']) === to.id);
  if (isBeside)
    to.remark({
      en: `${to.id}: AWS does not document whether its rule that lets everything out goes when rules stand beside the group; it was kept`,
      ja: `${to.id}: ルールがグループの外に定義されている場合に、すべてのアウトバウンドを許可する既定のルールが削除されるかは AWS のドキュメントに記載がないため、残しています`,
    });
}

/** A VPC that another template makes may have a block of IPv6 addresses; a rule for those does no harm where it has none. */
function mayHaveIpv6(vpc: CfnValue | undefined, reader: TemplateReader): boolean {
  const id = reader.resourceOf(vpc);
  if (id === undefined || reader.typeOf(id) !== 'AWS::EC2::VPC') return true;
  return reader
    .ofType('AWS::EC2::VPCCidrBlock')
    .map((each) => reader.propertiesOf(each))
    .some(
      ({ VpcId: of, CidrBlock: ipv4, Ipv4IpamPoolId: pool }) =>
        reader.resourceOf(of) === id && ipv4 === undefined && pool === undefined,
    );
}

const beside = (direction: Direction): Translation => ({
  type: `aws_vpc_security_group_${direction}_rule`,
  properties: Object.fromEntries([...known].map((name) => [name, implied])),
  finish(to, properties) {
    const [first = null, ...others] = endsOf(properties);
    const { GroupId: group, GroupName: name } = properties;
    const write = (end: string | null, each: BodyWriter): void => {
      each.set('security_group_id', each.value(group ?? name ?? null, 'text'));
      writeRule(properties, end, each);
    };
    write(first, to);
    for (const [index, end] of others.entries())
      to.part(`aws_vpc_security_group_${direction}_rule`, String(index + 2), null, (part) =>
        write(end, part),
      );
  },
  ref: 'id',
  attributes: { Id: 'id' },
});

const tables: Readonly<Record<string, Translation>> = {
  'AWS::EC2::SecurityGroup': {
    type: 'aws_security_group',
    properties: {
      GroupDescription: text('description'),
      GroupName: text('name'),
      SecurityGroupEgress: inline('egress'),
      SecurityGroupIngress: inline('ingress'),
      Tags: tags,
      VpcId: text('vpc_id'),
    },
    finish: letOut,
    ref: 'id',
    attributes: { GroupId: 'id', GroupName: 'name', Id: 'id', VpcId: 'vpc_id' },
  },
  'AWS::EC2::SecurityGroupIngress': beside('ingress'),
  'AWS::EC2::SecurityGroupEgress': beside('egress'),
};

export default tables;
