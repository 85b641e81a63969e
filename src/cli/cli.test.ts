import { describe, expect, it } from 'vitest';
import { catalog, rules } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import { fromSketch } from '../core/catalog/fromSketch';
import type { Sketch } from '../core/model/sketch';
import { arrow, box, sketch } from '../core/model/sketch';
import { maxTextLength, writeDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';
import { sound } from '../testing/soundTemplate';
import { verbs } from './verb';

const textOf = (drawn: Sketch): string => writeDiagram(catalog, fromSketch(catalog, drawn));

const anywhere = { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } as const;
const toIgw = { out: { destination: '0.0.0.0/0', target: 'Igw' } };

/** A public subnet that works: a server, a way out and a way in. */
const open = textOf(
  sketch(
    box(
      'vpc',
      'Vpc',
      {},
      box('internet-gateway', 'Igw'),
      box('route-table', 'Table', { routes: toIgw }),
      box('security-group', 'Group', { inbound: { https: anywhere } }),
      box(
        'subnet',
        'Public',
        { routeTable: 'Table', mapPublicIp: true },
        box('instance', 'Web', { securityGroups: { Group: true } }),
      ),
    ),
    box('internet', 'Internet'),
    arrow('Internet', 'Web'),
  ),
);

/** The same without the route. */
const closed = open.replace(/"routes": \{ "out": \{[^}]*\} \}/, '"routes": {}');

const template = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Block:
    Type: String
    Default: 10.0.0.0/24
Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  Subnet:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: !Ref Block
  Table:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref Subnet
      RouteTableId: !Ref Table
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: servers
      VpcId: !Ref Vpc
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: ami-0abcdef1234567890
      SubnetId: !Ref Subnet
      SecurityGroupIds: [!Ref Group]
      Tags: [{ Key: Name, Value: the server }]
