import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { box } from '../../core/model/sketch';
import { known } from '../../core/model/value';
import { drawn, factsFrom, lookOf, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
const regions = [
  box(
    'region',
    'Tokyo',
    {},
    box('transit-gateway', 'Hub'),
    box('transit-gateway-peering', 'Peering', { transitGateway: 'Hub', peerTransitGateway: 'Far hub' }),
  ),
  box('region', 'Osaka', { region: 'ap-northeast-3' }, box('transit-gateway', 'Far hub')),
];

test('it is an attachment of both gateways', () => {
  const facts = factsFrom(catalog, drawn(catalog, ...regions), 'Peering');

  expect(facts).toMatchObject([
    { by: 'Peering', transitGateway: 'Hub', to: { is: 'transit-gateway', peer: 'Far hub', accepted: false } },
    { by: 'Peering', transitGateway: 'Far hub', to: { is: 'transit-gateway', peer: 'Hub', accepted: false } },
  ]);
});

test('a new one joins two gateways, and of many none', () => {
  const two = drawn(
    catalog,
    box('transit-gateway', 'A'),
    box('transit-gateway', 'B'),
    box('transit-gateway-peering', 'New'),
  );
  const three = drawn(
    catalog,
    box('transit-gateway', 'A'),
    box('transit-gateway', 'B'),
    box('transit-gateway', 'C'),
    box('transit-gateway-peering', 'New'),
  );

  expect(proposedFor(catalog, two, 'New')).toEqual({ transitGateway: 'A', peerTransitGateway: 'B' });
  expect(proposedFor(catalog, three, 'New')).toEqual({});
});

test('one that nobody has accepted says so', () => {
  expect(lookOf(catalog, drawn(catalog, ...regions), 'Peering').badge?.en).toBe('Pending');
});

test('the account and the Region of the peer are written as they are drawn', () => {
  const { template } = exportTemplate(catalog, drawn(catalog, ...regions));

  expect(template.Resources['Peering']?.Properties).toMatchObject({
    TransitGatewayId: { Ref: 'Hub' },
    PeerTransitGatewayId: { Ref: 'FarHub' },
    PeerAccountId: { Ref: 'AWS::AccountId' },
    PeerRegion: 'ap-northeast-3',
  });
});

test('a peer in the same Region is written with the Region of the stack', () => {
  const { template } = exportTemplate(
    catalog,
    drawn(
      catalog,
      box('transit-gateway', 'A'),
      box('transit-gateway', 'B'),
      box('transit-gateway-peering', 'Peering', { transitGateway: 'A', peerTransitGateway: 'B' }),
    ),
  );

  expect(template.Resources['Peering']?.Properties).toMatchObject({ PeerRegion: { Ref: 'AWS::Region' } });
});

test('a template asks for the gateway on the other side', () => {
  const { template } = exportTemplate(
    catalog,
    drawn(
      catalog,
      box('transit-gateway', 'Hub'),
      box('transit-gateway-peering', 'Peering', { transitGateway: 'Hub', peerAccount: '210987654321' }),
    ),
  );

  expect(template.Resources['Peering']?.Properties).toMatchObject({
    PeerTransitGatewayId: { Ref: 'PeeringPeerTransitGatewayId' },
    PeerAccountId: '210987654321',
  });
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewaypeeringattachment.html
test('one of a template is pending, and its peer may be outside', () => {
  const { document, the, faults } = imported(
    catalog,
    `
Resources:
  Hub: { Type: AWS::EC2::TransitGateway }
  Peering:
    Type: AWS::EC2::TransitGatewayPeeringAttachment
    Properties:
      TransitGatewayId: !Ref Hub
      PeerTransitGatewayId: tgw-0123456789abcdef0
      PeerAccountId: !Ref AWS::AccountId
      PeerRegion: us-east-1
`,
  );

  const { props } = the('transit-gateway-peering', 'Peering');
  expect(faults).toEqual([]);
  expect(props).toMatchObject({ accepted: false, peerAccount: '', peerRegion: 'us-east-1' });
  expect(document.resources.get(known(props.peerTransitGateway) ?? '')?.name).toBe('tgw-0123456789abcdef0');
});
