import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { call, runCommand } from '../../core/commands';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Parameters:
  Office: { Type: String }
  Shared: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Igw: { Type: AWS::EC2::InternetGateway }
  Attach: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
${text}`,
  );

const offices = `
  Offices:
    Type: AWS::EC2::PrefixList
    Properties:
      PrefixListName: offices
      AddressFamily: IPv4
      MaxEntries: 5
      Entries:
        - { Cidr: 203.0.113.0/24, Description: Tokyo }
        - { Cidr: !Ref Office }
`;

test('a prefix list is drawn in the Region, outside every VPC, with its entries', () => {
  const { the, document } = read(offices);

  const list = the('prefix-list', 'Offices');
  expect(document.resources.get(list.parentId ?? '')?.kind).toBe('region');
  expect(list.props).toEqual({
    family: 'IPv4',
    maxEntries: 5,
    listName: 'offices',
    entries: {
      'entry-1': { cidr: '203.0.113.0/24', description: 'Tokyo' },
      'entry-2': { cidr: { unknown: expect.anything() }, description: '' },
    },
  });
});

test('a list that does not say how many entries it has room for has room for those it has', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-prefixlist.html
  const { the } = read(
    '  Six: { Type: AWS::EC2::PrefixList, Properties: { PrefixListName: Six, AddressFamily: IPv6, Entries: [{ Cidr: fd00::/8 }, { Cidr: 2001:db8::/32 }] } }',
  );

  expect(the('prefix-list', 'Six').props).toMatchObject({ family: 'IPv6', maxEntries: 2, listName: '' });
});

test.each(['!Ref Offices', '!GetAtt Offices.PrefixListId'])(
  'a route and a rule name the list by %s',
  (id) => {
    const { the } = read(`${offices}
  Route: { Type: AWS::EC2::Route, DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: ${id}, GatewayId: !Ref Igw } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: g
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: ${id} }]
      SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationPrefixListId: ${id} }]
`);

    const ref = the('prefix-list', 'Offices').id;
    const { inbound, outbound } = the('security-group', 'Group').props;
    expect(the('route-table', 'Table').props.routes['Route']?.destination).toEqual({ ref });
    expect(Object.values(inbound)[0]?.peer).toEqual({ ref });
    expect(Object.values(outbound)[0]?.peer).toEqual({ ref });
  },
);

test('a list that is named only likely is not known to be the one', () => {
  const { the } = read(`${offices}
  Route: { Type: AWS::EC2::Route, DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: !Ref Ofices, GatewayId: !Ref Igw } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: g
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: !Ref Ofices }]
`);

  const { inbound } = the('security-group', 'Group').props;
  const likely = { unknown: { en: expect.stringContaining('only likely') } };
  expect(the('route-table', 'Table').props.routes['Route']?.destination).toMatchObject(likely);
  expect(Object.values(inbound)[0]?.peer).toMatchObject(likely);
});

test('a list is nobody where a group is to be named, and a group is no list', () => {
  const { the } = read(`${offices}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: g
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref Offices }
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, SourcePrefixListId: !Ref Other }
  Other: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: o, VpcId: !Ref Vpc } }
`);

  const ids = Object.values(the('security-group', 'Group').props.inbound).map(({ peer }) => peer);
  expect(ids).toHaveLength(2);
  for (const peer of ids) expect(peer).not.toHaveProperty('ref');
});

test('a list that the template does not make stays unknown, and one of AWS’s own keeps its name', () => {
  const { the, document } = read(`
  A: { Type: AWS::EC2::Route, DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: !Ref Shared, GatewayId: !Ref Igw } }
  B: { Type: AWS::EC2::Route, DependsOn: Attach, Properties: { RouteTableId: !Ref Table, DestinationPrefixListId: pl-61a54008, GatewayId: !Ref Igw } }
`);

  const { routes } = the('route-table', 'Table').props;
  expect(routes['A']?.destination).toHaveProperty('unknown');
  expect(routes['B']?.destination).toBe('com.amazonaws.ap-northeast-1.s3');
  expect([...document.resources.values()].some(({ kind }) => kind === 'prefix-list')).toBe(false);
});

test('a name of the list that is not that of the resource stays when the resource is renamed', () => {
  const { document } = read(offices);

  const renamed = runCommand(
    { catalog },
    document,
    call('renameResource', { id: 'Offices', name: 'All offices' }),
  );
  const changed = runCommand(
    { catalog },
    renamed,
    call('setRow', {
      id: 'Offices',
      field: 'entries',
      row: 'entry-1',
      values: { cidr: '203.0.113.0/25' },
    }),
  );

  expect(exportTemplate(catalog, changed).template.Resources['Offices']?.Properties).toMatchObject({
    PrefixListName: 'offices',
    Entries: [{ Cidr: '203.0.113.0/25', Description: 'Tokyo' }, { Cidr: { Ref: 'Office' } }],
  });
});