`;

describe('check', () => {
  it('exits with 0 and says so when there is no error', async () => {
    const ran = await vpcanvas('check open.json', { 'open.json': open });

    expect(ran).toMatchObject({ status: 0, err: '' });
    expect(ran.out.split('\n')[0]).toBe('0 errors, 0 warnings, 0 advice; 1 of 1 expectation met');
    expect(ran.out).toContain('✓ Internet → Web  tcp 443  Reachable, as expected');
  });

  it('exits with 1 when a drawn flow does not get there, and says what blocks it', async () => {
    const ran = await vpcanvas('check closed.json --format json', { 'closed.json': closed });

    expect(ran.status).toBe(1);
    expect(ran.json).toMatchObject({
      expectations: [
        {
          flow: { from: 'Internet', to: 'Web', protocol: 'tcp', port: 443 },
          expected: 'reachable',
          verdict: 'blocked',
          message: expect.stringContaining('Should be reachable, but is blocked') as string,
          blockedBy: [{ direction: 'return', code: 'no-route', resource: 'Table' }],
        },
      ],
    });
  });

  it('answers JSON with exactly the keys of the contract', async () => {
    const { json } = await vpcanvas('check net.yaml --format json --param Block=10.0.0.0/33', {
      'net.yaml': template,
    });

    expect(Object.keys(json as object)).toEqual(['findings', 'expectations', 'summary']);
    expect(json).toMatchObject({
      findings: [
        {
          rule: 'cidr-invalid',
          severity: 'error',
          message: expect.stringContaining('10.0.0.0/33') as string,
          on: ['Subnet'],
          field: 'CidrBlock',
          file: 'net.yaml',
          line: 15,
          column: 7,
          fixes: [],
        },
      ],
      summary: { error: 1 },
    });
  });

  it('names the property at fault, with its line, for faults of a template and of the network it makes', async () => {
    const text = [
      'Resources:',
      '  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }',
      '  A:',
      '    Type: AWS::EC2::Subnet',
      '    DependsOn: Nowhere',
      '    Properties:',
      '      VpcId: !Ref Vpc',
      '      CidrBlock: 10.0.1.0/24',
      '  B:',
      '    Type: AWS::EC2::Subnet',
      '    Properties:',
      '      VpcId: !Ref Vcp',
      '      CidrBlock: 10.0.1.0/25',
      '  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }',
      '  Spare: { Type: AWS::EC2::RouteTable }',
      '  Route:',
      '    Type: AWS::EC2::Route',
      '    Properties:',
      '      RouteTableId: !Ref Table',
      '      NatGatewayId: !Ref Nat',
      '      DestinationCidrBlock: 10.0.0.0/33',
      '  Nat:',
      '    Type: AWS::EC2::NatGateway',
      '    Properties:',
      '      AllocationId: !GetAtt Eip.AllocationId',
      '      SubnetId: !Ref A',
      '  Eip: { Type: AWS::EC2::EIP }',
      '  Group:',
      '    Type: AWS::EC2::SecurityGroup',
      '    Properties:',
      '      GroupDescription: all',
      '      VpcId: !Ref Vpc',
      '      SecurityGroupIngress:',
      '        - IpProtocol: tcp',
      '          FromPort: 22',
      '          ToPort: 22',
      '          CidrIp: 0.0.0.0/0',
    ].join('\n');

    const { json } = await vpcanvas('check net.yaml --format json', { 'net.yaml': text });

    const { findings } = json as {
      readonly findings: readonly Record<'rule' | 'file' | 'line' | 'column' | 'field', unknown>[];
    };
    const places = findings.map(({ rule, file, line, column, field }) =>
      [rule, file, line, column, field].map(String).join(' '),
    );
    expect(places).toEqual(
      expect.arrayContaining([
        'template-dangling-reference net.yaml 5 5 DependsOn',
        'template-dangling-reference net.yaml 12 7 VpcId',
        'template-missing-property net.yaml 15 3 VpcId',
        'subnet-cidr-overlap net.yaml 13 7 CidrBlock',
        'cidr-invalid net.yaml 21 7 DestinationCidrBlock',
        'nat-gateway-without-internet-route net.yaml 26 7 SubnetId',
        'security-group-open-to-world net.yaml 37 11 CidrIp',
      ]),
    );
  });

  it('finds a fault of a template at its line and column', async () => {
    const broken = template.replace('SubnetId: !Ref Subnet\n      Sec', 'SubnetId: !Ref Sbunet\n      Sec');

    const { json, status } = await vpcanvas('check net.yaml --format json', { 'net.yaml': broken });

    expect(status).toBe(1);
    expect(json).toMatchObject({
      findings: [
        {
          severity: 'error',
          message: expect.stringContaining('did you mean “Subnet”?') as string,
          on: ['Server'],
          file: 'net.yaml',
          line: 34,
        },
      ],
    });
  });

  it('tells of the faults of the templates that a saved diagram came from, but for suppressed ones', async () => {
    const text = template.replace('SubnetId: !Ref Subnet\n      Sec', 'SubnetId: !Ref Sbunet\n      Sec');
    const { document, findings } = importTemplates(catalog, [{ name: 'net.yaml', text }]);
    const known = findings.map(({ key }) => [key, { finding: key, reason: 'known' }] as const);

    const ran = await vpcanvas('check net.json', { 'net.json': writeDiagram(catalog, document) });
    const quiet = await vpcanvas('check net.json', {
      'net.json': writeDiagram(catalog, { ...document, suppressions: new Map(known) }),
    });

    expect(ran.status).toBe(1);
    expect(ran.out).toContain('did you mean “Subnet”?');
    expect(quiet).toMatchObject({ status: 0, err: '' });
  });

  it('reports the expectations of a file, and fails by one of them', async () => {
    const flows = `
      - { from: Server, to: 'service:s3', expect: blocked }
      - { from: Server, to: 8.8.8.8, protocol: udp, port: 53 }`;

    const { json, status } = await vpcanvas('check net.yaml --expect flows.yaml --format json', {
      'net.yaml': template,
      'flows.yaml': flows,
    });

    expect(status).toBe(1);
    expect(json).toMatchObject({
      expectations: [
        {
          flow: { from: 'Server', to: 'service:s3', protocol: 'tcp', port: 443 },
          expected: 'blocked',
          verdict: 'blocked',
        },
        {
          flow: { from: 'Server', to: '8.8.8.8', protocol: 'udp', port: 53 },
          expected: 'reachable',
          verdict: 'blocked',
          blockedBy: [{ resource: 'Table', code: 'no-route', direction: 'forward' }],
        },
      ],
      summary: { error: 1 },
    });
  });

  it.each([
    ['from: Server', 'flows.yaml:1:1: the expectations should be a list'],
    ['- { from: Server }', 'flows.yaml:1:3: this expectation has no “to”'],
    [
      '- { from: Server, to: internet, expct: blocked }',
      'flows.yaml:1:33: an expectation has no “expct”; did you mean expect?',
    ],
    [
      '- { from: Server, to: internet, expect: maybe }',
      'flows.yaml:1:3: “expect” can be reachable or blocked',
    ],
    ['- { from: Sever, to: internet }', 'flows.yaml:1:3: There is no “Sever”; did you mean Server?'],
    ['- { from: Server, to: internet, port: 70000 }', 'flows.yaml:1:3: “70000” is no port'],
    ['- { from: [', 'flows.yaml:1:'],
  ])('refuses expectations that it cannot read: %s', async (flows, words) => {
    const ran = await vpcanvas('check net.yaml --expect flows.yaml', {
      'net.yaml': template,
      'flows.yaml': flows,
    });

    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(words);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('counts an expectation that somebody said is all right as nothing', async () => {
    const rule = [...rules.values()].find(({ expectation }) => expectation === true)?.id ?? '';
    const excused = closed.replace(
      '"suppressions": []',
      `"suppressions": [{ "finding": "${rule}:Internet→Web", "reason": "not yet" }]`,
    );

    const { json } = await vpcanvas('check closed.json --format json', { 'closed.json': excused });

    expect(json).toMatchObject({ expectations: [], summary: { error: 0 } });
  });

  it('tells what was repaired in a damaged diagram as findings', async () => {
    const damaged = open.replace('"w": 96', '"w": "wide"');

    const { json, status } = await vpcanvas('check d.json --format json', { 'd.json': damaged });

    expect(status).toBe(1);
    expect(json).toMatchObject({
      findings: [
        { rule: 'diagram-file', severity: 'error', file: 'd.json', line: expect.any(Number) as number },
      ],
    });
  });

  it('prints SARIF with a location and a rule for every result', async () => {
    const { json } = await vpcanvas('check net.yaml --format sarif --param Block=10.0.0.0/33', {
      'net.yaml': template,
    });

    expect(json).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'vpcanvas', rules: [{ id: 'cidr-invalid' }] } },
          results: [
            {
              ruleId: 'cidr-invalid',
              level: 'error',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'net.yaml' },
                    region: { startLine: 15, startColumn: 7 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('speaks Japanese when asked', async () => {
    const ran = await vpcanvas('check closed.json --lang ja', { 'closed.json': closed });

    expect(ran.out).toMatch(/^エラー \d+ 件、警告 \d+ 件、アドバイス \d+ 件。期待 1 件中 0 件が成立/);
  });

  it('shows control characters of a name as pictures, so that a file cannot steer the terminal', async () => {
    const hostile = closed.replaceAll(
      '"name": "Web"',
      JSON.stringify({ name: '\u001b[2J\u202eWeb' }).slice(1, -1),
    );

    const ran = await vpcanvas('check h.json', { 'h.json': hostile });

    expect(ran.out).toContain('␛[2J\ufffdWeb');
    expect(ran.out).not.toContain('\u001b');
  });
});

describe('trace', () => {
  it('exits with 0 when the flow and its reply get there', async () => {
    const ran = await vpcanvas('trace o.json --from internet --to Web', { 'o.json': open });

    expect(ran.status).toBe(0);
    expect(ran.out).toMatch(/^REACHABLE {2}internet → Web {2}tcp 443\n/);
    expect(ran.out).toContain('\nReply  ');
  });

  it('exits with 1 when it is blocked, and names the one to change first', async () => {
    const { status, json } = await vpcanvas('trace c.json --from Web --to internet --format json', {
      'c.json': closed,
    });

    expect(status).toBe(1);
    expect(json).toMatchObject({
      verdict: 'blocked',
      flow: { from: 'Web', to: 'internet', protocol: 'tcp', port: 443 },
      resolution: null,
      return: null,
      blockedBy: [
        {
          resource: 'Table',
          row: null,
          code: 'no-route',
          analyzerCode: 'NO_ROUTE_TO_DESTINATION',
          direction: 'forward',
        },
      ],
    });
  });

  it('calls what a template does not make by what the template calls it', async () => {
    const existing = `Parameters: { Network: { Type: 'AWS::EC2::VPC::Id' }, Other: { Type: 'AWS::EC2::VPC::Id' } }
