/**
 * Rules for packets and routes that AWS refuses: those of security groups and network ACLs, and routes. What they would do
 * if AWS took them is nobody's to say, so those who read them are told.
 */
import type { Words } from '../../../lib/words';
import type { Evaluator } from '../evaluate/evaluate';
import { settle } from '../evaluate/settle';
import { schemaOf, type ObjectSchema } from '../schema/schema';
import { callOf, entryOf, type Path, type SyntaxNode } from '../source/syntax';
import type { StackResource } from '../stack';
import { aclEntryFaults } from './aclEntry';
import { groupRuleFaults } from './groupRule';
import { exactlyOne, ofFamily, type Refusal, type RuleFault, type RuleObject } from './ruleObject';
import type { TemplateFault } from './templateFault';
import { isTakenAsWritten } from './transforms';

export interface CheckedRules {
  readonly faults: readonly TemplateFault[];
  readonly refused: Refused;
}

/** Why AWS refuses an object, by the object and the property that is wrong or missing. */
export type Refused = ReadonlyMap<SyntaxNode, ReadonlyMap<string, Words>>;

/** `isMade`, `isDrawn`: whether a resource is made at all, and whether it is drawn or absorbed by what is. */
export function checkPacketRules(
  evaluator: Evaluator,
  isMade: (resource: StackResource) => boolean,
  isDrawn: (resource: StackResource) => boolean,
): CheckedRules {
  const faults: TemplateFault[] = [];
  const refused = new Map<SyntaxNode, Map<string, Words>>();
  if (!isTakenAsWritten(evaluator.stack)) return { faults, refused };
  for (const resource of evaluator.stack.resources.values()) {
    const sort = Object.hasOwn(sorts, resource.type) ? sorts[resource.type] : undefined;
    if (sort === undefined) continue;
    const known = { evaluator, isMade: isMade(resource), isDrawn: isDrawn(resource) };
    for (const { rule, check, effect } of sort(resource, known))
      for (const refusal of check(rule)) {
        if (refusal.fault !== undefined) faults.push(faultOf(refusal.fault, effect));
        const whys = refused.get(rule.node) ?? new Map<string, Words>();
        refused.set(rule.node, whys);
        for (const property of refusal.about) whys.set(property, whyRefused(rule, refusal));
      }
  }
  return { faults, refused };
}

interface RuleToCheck {
  readonly rule: RuleObject;
  readonly check: (rule: RuleObject) => Iterable<Refusal>;
  /** What is assumed of a rule that is refused, as the end of a sentence. */
  readonly effect: Words | undefined;
}

type Known = Pick<RuleObject, 'evaluator' | 'isMade' | 'isDrawn'>;

type Sort = (resource: StackResource, known: Known) => Iterable<RuleToCheck>;

const allowsUnknown: Words = {
  en: 'AWS refuses the rule, so what it allows is taken as not known',
  ja: 'AWS はこのルールを受け付けないため、何を許可するかは不明として扱います',
};

const decidesUnknown: Words = {
  en: 'AWS refuses the rule, so what it decides is taken as not known',
  ja: 'AWS はこのルールを受け付けないため、許可か拒否かは不明として扱います',
};

const doesUnknown: Words = {
  en: 'AWS refuses the route, so what it does is taken as not known',
  ja: 'AWS はこのルートを受け付けないため、その働きは不明として扱います',
};

const sorts: Readonly<Record<string, Sort>> = {
  *'AWS::EC2::SecurityGroup'(resource, known) {
    for (const [list, direction] of [
      ['SecurityGroupIngress', 'in'],
      ['SecurityGroupEgress', 'out'],
    ] as const)
      for (const rule of itemsOf(resource, list, known))
        yield { rule, check: (each) => groupRuleFaults(each, direction), effect: allowsUnknown };
  },
  *'AWS::EC2::SecurityGroupIngress'(resource, known) {
    for (const rule of ownRule(resource, known))
      yield { rule, check: (each) => groupRuleFaults(each, 'in'), effect: allowsUnknown };
  },
  *'AWS::EC2::SecurityGroupEgress'(resource, known) {
    for (const rule of ownRule(resource, known))
      yield { rule, check: (each) => groupRuleFaults(each, 'out'), effect: allowsUnknown };
  },
  *'AWS::EC2::NetworkAclEntry'(resource, known) {
    for (const rule of ownRule(resource, known))
      yield { rule, check: aclEntryFaults, effect: decidesUnknown };
  },
  *'AWS::EC2::Route'(resource, known) {
    for (const rule of ownRule(resource, known)) yield { rule, check: routeFaults, effect: doesUnknown };
  },
  *'AWS::EC2::Subnet'(resource, known) {
    for (const rule of ownRule(resource, known)) yield { rule, check: ipv6Faults, effect: undefined };
  },
  *'AWS::EC2::VPCCidrBlock'(resource, known) {
    for (const rule of ownRule(resource, known)) yield { rule, check: ipv6Faults, effect: undefined };
  },
};

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html */
function* routeFaults(rule: RuleObject): Generator<Refusal> {
  yield* exactlyOne(
    rule,
    [['DestinationCidrBlock'], ['DestinationIpv6CidrBlock'], ['DestinationPrefixListId']],
    'told elsewhere',
  );
  yield* ofFamily(rule, 'DestinationCidrBlock', 4);
  yield* ofFamily(rule, 'DestinationIpv6CidrBlock', 6);
  // A drawn route without a target is told of by the rules about designs.
  yield* exactlyOne(rule, targets, rule.isDrawn ? 'fine' : 'tell');
}

