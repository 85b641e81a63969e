import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { importTemplates } from '../../core/cfn/importTemplates';
import { readBackTemplates, writtenTemplates } from '../../core/cfn/readBack';
import { differences } from '../../core/proof/differences';
import { known } from '../../core/model/value';
import { arrow, box, sketch } from '../../core/model/sketch';
import { overlaps } from '../../lib/rect';
import { testEditor, type TestEditor } from '../../testing/testEditor';
import { actionById } from '../actions';
import { createEditor } from '../editor';
import { duplicateToOtherZone } from './zoneCopy';

const zone = 'ap-northeast-1a';

/** A public and a private subnet of one zone, with a NAT gateway, an endpoint, a load balancer and its target group. */
const network = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16', ipv6: true },
          box('internet-gateway', 'Igw'),
          box('security-group', 'Group'),
          box('network-acl', 'Acl'),
          box('route-table', 'PublicTable', {
            routes: { out: { destination: '0.0.0.0/0', target: 'Igw' } },
          }),
          box('route-table', 'PrivateTableA', {
            routes: { out: { destination: '0.0.0.0/0', target: 'NatGatewayA' } },
          }),
          box('gateway-endpoint', 'S3Endpoint', { routeTables: { PrivateTableA: true } }),
          box('target-group', 'Targets', {
            targets: { web: { target: { ref: 'WebA' }, port: 80, zone: '' } },
          }),
          box(
            'subnet',
            'PublicSubnetA',
            { cidr: '10.0.0.0/26', zone, routeTable: 'PublicTable' },
            box('nat-gateway', 'NatGatewayA'),
            box('application-load-balancer', 'Alb', { subnets: { PublicSubnetB: true } }),
          ),
          box('subnet', 'PublicSubnetB', {
            cidr: '10.0.0.64/26',
            zone: 'ap-northeast-1d',
            routeTable: 'PublicTable',
          }),
          box(
            'subnet',
            'プライベートサブネット1a',
            { cidr: '10.0.1.0/25', ipv6: 7, zone, routeTable: 'PrivateTableA', networkAcl: 'Acl' },
            box('instance', 'WebA', { securityGroups: { Group: true }, privateIp: '10.0.1.20' }),
            box('instance', 'Batch'),
            box('interface-endpoint', 'SsmEndpoint', { service: 'ssm' }),
          ),
        ),
        box('aws-service', 'S3', { service: 's3' }),
      ),
      arrow('WebA', 'Batch', { port: 8080 }),
      arrow('WebA', 'S3'),
    ),
    {
      Tokyo: [0, 0, 1400, 1000],
      Vpc: [40, 120, 760, 700],
      PublicSubnetA: [24, 64, 280, 180],
      PublicSubnetB: [420, 64, 280, 180],
      プライベートサブネット1a: [24, 280, 320, 300],
      WebA: [16, 48],
      Batch: [140, 48],
      SsmEndpoint: [16, 160],
      S3: [1000, 60],
    },
  );

const duplicate = (canvas: TestEditor, ...names: string[]): void => {
  canvas.editor.session.setState({ selection: new Set(names.map((name) => canvas.get(name).id)) });
  duplicateToOtherZone(canvas.editor);
};