${template.slice(template.indexOf('Resources:')).replaceAll('!Ref Vpc', '!Ref Network').replace('!Ref Block', '10.0.0.0/24')}
  Elsewhere: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Other, CidrBlock: 10.0.0.0/24 } }
`;
    const { json } = await vpcanvas('trace net.yaml --from Server --to 10.0.7.9 --format json', {
      'net.yaml': existing,
    });

    expect(JSON.stringify(json)).toContain('"Network"');
    expect(JSON.stringify(json)).not.toMatch(/"at":""|"net\.yaml:"|"resource":""/);
  });

  it('exits with 3 when nobody can say', async () => {
    const unknown = template.replace(
      'GroupDescription: servers',
      'GroupDescription: servers\n      SecurityGroupEgress: [{ IpProtocol: "-1", CidrIp: !ImportValue elsewhere }]',
    );
    const { status, json } = await vpcanvas(
      'trace net.yaml --from Server --to 10.0.0.9 --port 80 --format json',
      {
        'net.yaml': unknown,
      },
    );

    expect(status).toBe(3);
    expect(json).toMatchObject({ verdict: 'unknown' });
  });

  it.each([
    [
      'en',
      'VpcId of PublicSubnet is the text “VPC”, which is no id; that Vpc was meant is only likely',
      'Make VpcId of PublicSubnet refer to Vpc',
    ],
    [
      'ja',
      'PublicSubnet の VpcId が「VPC」という文字列です。ID ではありません。Vpc のことと思われますが、確実ではありません',
      'PublicSubnet の VpcId を Vpc への参照に修正',
    ],
  ])(
    'does not conclude from what a faulty reference likely meant, and says so in %s',
    async (lang, why, title) => {
      const net = sound.replace('VpcId: !Ref Vpc\n  PublicTable', 'VpcId: VPC\n  PublicTable');
      const files = { 'net.yaml': net };
      const ask = (port: number) =>
        vpcanvas(
          `trace net.yaml --from internet --to Web --port ${port} --lang ${lang} --format json`,
          files,
        );

      const { status, json } = await ask(443);
      const stopped = await ask(22);
      const checked = await vpcanvas(`check net.yaml --lang ${lang} --format json`, files);

      expect(status).toBe(3);
      expect(json).toMatchObject({ verdict: 'unknown', blockedBy: [], unknowns: [why], fixes: [] });
      expect(stopped).toMatchObject({ status: 1, json: { verdict: 'blocked', unknowns: [] } });
      expect(checked.status).toBe(1);
      const { findings } = checked.json as { findings: { rule: string }[] };
      expect(findings.filter(({ rule }) => rule.startsWith('template-'))).toMatchObject([
        {
          rule: 'template-literal-for-reference',
          severity: 'error',
          on: ['PublicSubnet'],
          field: 'VpcId',
          file: 'net.yaml',
          line: 16,
          column: 7,
          fixes: [{ title }],
        },
      ]);
    },
  );

  it('answers JSON with exactly the keys of the contract', async () => {
    const { json } = await vpcanvas('trace o.json --from Web --to service:s3 --format json', {
      'o.json': open,
    });
    const trace = json as Record<string, Record<string, Record<string, unknown>[]>>;

    expect(Object.keys(trace)).toEqual([
      'verdict',
      'flow',
      'resolution',
      'forward',
      'return',
      'blockedBy',
      'unknowns',
      'fixes',
    ]);
    expect(Object.keys(trace['resolution'] ?? {})).toEqual(['name', 'answers', 'because']);
    const [step = {}] = trace['forward']?.['steps'] ?? [];
    expect(Object.keys(step)).toEqual(['at', 'what', 'direction', 'verdict', 'because']);
    expect(Object.keys(step['because'] ?? {})).toEqual(['resource', 'row', 'says']);
  });

  it('calls the resources of a template by their logical IDs, and finds them by their names too', async () => {
    const byId = await vpcanvas('trace net.yaml --from Server --to internet --format json', {
      'net.yaml': template,
    });

    expect(byId.json).toMatchObject({
      forward: { steps: [{ at: 'Server' }, { at: 'Subnet' }, { at: 'Subnet' }] },
    });
  });

  it('names the row that is a resource of its own in the template', async () => {
    const routed = `${template}  Way:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  Igw: { Type: AWS::EC2::InternetGateway }
