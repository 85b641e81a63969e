import { describe, expect, it } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch } from '../core/model/sketch';
import { writeDiagram } from '../core/store/diagramFile';
import { vpcanvas } from '../testing/commandLine';

const anywhere = { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' } as const;
const own = { protocol: 'tcp', fromPort: 8000, toPort: 8080, peer: '10.0.0.0/16' } as const;

/** Two servers alike that the internet reaches, a database that they reach, and a bucket. */
const diagram = writeDiagram(
  catalog,
  fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('internet-gateway', 'Igw'),
        box('route-table', 'Table', { routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } } }),
        box('security-group', 'Front', { inbound: { https: anywhere } }),
        box('security-group', 'Back', { inbound: { own } }),
        box('gateway-endpoint', 'S3Way', { service: 's3', routeTables: {} }),
        box(
          'subnet',
          'Public',
          { cidr: '10.0.1.0/24', routeTable: 'Table' },
          box('instance', 'Web1', { securityGroups: { Front: true }, publicIp: 'yes' }),
          box('instance', 'Web2', { securityGroups: { Front: true }, publicIp: 'yes' }),
        ),
        box(
          'subnet',
          'Private',
          { cidr: '10.0.2.0/24' },
          box('instance', 'Db', { securityGroups: { Back: true } }),
        ),
      ),
    ),
  ),
);

const provider = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties: { CidrBlock: 10.0.0.0/16 }
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 }
Outputs:
  Subnet:
    Value: !Ref Subnet
    Export: { Name: shared-subnet }
`;
const consumer = `Parameters:
  Port: { Type: Number }
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: servers
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/16 }]
  One:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !ImportValue shared-subnet }
  Two:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !ImportValue shared-subnet }
