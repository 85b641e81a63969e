import { describe, expect, it } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { vpcanvas } from '../testing/commandLine';
import { closed, open, template, textOf } from '../testing/commandLineFiles';
import { sound } from '../testing/soundTemplate';

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