`;
    const { json } = await vpcanvas('trace net.yaml --from Server --to internet --format json', {
      'net.yaml': routed,
    });

    const { blockedBy } = json as { blockedBy: { resource: string; row: string }[] };
    expect(blockedBy[0]).toMatchObject({ resource: 'Table', row: 'Way: 0.0.0.0/0 → Igw' });
  });

  it('blames what AWS would refuse to create by the name the template has for it, and mends it in one way', async () => {
    const refused = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/20 } }
  Extra: { Type: AWS::EC2::VPCCidrBlock, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.99.0/24 } }
  B: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
  C: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.128/25 } }
  One: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref A } }
  Two: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref B } }
  Three: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref C } }
`;

    const outside = await vpcanvas('trace net.yaml --from Two --to One --format json', {
      'net.yaml': refused,
    });
    const overlapping = await vpcanvas('trace net.yaml --from Two --to Three --format json', {
      'net.yaml': refused,
    });

    expect([outside.status, overlapping.status]).toEqual([1, 1]);
    expect(outside.json).toMatchObject({
      forward: { steps: [{ at: 'One', because: { resource: 'Vpc', row: 'Extra: 10.0.0.0/16' } }] },
      blockedBy: [{ resource: 'Vpc', row: 'Extra: 10.0.0.0/16', code: 'cannot-be-created' }],
    });
    expect(overlapping.json).toMatchObject({
      blockedBy: [{ resource: 'C', code: 'cannot-be-created', analyzerCode: 'BAD_STATE' }],
      fixes: [{ title: 'Change the CIDR block of C to 10.0.0.0/25' }],
    });
  });

  it('proposes a change only when it lets the flow through', async () => {
    const { json } = await vpcanvas('trace c.json --from Web --to internet --format json', {
      'c.json': closed,
    });
    const { fixes } = json as { fixes: { title: string; blocks: number[] }[] };

    for (const { blocks } of fixes) expect(blocks).toEqual([0]);
  });

  it.each([
    ['--to Web', 'trace needs --from A'],
    ['--from Web', 'trace needs --to B'],
    ['--from Wbe --to internet', 'There is no “Wbe”; did you mean Web?'],
    ['--from Nowhere --to internet', 'There is no “Nowhere”. Name one of '],
    ['--from Table --to internet', '“Table” neither sends nor receives traffic'],
    ['--from Web --to 10.0.0.0/16', 'is a block of addresses'],
    ['--from Web --to 10.0.0.256', '“10.0.0.256” in “10.0.0.256” is no IP address'],
    ['--from Web@10.0.0.010 --to internet', 'did you mean 10.0.0.10?'],
    ['--from service:s3 --to Web', 'Traffic cannot start at “service:s3”'],
    ['--from Web --to internet --port 0', '“0” is no port'],
    [
      '--from Web --to internet --protocol sctp',
      '--protocol cannot be “sctp”; it can be: tcp, udp, icmp, any',
    ],
    ['--from Web --to internet --protocol icmp --port 8', 'ICMP has no ports'],
    ['--from Web --to internet --porrt 8', 'There is no option --porrt; did you mean --port?'],
    ['--from Web --from Web --to internet', '--from is given twice'],
    ['--from', '--from needs a value'],
  ])('refuses a question without meaning in one line: %s', async (options, words) => {
    const ran = await vpcanvas(`trace o.json ${options}`, { 'o.json': open });

    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(words);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('asks which one is meant when two have the name', async () => {
    const twins = textOf(
      sketch(box('vpc', 'Vpc', {}, box('subnet', 'Net', {}, box('instance', 'One'), box('instance', 'Two')))),
    ).replaceAll(/"name": "(?:One|Two)"/g, '"name": "Twin"');

    const ran = await vpcanvas('trace t.json --from Twin --to internet', { 't.json': twins });
    const byId = await vpcanvas('trace t.json --from One --to internet', { 't.json': twins });

    expect(ran.err).toContain('Several resources are called “Twin”; say which by its id: One, Two');
    expect(byId.status).toBe(1);
  });

  it('tells the logical IDs of two files apart by the name of the file', async () => {
    const ran = await vpcanvas('trace a/x.yaml b/y.yaml --from y.yaml:Server --to internet --format json', {
      'a/x.yaml': template,
      'b/y.yaml': template,
    });

    expect(ran.json).toMatchObject({ blockedBy: [{ resource: 'y.yaml:Table' }] });
  });
});

