import { describe, expect, it } from 'vitest';
import { vpcanvas } from '../testing/commandLine';

const template = ({ subnet = 'Public', from = '0.0.0.0/0', more = '' } = {}): string => `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Public: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: true } }
  Private: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.2.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Out:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw }
  Use: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Public, RouteTableId: !Ref Table } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: ${from} }]
  Web:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref ${subnet}, SecurityGroupIds: [!Ref Group] }
${more}`;

const diff = (after: string, options = '') =>
  vpcanvas(`diff old.yaml new.yaml ${options}`, { 'old.yaml': template(), 'new.yaml': after });

describe('diff', () => {
  it('finds the same network where only the text is another, and exits with 0', async () => {
    const { status, out } = await diff(template().replaceAll('  Web:', '  # the server\n  Web:'));

    expect(status).toBe(0);
    expect(out).toBe('The same network.\n');
  });

  it('names a rule that was changed, and the connection that it closed', async () => {
    const { status, out } = await diff(template({ from: '10.0.0.0/8' }));

    expect(status).toBe(1);
    expect(out).toContain(
      'Inbound rules: Protocol TCP, Port 443, Source 0.0.0.0/0 → Protocol TCP, Port 443, Source 10.0.0.0/8',
    );
    expect(out).toMatch(/Connections closed: 1\n\s+-\s+internet → Web\s+TCP 443/);
    expect(out).not.toContain('opened');
  });

  it('tells the same as data', async () => {
    const bastion = `  Bastion:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-0abcdef1234567890, SubnetId: !Ref Public, SecurityGroupIds: [!Ref Group] }
`;
    const { json } = await diff(template({ subnet: 'Private', more: bastion }), '--format json');

    expect(json).toMatchObject({
      same: false,
      resources: [
        { change: 'added', resource: 'Bastion', kind: 'instance', says: 'in Public' },
        { change: 'moved', resource: 'Web', says: 'moved from Public to Private' },
      ],
      region: null,
    });
    expect(json).toHaveProperty(
      'opened',
      expect.arrayContaining([
        { from: ['internet'], to: ['Bastion'], ports: [{ protocol: 'tcp', ports: [[443, 443]] }] },
      ]),
    );
    expect(json).toHaveProperty(
      'closed',
      expect.arrayContaining([
        { from: ['internet'], to: ['Web'], ports: [{ protocol: 'tcp', ports: [[443, 443]] }] },
      ]),
    );
  });

  it('compares a template with the diagram that was made of it', async () => {
    const { written } = await vpcanvas('import old.yaml -o old.json', { 'old.yaml': template() });
    const files = { 'old.json': written.get('old.json') ?? '', 'new.yaml': template({ subnet: 'Private' }) };

    const { out } = await vpcanvas('diff old.json new.yaml --lang ja', files);

    expect(out).toContain('Public から Private へ移動');
    expect(out).toMatch(/閉じた通信: \d/);
  });

  it('takes exactly two files, and standard input once', async () => {
    const one = await vpcanvas('diff old.yaml', { 'old.yaml': template() });
    const twice = await vpcanvas('diff - -', { '-': template() });

    expect(one).toMatchObject({ status: 2, out: '' });
    expect(one.err).toContain('two FILEs');
    expect(twice).toMatchObject({ status: 2, out: '' });
    expect(twice.err).toContain('only once');
  });
});
