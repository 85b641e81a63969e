import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgateway.html
test('a gateway without options associates and propagates by default, and knows no groups', () => {
  const { props } = read('{}');

  expect(props).toEqual({
    defaultAssociation: true,
    defaultPropagation: true,
    securityGroupReferencing: false,
    dnsSupport: true,
    asn: null,
  });
});

test('options are read as they stand, and one that a parameter gives is unknown', () => {
  const { props } = read(`
      DefaultRouteTableAssociation: disable
      DefaultRouteTablePropagation: !Ref Option
      SecurityGroupReferencingSupport: enable
      DnsSupport: disable
      AmazonSideAsn: 64600`);

  expect(props).toMatchObject({
    defaultAssociation: false,
    defaultPropagation: { unknown: {} },
    securityGroupReferencing: true,
    dnsSupport: false,
    asn: 64600,
  });
});

test('only what differs from the defaults is written', () => {
  const document = drawn(
    catalog,
    box('transit-gateway', 'Plain'),
    box('transit-gateway', 'Closed', { defaultAssociation: false, securityGroupReferencing: true }),
  );

  const { template } = exportTemplate(catalog, document);

  expect(Object.keys(template.Resources['Plain']?.Properties ?? {})).toEqual(['Tags']);
  expect(template.Resources['Closed']?.Properties).toMatchObject({
    DefaultRouteTableAssociation: 'disable',
    SecurityGroupReferencingSupport: 'enable',
  });
});

test('an ASN of its own is a private one', () => {
  const field = catalog.fields('transit-gateway').get('asn');
  const fault = (asn: number) => (field?.control === 'number' ? field.check?.(asn) : undefined);

  for (const asn of [64512, 65534, 4_200_000_000, 4_294_967_294])
    expect(fault(asn), `${asn}`).toBeUndefined();
  for (const asn of [65535, 100_000, 4_294_967_295, 64512.5]) expect(fault(asn), `${asn}`).toBeDefined();
});

test('it stands in the Region around it', () => {
  const document = drawn(
    catalog,
    box('region', 'Osaka', { region: 'ap-northeast-3' }, box('transit-gateway', 'Hub')),
  );

  expect(factsFrom(catalog, document, 'Hub')).toMatchObject([{ region: 'ap-northeast-3' }]);
});

function read(properties: string) {
  return imported(
    catalog,
    `
Parameters:
  Option: { Type: String }
Resources:
  Hub:
    Type: AWS::EC2::TransitGateway
    Properties: ${properties}
`,
  ).the('transit-gateway', 'Hub');
}
