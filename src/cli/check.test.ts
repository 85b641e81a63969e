import { describe, expect, it } from 'vitest';
import { catalog, rules } from '../aws';
import { importTemplates } from '../core/cfn/importTemplates';
import { writeDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';
import { closed, open, template } from '../testing/commandLineFiles';

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