describe('a private subnet duplicated to another zone', () => {
  test('is in the next zone that the VPC has nothing in, with a block of its size and an IPv6 number of its own', () => {
    const canvas = network();

    duplicate(canvas, 'プライベートサブネット1a');

    expect(canvas.get('プライベートサブネット1c').props).toMatchObject({
      zone: 'ap-northeast-1c',
      cidr: '10.0.0.128/25',
      ipv6: 0,
      networkAcl: 'Acl',
    });
  });

  test('has all that stands in it, under names of the other zone, sharing groups and ACLs', () => {
    const canvas = network();

    duplicate(canvas, 'プライベートサブネット1a');

    const subnet = canvas.get('プライベートサブネット1c');
    expect(canvas.get('WebC')).toMatchObject({
      parentId: subnet.id,
      props: { securityGroups: { Group: true }, privateIp: '10.0.0.148' },
    });
    expect(canvas.get('Batch2').parentId).toBe(subnet.id);
    expect(
      [...canvas.document.resources.values()].filter(({ kind }) => kind === 'security-group'),
    ).toHaveLength(1);
  });

  test('has a copy of the route table that only it used, which leads to the same NAT gateway', () => {
    const canvas = network();

    duplicate(canvas, 'プライベートサブネット1a');

    const table = canvas.get('PrivateTableC');
    expect(canvas.get('プライベートサブネット1c').props).toMatchObject({ routeTable: table.id });
    expect(canvas.get('プライベートサブネット1a').props).toMatchObject({ routeTable: 'PrivateTableA' });
    expect(table.props).toMatchObject({ routes: { out: { target: 'NatGatewayA' } } });
    expect(table.parentId).toBe('Vpc');
  });

  test('joins the lists of what has one subnet, table or target of each zone, and copies none of these', () => {
    const canvas = network();

    duplicate(canvas, 'プライベートサブネット1a');

    const [subnet, table, web] = ['プライベートサブネット1c', 'PrivateTableC', 'WebC'].map((name) =>
      canvas.get(name),
    );
    expect(canvas.get('SsmEndpoint').props).toMatchObject({ subnets: { [subnet?.id ?? '']: true } });
    expect(canvas.get('S3Endpoint').props).toMatchObject({
      routeTables: { PrivateTableA: true, [table?.id ?? '']: true },
    });
    const { targets } = canvas.get('Targets').props as {
      readonly targets: Readonly<Record<string, { readonly target: unknown; readonly port: number }>>;
    };
    expect(Object.values(targets)).toEqual([
      expect.objectContaining({ target: { ref: 'WebA' }, port: 80 }),
      expect.objectContaining({ target: { ref: web?.id }, port: 80 }),
    ]);
    expect(
      [...canvas.document.resources.values()].filter(({ kind }) => kind === 'interface-endpoint'),
    ).toHaveLength(1);
  });

  test('talks to the same others, and among its own', () => {
    const canvas = network();

    duplicate(canvas, 'プライベートサブネット1a');

    const ends = [...canvas.document.flows.values()].map(({ from, to, port }) => [from, to, port]);
    expect(ends).toContainEqual([canvas.get('WebC').id, canvas.get('Batch2').id, 8080]);
    expect(ends).toContainEqual([canvas.get('WebC').id, 'S3', 443]);
    expect(ends).toHaveLength(4);
  });

  test('stands beside the original and covers nothing, and the VPC holds it', () => {
    const canvas = network();

    duplicate(canvas, 'プライベートサブネット1a');

    const [copy, original, vpc] = ['プライベートサブネット1c', 'プライベートサブネット1a', 'Vpc'].map(
      (name) => canvas.box(name),
    );
    if (copy === undefined || original === undefined || vpc === undefined) throw new Error();
    expect(copy.x).toBeGreaterThanOrEqual(original.x + original.w);
    expect(copy.y).toBe(original.y);
    for (const name of ['PublicSubnetA', 'PublicSubnetB', 'プライベートサブネット1a'])
      expect(overlaps(copy, canvas.box(name))).toBe(false);
    expect(copy.x + copy.w).toBeLessThanOrEqual(vpc.x + vpc.w);
    expect(canvas.selectedNames).toEqual(['プライベートサブネット1c']);
  });

  test('is one step of undo, and says what was done', () => {
    const canvas = network();
    const before = canvas.document;

    duplicate(canvas, 'プライベートサブネット1a');
    const { said } = canvas;
    canvas.editor.store.undo();

    expect(said).toContain('duplicated to ap-northeast-1c');
    expect(said).toContain('10.0.0.128/25');
    expect(said).toContain('PrivateTableC');
    expect(said).toContain('SsmEndpoint');
    expect(canvas.document).toEqual(before);
    expect(canvas.editor.store.undoLabel).toBeUndefined();
  });

  test('breaks no rule that the original kept', () => {
    const canvas = network();
    const broken = (): readonly string[] =>
      canvas.editor.verdicts
        .getState()
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    const before = new Set(broken());

    duplicate(canvas, 'PublicSubnetA', 'プライベートサブネット1a');

    expect(broken().filter((rule) => !before.has(rule))).toEqual([]);
  });
});

