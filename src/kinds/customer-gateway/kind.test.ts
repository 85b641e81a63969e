import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, lookOf, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-customergateway.html
test.each([
  ['BgpAsn: 65010', 65010],
  ['BgpAsnExtended: 4200000010', 4_200_000_010],
  ['DeviceName: router', null],
])('it is read with %s', (property, asn) => {
  const { the, faults } = imported(
    catalog,
    `
Resources:
  Cgw: { Type: AWS::EC2::CustomerGateway, Properties: { Type: ipsec.1, IpAddress: 203.0.113.1, ${property} } }
`,
  );

  expect(faults).toEqual([]);
  expect(the('customer-gateway', 'Cgw').props).toMatchObject({ ip: '203.0.113.1', asn, prefixes: {} });
});

test('a large ASN is written in a property of its own', () => {
  const written = (asn: number | null) => {
    const document = drawn(catalog, box('customer-gateway', 'Cgw', { asn }));
    return exportTemplate(catalog, document).template.Resources['Cgw']?.Properties;
  };

  expect(written(null)).not.toHaveProperty('BgpAsn');
  expect(written(2_147_483_647)).toMatchObject({ BgpAsn: 2_147_483_647 });
  expect(written(2_147_483_648)).toMatchObject({ BgpAsnExtended: 2_147_483_648 });
});

test('what it announces is in the diagram only', () => {
  const document = drawn(
    catalog,
    box('customer-gateway', 'Cgw', { prefixes: { a: { cidr: '192.168.0.0/16' } } }),
  );

  expect(factsFrom(catalog, document, 'Cgw')).toMatchObject([{ announces: ['192.168.0.0/16'] }]);
  expect(JSON.stringify(exportTemplate(catalog, document).template)).not.toContain('192.168');
});

test('its address is shown, and must be one', () => {
  const document = drawn(catalog, box('customer-gateway', 'Cgw', { ip: '198.51.100.7' }));
  const field = catalog.fields('customer-gateway').get('ip');
  const fault = (ip: string) => (field?.control === 'text' ? field.check?.(ip) : undefined);

  expect(lookOf(catalog, document, 'Cgw').detail).toBe('198.51.100.7');
  for (const ip of ['', '198.51.100.7', '2001:db8::1']) expect(fault(ip), ip).toBeUndefined();
  for (const ip of ['198.51.100', 'router']) expect(fault(ip), ip).toBeDefined();
});

test('an on-premises network that is drawn beside the only one stands behind it', () => {
  const one = drawn(catalog, box('customer-gateway', 'Cgw'), box('on-premises', 'Office'));
  const two = drawn(
    catalog,
    box('customer-gateway', 'A'),
    box('customer-gateway', 'B'),
    box('on-premises', 'Office', { customerGateways: { B: true } }),
  );

  expect(proposedFor(catalog, one, 'Office')).toEqual({ customerGateways: { Cgw: true } });
  expect(proposedFor(catalog, two, 'Office')).toEqual({});
  expect(factsFrom(catalog, two, 'Office')).toMatchObject([{ customerGateways: ['B'] }]);
});
