import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { box } from '../../core/model/sketch';
import { drawn } from '../../testing/kindFacts';

test('the entries of a network ACL are written by their numbers, each family by its own property', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('network-acl', 'Acl', {
        inbound: {
          late: {
            number: 200,
            action: 'allow',
            protocol: 'tcp',
            fromPort: 1024,
            toPort: 65535,
            block: '::/0',
          },
          early: {
            number: 90,
            action: 'deny',
            protocol: 'icmp',
            fromPort: null,
            toPort: null,
            block: '0.0.0.0/0',
          },
          ping: {
            number: 95,
            action: 'allow',
            protocol: 'icmpv6',
            fromPort: 128,
            toPort: null,
            block: '::/0',
          },
        },
        outbound: {},
      }),
    ),
  );

  const { Resources } = exportTemplate(catalog, document).template;

  expect(Object.keys(Resources)).toEqual(['Vpc', 'Acl', 'AclInbound90', 'AclInbound95', 'AclInbound200']);
  expect(Resources['AclInbound90']?.Properties).toEqual({
    NetworkAclId: { Ref: 'Acl' },
    Egress: false,
    RuleNumber: 90,
    RuleAction: 'deny',
    Protocol: 1,
    CidrBlock: '0.0.0.0/0',
    Icmp: { Type: -1, Code: -1 },
  });
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
  expect(Resources['AclInbound95']?.Properties).toEqual({
    NetworkAclId: { Ref: 'Acl' },
    Egress: false,
    RuleNumber: 95,
    RuleAction: 'allow',
    Protocol: 58,
    Ipv6CidrBlock: '::/0',
    Icmp: { Type: 128, Code: -1 },
  });
  expect(Resources['AclInbound200']?.Properties).toMatchObject({
    Protocol: 6,
    Ipv6CidrBlock: '::/0',
    PortRange: { From: 1024, To: 65535 },
  });
});

test('subnets that name no ACL are written with the drawn default one', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('network-acl', 'Acl', { isDefault: true }),
      box('subnet', 'A', { cidr: '10.0.0.0/24' }),
    ),
  );

  const { Resources } = exportTemplate(catalog, document).template;

  expect(Resources['AAclAssociation']?.Properties).toEqual({
    SubnetId: { Ref: 'A' },
    NetworkAclId: { Ref: 'Acl' },
  });
});
