import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../../core/catalog/fromSketch';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { box, sketch } from '../../core/model/sketch';
import { known } from '../../core/model/value';
import { drawn, lookOf, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

const vpcs = [
  box('vpc', 'A', { cidr: '10.0.0.0/16' }),
  box('vpc', 'B', { cidr: '10.0.0.0/20' }),
  box('vpc', 'C', { cidr: '10.2.0.0/16' }),
];

test('a new one joins the first two VPCs that can be joined and are not', () => {
  const first = drawn(catalog, ...vpcs, box('peering-connection', 'New'));
  const second = drawn(
    catalog,
    ...vpcs,
    box('peering-connection', 'New'),
    box('peering-connection', 'Old', { requester: 'C', accepter: 'A' }),
  );

  expect(proposedFor(catalog, first, 'New')).toEqual({ requester: 'A', accepter: 'C' });
  expect(proposedFor(catalog, second, 'New')).toEqual({ requester: 'B', accepter: 'C' });
});

test('with one VPC, that one asks', () => {
  const document = drawn(catalog, box('vpc', 'A'), box('peering-connection', 'New'));

  expect(proposedFor(catalog, document, 'New')).toEqual({ requester: 'A' });
});

test('one that nobody has accepted says so', () => {
  const document = drawn(catalog, box('peering-connection', 'New', { accepted: false }));

  expect(lookOf(catalog, document, 'New').badge?.en).toBe('Pending');
});

test('the Region of an accepter in another Region box is written', () => {
  const document = fromSketch(
    catalog,
    sketch(
      box(
        'region',
        'Tokyo',
        {},
        box('vpc', 'A'),
        box('peering-connection', 'Peering', { requester: 'A', accepter: 'B' }),
      ),
      box('region', 'Osaka', { region: 'ap-northeast-3' }, box('vpc', 'B', { cidr: '10.1.0.0/16' })),
    ),
  );

  const exported = exportTemplate(catalog, document);

  expect(exported.template.Resources['Peering']?.Properties).toMatchObject({ PeerRegion: 'ap-northeast-3' });
});

test('what the template does not have is asked for: the VPC on the other side, the role that accepts', () => {
  const document = drawn(
    catalog,
    box('vpc', 'A'),
    box('peering-connection', 'Peering', { requester: 'A', accepterAccount: '210987654321' }),
  );

  const exported = exportTemplate(catalog, document);

  expect(exported.template.Resources['Peering']?.Properties).toMatchObject({
    PeerVpcId: { Ref: 'PeeringPeerVpcId' },
    PeerRoleArn: { Ref: 'PeeringPeerRoleArn' },
  });
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcpeeringconnection.html
test.each([
  ['one account', '', true],
  ['one account by name', 'PeerOwnerId: !Ref AWS::AccountId', true],
  ['another account', "PeerOwnerId: '210987654321'", false],
  [
    'another account with a role',
    "PeerOwnerId: '210987654321', PeerRoleArn: 'arn:aws:iam::210987654321:role/A'",
    true,
  ],
])('CloudFormation accepts the request itself in %s: %s', (_, properties, accepted) => {
  expect(read(properties).props.accepted).toBe(accepted);
});

test('whether an account that a parameter gives accepts is not known', () => {
  expect(read('PeerOwnerId: !Ref Account').props.accepted).toHaveProperty('unknown');
});

test('a VPC that exists already is drawn as one of which nothing is known', () => {
  const { document, the } = imported(catalog, templateWith(''));

  const { accepter } = the('peering-connection', 'Peering').props;

  expect(document.resources.get(known(accepter) ?? '')).toMatchObject({
    kind: 'vpc',
    name: 'vpc-0123456789abcdef0',
  });
});

function read(properties: string) {
  return imported(catalog, templateWith(properties)).the('peering-connection', 'Peering');
}

function templateWith(properties: string): string {
  return `
Parameters:
  Account: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: { VpcId: !Ref Vpc, PeerVpcId: vpc-0123456789abcdef0${properties === '' ? '' : `, ${properties}`} }
`;
}
