import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { templateText } from '../../core/cfn/templateText';
import { call, runCommand } from '../../core/commands';
import { imported } from '../../testing/imported';

const template = (options: string): string => `
Parameters:
  Records: { Type: String, Default: ipv4 }
  Given: { Type: String }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  S3:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      VpcId: !Ref Vpc
      ServiceName: com.amazonaws.ap-northeast-1.s3
      SubnetIds: [!Ref A]
      DnsOptions: ${options}
`;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-vpcendpoint-dnsoptionsspecification.html
test.each([
  ['a parameter without a value', '{ DnsRecordIpType: !Ref Given }', { Ref: 'Given' }],
  ['a parameter with one', '{ DnsRecordIpType: !Ref Records }', { Ref: 'Records' }],
  ['a value', '{ DnsRecordIpType: ipv6 }', 'ipv6'],
])('the IP type of the DNS records stays when another DNS option is changed: %s', (_, options, kept) => {
  const text = template(options);
  const { document, the } = imported(catalog, text);
  const { id } = the('interface-endpoint', 'S3');

  const after = runCommand({ catalog }, document, call('setProps', { id, props: { privateDnsFor: 'all' } }));

  expect(templateText(exportTemplate(catalog, document).template, 'yaml').text).toBe(text);
  expect(exportTemplate(catalog, after).template.Resources['S3']?.Properties?.['DnsOptions']).toEqual({
    DnsRecordIpType: kept,
    PrivateDnsOnlyForInboundResolverEndpoint: 'AllResolvers',
  });
});

test('an IP type that is chosen is written beside the other DNS option', () => {
  const { document, the } = imported(
    catalog,
    template('{ PrivateDnsOnlyForInboundResolverEndpoint: AllResolvers }'),
  );
  const { id } = the('interface-endpoint', 'S3');
  const chosen = (dnsRecords: 'ipv4' | 'default') =>
    exportTemplate(
      catalog,
      runCommand({ catalog }, document, call('setProps', { id, props: { dnsRecords } })),
    ).template.Resources['S3']?.Properties?.['DnsOptions'];

  expect(chosen('ipv4')).toEqual({
    DnsRecordIpType: 'ipv4',
    PrivateDnsOnlyForInboundResolverEndpoint: 'AllResolvers',
  });
  expect(chosen('default')).toEqual({ PrivateDnsOnlyForInboundResolverEndpoint: 'AllResolvers' });
});