test('a NAT gateway that is copied along is where the copied table leads to', () => {
  const canvas = network();

  duplicate(canvas, 'PublicSubnetA', 'プライベートサブネット1a');

  expect(canvas.get('NatGatewayC').parentId).toBe(canvas.get('PublicSubnetC').id);
  expect(canvas.get('PrivateTableC').props).toMatchObject({
    routes: { out: { destination: '0.0.0.0/0', target: canvas.get('NatGatewayC').id } },
  });
});

test('a table that other subnets use as well is shared', () => {
  const canvas = network();

  duplicate(canvas, 'PublicSubnetA');

  expect(canvas.get('PublicSubnetC').props).toMatchObject({ routeTable: 'PublicTable' });
  expect(() => canvas.get('PublicTable2')).toThrow();
});

test('a load balancer that has a subnet in that zone takes no second one, and is told of', () => {
  const canvas = network();
  canvas.editor.store.commit('setProps', { id: 'PublicSubnetB', props: { zone: 'ap-northeast-1c' } });
  // Now the next zone without anything is d; with something in it the next is c again.
  canvas.editor.store.commit('addResource', {
    kind: 'subnet',
    id: 'Other',
    name: 'Other',
    parentId: 'Vpc',
    order: 'z',
    x: 24,
    y: 600,
    props: { cidr: '10.0.9.0/24', zone: 'ap-northeast-1d' },
  });

  duplicate(canvas, 'PublicSubnetA');

  expect(canvas.get('PublicSubnetC').props).toMatchObject({ zone: 'ap-northeast-1c' });
  expect(canvas.get('Alb').props).toMatchObject({ subnets: { PublicSubnetB: true } });
  expect(Object.keys((canvas.get('Alb').props as { readonly subnets: object }).subnets)).toHaveLength(1);
  expect(canvas.said).toContain('Alb has a subnet in ap-northeast-1c already');
});

describe('the boxes of Availability Zones', () => {
  const boxed = (): TestEditor =>
    testEditor(
      sketch(
        box(
          'vpc',
          'Vpc',
          { cidr: '10.0.0.0/16' },
          box(
            'availability-zone',
            'ap-northeast-1a',
            { zone: 'ap-northeast-1a' },
            box('subnet', 'web-a', { cidr: '10.0.0.0/24', zone: '' }, box('instance', 'App')),
            box('subnet', 'db-a', { cidr: '10.0.1.0/24', zone: '' }),
          ),
        ),
      ),
      {
        Vpc: [0, 0, 420, 520],
        'ap-northeast-1a': [24, 48, 320, 440],
        'web-a': [16, 40, 260, 160],
        'db-a': [16, 220, 260, 160],
      },
    );

  test('are made for a subnet that stands in one, in the other zone', () => {
    const canvas = boxed();

    duplicate(canvas, 'web-a');

    const copy = canvas.get('web-c');
    const home = canvas.document.resources.get(copy.parentId ?? '');
    expect(home).toMatchObject({ kind: 'availability-zone', props: { zone: 'ap-northeast-1c' } });
    expect(copy.props).toMatchObject({ cidr: '10.0.2.0/24', zone: '' });
    expect(() => canvas.get('db-c')).toThrow();
  });

  test('are used where there is one already', () => {
    const canvas = boxed();
    duplicate(canvas, 'web-a');

    // Zone c has the box now, and d has nothing: the copy of a goes to d, so the one of c is asked for by its own subnet.
    const { parentId } = canvas.get('web-c');
    canvas.editor.store.commit('setProps', { id: parentId ?? '', props: { zone: 'ap-northeast-1d' } });
    canvas.editor.store.commit('addResource', {
      kind: 'availability-zone',
      id: 'C',
      name: 'C',
      parentId: 'Vpc',
      order: 'z',
      x: 24,
      y: 700,
      props: { zone: 'ap-northeast-1c' },
    });
    duplicate(canvas, 'db-a');

    expect(canvas.get('db-c').parentId).toBe('C');
  });

  test('are copied whole, with the names of the zone', () => {
    const canvas = boxed();

    duplicate(canvas, 'ap-northeast-1a');

    const [web, db] = [canvas.get('web-c'), canvas.get('db-c')];
    expect(web.parentId).toBe(db.parentId);
    const blocks = [web, db].map(({ props }) => known((props as { readonly cidr: string }).cidr));
    expect(blocks).toEqual(['10.0.2.0/24', '10.0.3.0/24']);
  });
});