const targets = [
  ['GatewayId'],
  ['NatGatewayId'],
  ['EgressOnlyInternetGatewayId'],
  ['InstanceId'],
  ['NetworkInterfaceId'],
  ['TransitGatewayId'],
  ['VpcPeeringConnectionId'],
  ['VpcEndpointId'],
  ['CarrierGatewayId'],
  ['LocalGatewayId'],
  ['CoreNetworkArn'],
  ['OdbNetworkArn'],
] as const;

/** IPv4 blocks of networks and subnets are told of where they are drawn. */
function* ipv6Faults(rule: RuleObject): Generator<Refusal> {
  yield* ofFamily(rule, 'Ipv6CidrBlock', 6);
}

function* ownRule(resource: StackResource, known: Known): Generator<RuleObject> {
  const { logicalId, keyStart, type, properties } = resource;
  const schema = schemaOf(type);
  if (schema === undefined) return;
  yield* ruleAt(properties, {
    ...known,
    schema,
    on: logicalId,
    path: ['Resources', logicalId, 'Properties'],
    offset: keyStart,
    name: { en: logicalId, ja: logicalId },
  });
}

/** The objects of a list, or the one that stands in the place of a list. */
function* itemsOf(
  { logicalId, type, properties }: StackResource,
  list: string,
  known: Known,
): Generator<RuleObject> {
  const entry = entryOf(properties, list);
  const takes = schemaOf(type)?.properties.get(list)?.takes;
  if (entry === undefined || takes?.is !== 'list' || takes.of.is !== 'object') return;
  const schema = takes.of.schema();
  const at = settle(known.evaluator, entry.value, ['Resources', logicalId, 'Properties', list]);
  if (at === undefined) return;
  const items = at.node.is === 'list' ? at.node.items : [at.node];
  for (const [index, item] of items.entries()) {
    const path = at.node.is === 'list' ? [...at.path, index] : at.path;
    const settled = settle(known.evaluator, item, path);
    yield* ruleAt(settled?.node, {
      ...known,
      schema,
      on: logicalId,
      path: settled?.path ?? path,
      offset: at.node.is === 'list' ? item.start : entry.keyStart,
      name: {
        en: `${list} rule ${index + 1} of ${logicalId}`,
        ja: `${logicalId} の ${list} ルール ${index + 1}`,
      },
    });
  }
}

function* ruleAt(
  node: SyntaxNode | undefined,
  about: Known & {
    readonly schema: ObjectSchema;
    readonly on: string;
    readonly path: Path;
    readonly offset: number;
    readonly name: Words;
  },
): Generator<RuleObject> {
  // What a macro or a tool puts in is not seen.
  if (node?.is !== 'map' || callOf(node) !== undefined) return;
  if ([...node.entries.keys()].some((key) => key.includes('::'))) return;
  yield { ...about, node };
}

function faultOf({ rule, at, property, says }: RuleFault, effect: Words | undefined): TemplateFault {
  const entry = entryOf(at.node, property);
  return {
    rule,
    on: at.on,
    path: entry === undefined ? at.path : [...at.path, property],
    offset: entry?.keyStart ?? at.offset,
    property,
    message: {
      en: `${says.en}${effect === undefined ? '' : `; ${effect.en}`}`,
      ja: `${says.ja}${effect === undefined ? '' : `。${effect.ja}`}`,
    },
  };
}

function whyRefused({ name }: RuleObject, { about, fault }: Refusal): Words {
  if (fault === undefined)
    return {
      en: `AWS refuses ${name.en} without ${about.join(' and ')}`,
      ja: `${name.ja} に ${about.join(' と ')} がないため、AWS が受け付けません`,
    };
  return { en: `AWS refuses it: ${fault.says.en}`, ja: `AWS が受け付けません: ${fault.says.ja}` };
}
