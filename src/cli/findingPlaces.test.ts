/** Every finding about a design that came from a template says where in it the fault stands. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { templateAnswers } from './openTemplates';
import { fromSketch } from '../core/catalog/fromSketch';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { importTemplates } from '../core/cfn/importTemplates';
import { templateText } from '../core/cfn/templateText';
import { validate } from '../core/rules/validate';
import type { Rule } from '../core/rules/rule';
import type { Sketch } from '../core/model/sketch';

interface Placed {
  readonly rule: string;
  readonly field: string | undefined;
  /** The text of the template from the finding's place on, to the end of the line. */
  readonly at: string | undefined;
}

/** The text of the resource up to the end of the line of a place in it. */
function resourceUpTo(text: string, at: string): string {
  const lines = text.split('\n');
  const last = lines.findIndex((line) => line.includes(at));
  const first = lines.slice(0, last + 1).findLastIndex((line) => /^ {2}\w+:/.test(line));
  return lines.slice(first, last + 1).join('\n');
}

/** What a rule finds in a template, and where. */
function placed(text: string, { id }: Pick<Rule, 'id'>, region?: string): Placed[] {
  const { document, findings } = importTemplates(
    catalog,
    [{ name: 'net.yaml', text }],
    region === undefined ? {} : { region },
  );
  const answers = templateAnswers(document, document);
  return validate(catalog, rules, document, findings)
    .findings.filter(({ rule }) => rule === id)
    .map((finding) => {
      const place = answers.placeOf(finding);
      const line = place === undefined ? undefined : text.split('\n')[(place.line ?? 0) - 1];
      expect(place?.file).toBe(place === undefined ? undefined : 'net.yaml');
      return {
        rule: finding.rule,
        field: answers.propertyOf(finding),
        at: line?.slice((place?.column ?? 1) - 1),
      };
    });
}

function templateOf(sketch: Sketch): { readonly text: string; readonly region: string } {
  const document = fromSketch(catalog, sketch);
  return {
    text: templateText(exportTemplate(catalog, document).template, 'yaml').text,
    region: document.settings.region,
  };
}

const examples = [...rules.values()].flatMap((rule) =>
  rule.examples.bad.map((sketch) => ({ rule, ...templateOf(sketch) })),
);

test.each(examples)('$rule.id says where in a template its bad example stands', ({ rule, text, region }) => {
  for (const { field, at } of placed(text, rule, region)) {
    // A property, the item of a list, or the resource as a whole.
    expect(at).toMatch(/^(?:\w+:|- )/);
    // It may stand at a value within the property.
    if (field !== undefined && at?.startsWith('- ') === false && !/^[A-Z]\w*:$/.test(at))
      expect(resourceUpTo(text, at)).toContain(`${field}:`);
  }
});

/** Bad examples that no template says, or that are faults of the template itself when it is read. */
const inDiagramsOnly = new Set([
  // Flows, scopes and their expectations.
  'endpoint-in-other-vpc',
  'endpoint-serves-other-service',
  'flow-blocked',
  'flow-not-blocked',
  'flow-undecided',
  'scope-not-as-expected',
  'scope-reaches-internet',
  'service-traffic-through-nat',
  // Half of a reference is not written; what refers to nothing is told of as `template-dangling-reference`.
  'dangling-reference',
  'misplaced-resource',
  'route-target-gone',
  // A hosted zone without VPCs is a public one in a template.
  'hosted-zone-without-vpc',
  // Links and accounts of endpoints are said in the diagram.
  'endpoint-account-not-allowed',
  'endpoint-service-not-linked',
  'flow-port-without-listener',
  // What a template must say of load balancers is told of as a missing property.
  'listener-without-target-group',
  'load-balancer-without-subnet',
  // CloudFormation makes no main route table.
  'second-main-route-table',
  // Pictures are no part of a template.
  'picture-unreadable',
  // A template is of one Region.
  'prefix-list-other-region',
  'transit-attachment-other-region',
  // A template asks for a transit gateway that is not chosen, and for the ends of a VPN connection.
  'transit-gateway-not-chosen',
  'vpn-connection-incomplete',
  // An output names the resource, so something else may use it.
  'target-group-without-listener',
  'unused-resource',
]);