`;

const ask = (options = '') => vpcanvas(`matrix net.json ${options}`, { 'net.json': diagram });

interface Answer {
  readonly ends: readonly { readonly name: string; readonly is: string; readonly group: number }[];
  readonly rows: readonly { readonly from: unknown; readonly to: unknown; readonly reachable: unknown }[];
  readonly unknowns: readonly string[];
}

describe('matrix', () => {
  it('lists every pair that is not blocked with the ports that pass', async () => {
    const { status, json } = await ask('--format json');
    const { ends, rows, unknowns } = json as Answer;

    expect(status).toBe(0);
    expect(ends.map(({ name, is }) => `${is} ${name}`)).toEqual([
      'internet internet',
      'workload Web1',
      'workload Web2',
      'workload Db',
      'service service:s3',
    ]);
    expect(rows).toContainEqual({
      from: 'Web2',
      to: 'Db',
      reachable: [{ protocol: 'tcp', ports: [[8000, 8080]] }],
      unknown: [],
    });
    expect(rows).toContainEqual({
      from: 'internet',
      to: 'Web1',
      reachable: [{ protocol: 'tcp', ports: [[443, 443]] }],
      unknown: [],
    });
    expect(
      rows.some(({ from, to }) => from === to || (from === 'Db' && to !== 'Web1' && to !== 'Web2')),
    ).toBe(false);
    expect(unknowns.length).toBeGreaterThan(0);
  });

  it('says of each pair what trace says', async () => {
    const { rows } = (await ask('--format json --port 443 --protocol tcp')).json as Answer;
    for (const from of ['Web1', 'Web2', 'Db', 'internet'])
      for (const to of ['Web1', 'Web2', 'Db', 'internet', 'service:s3']) {
        if (from === to) continue;
        const traced = await vpcanvas(`trace net.json --from ${from} --to ${to}`, { 'net.json': diagram });

        expect(rows.some((row) => row.from === from && row.to === to)).toBe(traced.status === 0);
      }
  });

  it('puts those that are alike into one row when asked to', async () => {
    const { rows } = (await ask('--format json --grouped --to Db')).json as Answer;

    expect(rows.map(({ from, to }) => ({ from, to }))).toEqual([{ from: ['Web1', 'Web2'], to: ['Db'] }]);
  });

  it('prints for people who reaches whom, those that are alike together, and who reaches nothing', async () => {
    const { out } = await ask('--from Web1 --from Web2 --from Db');

    expect(out).toMatch(
      /^Web1, Web2\n {2}→ {2}internet {5}all TCP, UDP and ICMP\n {2}→ {2}one another {2}TCP 443\n/,
    );
    expect((await ask('--from Db --port 22')).out).toContain('Reaches nothing here: Db');
  });

  it('speaks Japanese', async () => {
    const { out } = await ask('--lang ja --from Web1 --from Web2');

    expect(out).toContain('TCP・UDP・ICMP のすべて');
    expect(out).toContain('相互');
  });

  it('shows only the protocol and the port that are asked for', async () => {
    expect((await ask('--port 8001 --from Web1 --to Db')).out).toContain('→  Db  TCP 8001');
    expect((await ask('--port 22 --from Web1 --to Db')).out).toContain('Reaches nothing here: Web1');
    expect((await ask('--protocol icmp --from Web1 --to internet')).out).toContain('→  internet  ICMP');
  });

  it('joins several templates, and says unknown where a parameter has no value', async () => {
    const files = {
      'a.yaml': provider,
      'b.yaml': consumer.replaceAll('Properties: { Im', 'Properties: { SecurityGroupIds: [!Ref Group], Im'),
    };
    const open = (await vpcanvas('matrix a.yaml b.yaml --format json --from One --to Two', files)).json;
    const given = (
      await vpcanvas('matrix a.yaml b.yaml --format json --from One --to Two --param Port=22', files)
    ).json;

    expect(open).toMatchObject({
      rows: [{ from: 'One', to: 'Two', reachable: [], unknown: [{ protocol: 'tcp', ports: [[0, 65535]] }] }],
    });
    expect(given).toMatchObject({
      rows: [{ from: 'One', to: 'Two', reachable: [{ protocol: 'tcp', ports: [[22, 22]] }], unknown: [] }],
    });
  });

  it('answers a design without workloads, and JSON of nothing is JSON', async () => {
    const empty = writeDiagram(
      catalog,
      fromSketch(catalog, sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }))),
    );
    const { status, json } = await vpcanvas('matrix net.json --format json', { 'net.json': empty });

    expect(status).toBe(0);
    expect(json).toMatchObject({ ends: [{ name: 'internet' }], rows: [] });
    expect((await vpcanvas('matrix net.json', { 'net.json': empty })).out).toContain('no workload');
  });

  it.each([
    ['--from Igw', 'neither sends nor receives'],
    ['--from Web9', 'did you mean Web1?'],
    ['--from service:s3', 'only answers; name it with --to'],
    ['--to 8.8.8.8', 'not in the matrix'],
    ['--port http', 'is no port'],
    ['--what-if Igv', 'did you mean Igw?'],
    ['--what-if Igw --from Web1', 'leave out --from'],
    ['--what-if zone:x', 'to ask about'],
    ['--protocol icmp --port 80', 'ICMP has no ports'],
  ])('refuses %s in one line', async (options, says) => {
    const { status, err, out } = await ask(options);

    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(says);
  });

  it('tells what a missing gateway, a route that is gone, or nothing at all would cost', async () => {
    const { out } = await ask('--what-if Igw');
    const { json } = await vpcanvas('matrix net.json --what-if route:Table:0.0.0.0/0 --format json', {
      'net.json': diagram,
    });

    expect(out).toContain('Igw is gone');
    expect(out).toMatch(/Pairs that lose their path: \d+/);
    expect(out).toMatch(/✗ {2}internet → Web1, Web2 +TCP 443/);
    expect(json).toMatchObject({ gone: [], doubtful: 0, won: 0 });
    expect((json as Answer).rows).toContainEqual({
      from: ['Web1', 'Web2'],
      to: ['internet'],
      lost: [
        { protocol: 'tcp', ports: [[0, 65535]] },
        { protocol: 'udp', ports: [[0, 65535]] },
        { protocol: 'icmp', ports: null },
      ],
      doubtful: [],
      won: [],
    });
    expect((await ask('--what-if S3Way')).out).toContain('Nothing changes');
    expect((await ask('--what-if S3Way --lang ja')).out).toContain('影響はありません');
  });

  it('has help', async () => {
    const { status, out } = await vpcanvas('matrix --help');

    expect(status).toBe(0);
    for (const text of ['--from', '--to', '--grouped', 'rows:']) expect(out).toContain(text);
  });
});