describe('export', () => {
  it('writes a template to standard output, in YAML or JSON', async () => {
    const yaml = await vpcanvas('export o.json --to cloudformation', { 'o.json': open });
    const json = await vpcanvas('export o.json --to cloudformation-json', { 'o.json': open });

    expect(yaml).toMatchObject({ status: 0, err: '' });
    expect(yaml.out).toMatch(/^AWSTemplateFormatVersion: /);
    expect(json.json).toMatchObject({ Resources: { Vpc: { Type: 'AWS::EC2::VPC' } } });
  });

  it('writes a template that says of the network what the diagram says', async () => {
    const { out } = await vpcanvas('export o.json --to cloudformation', { 'o.json': open });

    const traced = await vpcanvas('trace back.yaml --from internet --to Web', { 'back.yaml': out });

    expect(traced.status).toBe(0);
  });

  it('replaces a file whole, and leaves standard output empty', async () => {
    const ran = await vpcanvas('export o.json --to cloudformation -o net.yaml', { 'o.json': open });

    expect(ran).toMatchObject({ status: 0, out: '' });
    expect(ran.written.get('net.yaml')).toContain('AWS::EC2::VPC');
  });

  it('says so in one line when the file cannot be written', async () => {
    const ran = await vpcanvas('export o.json --to cloudformation -o /forbidden/net.yaml', {
      'o.json': open,
    });

    expect(ran.status).toBe(2);
    expect(ran.err).toMatch(
      /^vpcanvas: \/forbidden\/net\.yaml: cannot be written, and was left as it was: .*\n$/,
    );
  });

  it('writes several templates into a folder, and asks for one', async () => {
    const files = { 'x.yaml': template, 'y.yaml': template };
    const ran = await vpcanvas('export x.yaml y.yaml --to cloudformation -o out', files);
    const asked = await vpcanvas('export x.yaml y.yaml --to cloudformation', files);

    expect([...ran.written.keys()]).toEqual(['out/x.yaml', 'out/y.yaml']);
    expect(asked).toMatchObject({ status: 2, out: '' });
    expect(asked.err).toContain('name a folder for them with -o');
  });

  it('writes templates of one name from two folders side by side', async () => {
    const files = { 'one/net.yaml': template, 'two/net.yaml': template };

    const ran = await vpcanvas('export one/net.yaml two/net.yaml --to cloudformation -o out', files);

    expect([...ran.written.keys()]).toEqual(['out/net.yaml', 'out/net-2.yaml']);
  });

  it('says which formats there are', async () => {
    expect((await vpcanvas('export o.json --to visio', { 'o.json': open })).err).toContain(
      'There is no format “visio”; there are: cloudformation, cloudformation-json',
    );
    expect((await vpcanvas('export o.json', { 'o.json': open })).status).toBe(2);
  });
});