test('every rule but those about diagrams alone is found in its example as a template', () => {
  const found = new Set(
    examples.flatMap(({ rule, text, region }) => placed(text, rule, region).map((each) => each.rule)),
  );

  expect([...rules.keys()].filter((id) => !found.has(id) && !inDiagramsOnly.has(id))).toEqual([]);
  expect([...inDiagramsOnly].filter((id) => found.has(id) || !rules.has(id))).toEqual([]);
});

const network = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;

describe('in templates that no diagram is written as', () => {
  test('a zone of another Region stands at the first subnet that names it', () => {
    const subnet = (id: string, number: number, zone: string): string => `  ${id}:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.${number}.0/24
      AvailabilityZone: ${zone}
`;
    const text = `${network}${subnet('A', 0, 'ap-northeast-1a')}${subnet('B', 1, 'us-east-1b')}${subnet('C', 2, 'us-east-1b')}`;
    const { document, findings } = importTemplates(catalog, [{ name: 'net.yaml', text }]);

    const [finding, ...more] = validate(catalog, rules, document, findings).findings;

    expect(more).toEqual([]);
    expect(finding?.message.en).toMatch(/^B and C are in us-east-1b, which is not a zone of ap-northeast-1/);
    expect(finding?.on.slice(1)).toEqual(['B', 'C']);
    expect(placed(text, { id: 'zone-not-in-region' })).toEqual([
      { rule: 'zone-not-in-region', field: 'AvailabilityZone', at: 'AvailabilityZone: us-east-1b' },
    ]);
    expect(templateAnswers(document, document).placeOf(finding as never)).toMatchObject({
      line: 14,
      column: 7,
    });
  });

  test('a zone that a parameter gives stands where the parameter is used', () => {
    const text = `Parameters: { Zone: { Type: String, Default: eu-west-1a } }
${network}  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 10.0.0.0/24
      AvailabilityZone: !Ref Zone
  B:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: ap-northeast-1a }
`;

    expect(placed(text, { id: 'zone-not-in-region' })).toEqual([
      { rule: 'zone-not-in-region', field: 'AvailabilityZone', at: 'AvailabilityZone: !Ref Zone' },
    ]);
  });

  test('a route without a target stands at its resource', () => {
    const text = `${network}  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Lost:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16 }
`;

    expect(placed(text, { id: 'route-target-gone' })).toEqual([
      { rule: 'route-target-gone', field: 'GatewayId', at: 'Lost:' },
    ]);
  });

  test('what nothing uses stands at its resource', () => {
    const text = `${network}  Idle: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
`;

    expect(placed(text, { id: 'unused-resource' })).toEqual([
      {
        rule: 'unused-resource',
        field: undefined,
        at: 'Idle: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }',
      },
    ]);
  });

  test('a fault of a table as a whole stands at its property, and at the resource where its rows are resources', () => {
    const items = Array.from(
      { length: 61 },
      (_, port) => `        - { IpProtocol: tcp, FromPort: ${port}, ToPort: ${port}, CidrIp: 10.0.0.0/16 }`,
    );
    const text = `${network}  Wide:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: wide
      VpcId: !Ref Vpc
      SecurityGroupIngress:
${items.join('\n')}
  Acl: { Type: AWS::EC2::NetworkAcl, Properties: { VpcId: !Ref Vpc } }
  In:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: { From: 443, To: 443 } }
  Out:
    Type: AWS::EC2::NetworkAclEntry
    Properties: { NetworkAclId: !Ref Acl, Egress: true, RuleNumber: 100, Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: { From: 443, To: 443 } }
`;

    expect(placed(text, { id: 'quota-exceeded' })).toEqual([
      { rule: 'quota-exceeded', field: 'SecurityGroupIngress', at: 'SecurityGroupIngress:' },
    ]);
    const replies = placed(text, { id: 'network-acl-blocks-replies' });
    expect(replies.length).toBeGreaterThan(0);
    for (const { at } of replies) expect(at).toMatch(/^Acl: /);
  });
});