test('a VPC without room for another block says so', () => {
  const canvas = testEditor(
    sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/28' }, box('subnet', 'A', { cidr: '10.0.0.0/28', zone }))),
  );

  duplicate(canvas, 'A');

  expect(canvas.said).toContain('No CIDR block is free');
});

test('a subnet that names no zone is copied, and the original is to be told where it is', () => {
  const canvas = testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'A', { zone: '' }),
        box('subnet', 'B', { zone: { unknown: { en: 'x', ja: 'x' } } }),
      ),
    ),
  );

  duplicate(canvas, 'A');

  expect(canvas.said).toContain('names no Availability Zone');
  expect(canvas.document.resources.size).toBe(4);
});

test.each([
  ['PublicSubnetA', true],
  ['WebA', false],
  ['Vpc', false],
])('the action for %s is enabled: %s', (name, isEnabled) => {
  const canvas = network();
  canvas.editor.session.setState({ selection: new Set([name]) });

  expect(actionById('duplicate-to-zone')?.enabled(canvas.editor)).toBe(isEnabled);
});

test('what was copied in a diagram of a template is written into it whole, with the routes of its tables', () => {
  const { document } = importTemplates(catalog, [{ name: 'net.yaml', text: template }]);
  if (document === undefined) throw new Error('the template is one');
  let count = 0;
  const editor = createEditor({
    catalog,
    document,
    validator: { postMessage: () => undefined, addEventListener: () => undefined },
    random: () => String(++count),
  });
  editor.session.setState({ selection: new Set(['PublicSubnetA', 'PrivateSubnetA']) });

  duplicateToOtherZone(editor);

  const after = editor.store.document;
  const written = writtenTemplates(catalog, after, 'yaml');
  const read = readBackTemplates(catalog, after, written);
  if ('failure' in read) throw new Error(read.failure.en);
  expect(differences(read.written, read.readBack)).toEqual([]);
  expect(written[0]?.text.match(/Type: AWS::EC2::Route$/gm)).toHaveLength(4);
});

const template = `Resources:
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 172.20.0.0/20
  Igw:
    Type: AWS::EC2::InternetGateway
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref Igw
  PublicSubnetA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 172.20.0.0/26
      AvailabilityZone: ap-northeast-1a
  PrivateSubnetA:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      CidrBlock: 172.20.1.0/25
      AvailabilityZone: ap-northeast-1a
  Address:
    Type: AWS::EC2::EIP
    DependsOn: Attachment
    Properties:
      Domain: vpc
  NatA:
    Type: AWS::EC2::NatGateway
    Properties:
      SubnetId: !Ref PublicSubnetA
      AllocationId: !GetAtt Address.AllocationId
  PublicTable:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  PublicDefault:
    Type: AWS::EC2::Route
    DependsOn: Attachment
    Properties:
      RouteTableId: !Ref PublicTable
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref Igw
  PublicAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref PublicSubnetA
      RouteTableId: !Ref PublicTable
  PrivateTableA:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
  PrivateDefault:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref PrivateTableA
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref NatA
  PrivateAssociation:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref PrivateSubnetA
      RouteTableId: !Ref PrivateTableA
`;