describe('rules', () => {
  it('lists every rule, and explains one', async () => {
    const list = await vpcanvas('rules');
    const one = await vpcanvas('rules cidr-invalid --format json');

    for (const id of [...rules.keys(), 'template-dangling-reference', 'diagram-file'])
      expect(list.out).toContain(id);
    expect(one.json).toMatchObject({ id: 'cidr-invalid', severity: 'error' });
  });

  it('guesses what was meant', async () => {
    expect(await vpcanvas('rules cidr-invalud')).toMatchObject({
      status: 2,
      err: 'vpcanvas: There is no rule “cidr-invalud”; did you mean cidr-invalid?\n',
    });
  });
});

describe('input', () => {
  it('is known by its content, whatever the file is called', async () => {
    expect((await vpcanvas('check x.txt', { 'x.txt': open })).status).toBe(0);
    expect((await vpcanvas('trace x.txt --from Server --to internet', { 'x.txt': template })).status).toBe(1);
  });

  it('is read from standard input for “-”', async () => {
    expect((await vpcanvas('check -', { '-': open })).status).toBe(0);
  });

  it('may be UTF-16, as some editors save it', async () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${open}`, 'utf16le'));

    expect((await vpcanvas('check u.json', { 'u.json': bytes })).status).toBe(0);
  });

  it('may be several files, which make one diagram', async () => {
    const ran = await vpcanvas('trace o.json net.yaml --from Server --to Web --format json', {
      'o.json': open,
      'net.yaml': template,
    });

    expect(ran.status).toBe(1);
    expect(ran.json).toMatchObject({ flow: { from: 'Server', to: 'Web' } });
  });

  it.each<[string, string, Record<string, string | Uint8Array | { readonly code: string }>]>([
    ['nowhere.json', 'nowhere.json: there is no such file', {}],
    ['folder', 'folder: this is a folder', { folder: { code: 'EISDIR' } }],
    ['secret', 'secret: the file may not be read', { secret: { code: 'EACCES' } }],
    ['- -', 'Standard input (“-”) can be read only once', { '-': '' }],
    ['e.json', 'e.json: The file is empty', { 'e.json': '' }],
    ['n.json', 'n.json: This is neither a vpcanvas diagram', { 'n.json': '{"name": 1}' }],
    ['j.json', 'j.json:2:10: The file is not valid JSON', { 'j.json': '{"vpcanvas": 1,\n "name": nope}' }],
    [
      't.json',
      't.json:1:300: The file ends in the middle',
      { 't.json': open.replaceAll('\n', ' ').slice(0, 299) },
    ],
    ['v.json', 'v.json: This diagram was saved by a newer vpcanvas', { 'v.json': '{"vpcanvas": 99}' }],
    ['y.yaml', 'y.yaml:4:1: ', { 'y.yaml': 'Resources:\n  Vpc:\n   Type: "AWS\n' }],
    ['big.json', 'big.json: the file is larger than 20 MB', { 'big.json': new Uint8Array(maxTextLength) }],
    ['', 'No FILE was named', {}],
    ['o.json --param A=1', '--param sets a parameter of a template', { 'o.json': open }],
    ['net.yaml --param A', '--param takes NAME=VALUE', { 'net.yaml': template }],
    [
      'net.yaml --param Blok=1',
      'no template has a parameter “Blok”; did you mean “Block”?',
      { 'net.yaml': template },
    ],
  ])('that is none is refused in one line: check %s', async (args, words, files) => {
    const ran = await vpcanvas(`check ${args}`, files);

    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain(words);
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['net.yaml', 'Resources:\n\tVpc:\n', 'net.yaml:2:1: a tab is used'],
    ['net.json', '{"Resources": {"A": 1,}}', 'net.json:1:23: “}” stands where'],
    ['net.yaml', 'AWSTemplateFormatVersion: 2010-09-09\n', 'net.yaml:1:1: there is no Resources section'],
    ['d.json', '{"vpcanvas": 1,\n "name": nope}', 'd.json:2:10: The file is not valid JSON: a value'],
    ['d.json', '{"vpcanvas": 1,\n "name"', 'd.json:2:8: The file ends in the middle: it was'],
  ])('that does not parse is told with its file and place once: %s %j', async (name, text, line) => {
    const { status, err } = await vpcanvas(`check ${name}`, { [name]: text });

    expect(status).toBe(2);
    expect(err.startsWith(`vpcanvas: ${line}`)).toBe(true);
    expect(err.split(name)).toHaveLength(2);
    expect(err).not.toMatch(/line \d|column \d/);
  });

  it.each([
    ['Count=many', 'net.yaml:2:3: the parameter Count cannot be “many”: it takes a number (few of them)'],
    ['Count=9', 'net.yaml:2:3: the parameter Count cannot be “9”: it must be at most 3 (few of them)'],
    ['Env=prod', 'net.yaml:3:3: the parameter Env cannot be “prod”: it must be one of dev, test'],
    ['Secret=abc', 'net.yaml:4:3: the parameter Secret cannot be “…”: it must have at least 4 characters'],
    ['Cuont=1', 'no template has a parameter “Cuont”; did you mean “Count”?'],
    ['Other=1', 'no template has a parameter “Other”; there are: Count, Env, Secret'],
  ])('takes no value that CloudFormation would not take: %s', async (given, line) => {
    const net = `Parameters:
  Count: { Type: Number, MaxValue: 3, ConstraintDescription: few of them }
  Env: { Type: String, AllowedValues: [dev, test] }
  Secret: { Type: String, NoEcho: true, MinLength: 4 }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
`;

    for (const verb of ['check', 'trace', 'export']) {
      const rest =
        verb === 'trace' ? '--from internet --to 10.0.0.1' : verb === 'export' ? '--to cloudformation' : '';
      const { status, out, err } = await vpcanvas(`${verb} net.yaml --param ${given} ${rest}`, {
        'net.yaml': net,
      });

      expect({ status, out, err }).toEqual({ status: 2, out: '', err: `vpcanvas: ${line}\n` });
    }
    const japanese = await vpcanvas(`check net.yaml --lang ja --param ${given}`, { 'net.yaml': net });
    expect(japanese.err).toMatch(/パラメータ.*「.*」/);
  });

  it('is placed in another Region when asked', async () => {
    const { json } = await vpcanvas(
      'trace o.json --from Web --to service:s3 --format json --region eu-west-1',
      {
        'o.json': open,
      },
    );

    expect(json).toMatchObject({ resolution: { name: 's3.eu-west-1.amazonaws.com' } });
  });
});

describe('help', () => {
  it('lists every verb, and tells of each its options and exit statuses', async () => {
    const { out, status } = await vpcanvas('--help');

    expect(status).toBe(0);
    for (const { name } of verbs) {
      expect(out).toContain(`  ${name} `);
      for (const language of ['en', 'ja']) {
        const one = await vpcanvas(`${name} --help --lang ${language}`);
        expect(one.status).toBe(0);
        expect(one.out).toContain('--lang en|ja');
      }
    }
  });

  it('is shown on standard error when no verb is given, which is no answer', async () => {
    expect(await vpcanvas('')).toMatchObject({ status: 2, out: '' });
  });

  it('says which verbs there are when there is none of that name', async () => {
    expect(await vpcanvas('verify x')).toMatchObject({
      status: 2,
      err: `vpcanvas: There is no verb “verify”; there are: ${verbs.map(({ name }) => name).join(', ')}\n`,
    });
  });
});
