import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { exportTemplate } from '../../core/cfn/exportTemplate';
import { importTemplates } from '../../core/cfn/importTemplates';
import { templateText } from '../../core/cfn/templateText';
import { box } from '../../core/model/sketch';
import { compileNetwork, factsOf } from '../../core/network/network';
import { drawn, factsFrom, proposedFor } from '../../testing/kindFacts';
import { imported } from '../../testing/imported';

const example = readFileSync('examples/templates/client-vpn.yaml', 'utf8');

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html
test('an endpoint is read with its associations, rules and routes, on the border of its VPC', () => {
  const { the } = imported(catalog, example);

  const { name, parentId, props } = the('client-vpn-endpoint', 'Endpoint');

  expect([name, parentId]).toEqual(['Staff', 'Vpc']);
  expect(props).toEqual({
    clientCidr: '172.20.0.0/20',
    associations: { ToA: { subnet: 'SubnetA' }, ToC: { subnet: 'SubnetC' } },
    authorizations: {
      EverybodyToVpc: { destination: '10.0.0.0/16', group: '' },
      AdministratorsAnywhere: { destination: '0.0.0.0/0', group: 'admins' },
    },
    routes: {
      InternetByA: { destination: '0.0.0.0/0', subnet: 'SubnetA' },
      InternetByC: { destination: '0.0.0.0/0', subnet: 'SubnetC' },
    },
    splitTunnel: false,
    dnsServers: '10.0.0.2',
    securityGroups: { ClientGroup: true },
    authentication: 'federated',
    endpointAddresses: 'ipv4',
    traffic: 'ipv4',
    transitGateway: null,
  });
});

test('an endpoint whose template names no VPC, and one on a transit gateway, stand in the Region', () => {
  const { the } = imported(
    catalog,
    `
Resources:
  Hub: { Type: AWS::EC2::TransitGateway }
  Plain:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      ServerCertificateArn: arn:aws:acm:ap-northeast-1:111122223333:certificate/a
      ClientCidrBlock: 172.20.0.0/22
      ConnectionLogOptions: { Enabled: false }
      AuthenticationOptions:
        - { Type: certificate-authentication, MutualAuthentication: { ClientRootCertificateChainArn: arn:b } }
        - { Type: directory-service-authentication, ActiveDirectory: { DirectoryId: d-1234567890 } }
      TransitGatewayConfiguration: { TransitGatewayId: !Ref Hub }
      EndpointIpAddressType: ipv6
      TrafficIpAddressType: dual-stack
`,
  );

  const { parentId, props } = the('client-vpn-endpoint', 'Plain');

  expect(parentId).toBe('ap-northeast-1');
  expect(props).toMatchObject({
    transitGateway: 'Hub',
    authentication: 'directory-service',
    endpointAddresses: 'ipv6',
    traffic: 'dual-stack',
    associations: {},
  });
});

test('what a parameter gives is unknown, and a rule for nobody is told of', () => {
  const { document, findings } = importTemplates(catalog, [
    {
      name: 'net.yaml',
      text: `
Parameters: { Group: { Type: String }, Block: { Type: String }, Dns: { Type: String } }
Resources:
  Endpoint:
    Type: AWS::EC2::ClientVpnEndpoint
    Properties:
      ServerCertificateArn: arn
      ClientCidrBlock: !Ref Block
      ConnectionLogOptions: { Enabled: false }
      AuthenticationOptions: [{ Type: certificate-authentication }]
      DnsServers: [!Ref Dns]
  Some:
    Type: AWS::EC2::ClientVpnAuthorizationRule
    Properties: { ClientVpnEndpointId: !Ref Endpoint, TargetNetworkCidr: !Ref Block, AccessGroupId: !Ref Group }
  Nobody:
    Type: AWS::EC2::ClientVpnAuthorizationRule
    Properties: { ClientVpnEndpointId: !Ref Endpoint, TargetNetworkCidr: 10.0.0.0/16 }
`,
    },
  ]);

  expect(document.resources.get('Endpoint')?.props).toMatchObject({
    clientCidr: { unknown: {} },
    dnsServers: { unknown: {} },
    authorizations: { Some: { destination: { unknown: {} }, group: { unknown: {} } } },
  });
  expect(findings.map(({ message }) => message.en)).toContain(
    'Nobody is for nobody: it needs AccessGroupId, or AuthorizeAllGroups: true',
  );
});

test('a drawn endpoint asks for its certificates, and makes its routes after the associations', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'Subnet'),
      box('client-vpn-endpoint', 'Vpn', {
        associations: { a: { subnet: 'Subnet' } },
        authorizations: {
          vpc: { destination: '10.0.0.0/16', group: '' },
          all: { destination: '0.0.0.0/0', group: 'S-1' },
        },
        routes: {
          internet: { destination: '0.0.0.0/0', subnet: 'Subnet' },
          clients: { destination: '172.20.0.0/22', subnet: null },
        },
      }),
    ),
  );

  const { template, problems } = exportTemplate(catalog, document);
  const { Vpn, VpnAssociation, VpnDefaultRoute, VpnRoute } = template.Resources;

  expect(problems).toEqual([]);
  expect(Object.keys(template.Parameters)).toEqual(['VpnServerCertificateArn', 'VpnClientCertificateArn']);
  expect(Vpn?.Properties).toMatchObject({
    VpcId: { Ref: 'Vpc' },
    TagSpecifications: [{ ResourceType: 'client-vpn-endpoint', Tags: [{ Key: 'Name', Value: 'Vpn' }] }],
  });
  expect(VpnAssociation?.Properties).toMatchObject({ SubnetId: { Ref: 'Subnet' } });
  expect(VpnDefaultRoute).toMatchObject({
    DependsOn: 'VpnAssociation',
    Properties: { TargetVpcSubnetId: { Ref: 'Subnet' } },
  });
  expect(VpnRoute?.Properties).toMatchObject({ TargetVpcSubnetId: 'local' });
  expect(templateText(template, 'yaml').text).toContain('AuthorizeAllGroups: true');
  expect(
    Object.values(template.Resources).filter(({ Type }) => Type.endsWith('AuthorizationRule')),
  ).toMatchObject([{ Properties: { AuthorizeAllGroups: true } }, { Properties: { AccessGroupId: 'S-1' } }]);
});

test('a new one takes a free client block, a subnet of its VPC, and lets everybody into the VPC', () => {
  const document = drawn(
    catalog,
    box('vpc', 'Vpc', { cidr: '172.16.0.0/16' }, box('subnet', 'Subnet'), box('client-vpn-endpoint', 'Vpn')),
  );

  expect(proposedFor(catalog, document, 'Vpn')).toEqual({
    clientCidr: '172.17.0.0/22',
    associations: { first: { subnet: 'Subnet' } },
    authorizations: { vpc: { destination: '172.16.0.0/16', group: '' } },
  });
});

test('its interfaces are those of its associations, and no ends of their own', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'Subnet'),
      box('client-vpn-endpoint', 'Vpn', { associations: { a: { subnet: 'Subnet' }, b: { subnet: null } } }),
    ),
  );

  const [own, ...interfaces] = factsFrom(catalog, document, 'Vpn');

  expect(own).toMatchObject({ fact: 'client-vpn', network: 'Vpc' });
  expect(interfaces).toMatchObject([
    { fact: 'interface', subnet: 'Subnet', workload: false, clientPorts: [32768, 65535] },
  ]);
});

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-clientvpnendpoint.html
test('the addresses of the endpoint and of its traffic are written where they are not IPv4, and IPv6 needs no client block', () => {
  const written = (props: Parameters<typeof box<'client-vpn-endpoint'>>[2]) => {
    const document = drawn(catalog, box('vpc', 'Vpc', {}, box('client-vpn-endpoint', 'Vpn', props)));
    return exportTemplate(catalog, document).template.Resources['Vpn']?.Properties;
  };

  const plain = written({});
  const both = written({ endpointAddresses: 'dual-stack', traffic: 'dual-stack' });
  const six = written({ traffic: 'ipv6' });

  expect(plain).toHaveProperty('ClientCidrBlock');
  for (const property of ['EndpointIpAddressType', 'TrafficIpAddressType'])
    expect(plain).not.toHaveProperty(property);
  expect(both).toMatchObject({
    ClientCidrBlock: '172.20.0.0/22',
    EndpointIpAddressType: 'dual-stack',
    TrafficIpAddressType: 'dual-stack',
  });
  expect(six).toMatchObject({ TrafficIpAddressType: 'ipv6' });
  expect(six).not.toHaveProperty('ClientCidrBlock');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ipv6-considerations.html
test.each([
  ['ipv4', true, false],
  ['ipv6', false, true],
  ['dual-stack', true, true],
] as const)('its interfaces stand for the clients over IPv6: %s', (traffic, ipv4, ipv6) => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      { ipv6: true },
      box('subnet', 'Subnet', { ipv6: 1 }),
      box('client-vpn-endpoint', 'Vpn', { traffic, associations: { a: { subnet: 'Subnet' } } }),
    ),
  );

  expect(factsFrom(catalog, document, 'Vpn').find(({ fact }) => fact === 'interface')).toMatchObject({
    ipv4,
    ipv6,
    ipv6Field: 'traffic',
  });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ipv6-considerations.html
test.each([
  ['ipv6', '::/0', 'reachable'],
  ['dual-stack', '::/0', 'reachable'],
  ['dual-stack', '10.0.0.0/16', 'reachable'],
  ['ipv6', '10.0.0.0/16', 'blocked'],
  ['ipv4', '::/0', 'blocked'],
] as const)(
  'what the drawing says of IPv6 decides: %s traffic, authorized for %s, is %s',
  (traffic, destination, verdict) => {
    const document = drawn(
      catalog,
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16', ipv6: true },
        box(
          'subnet',
          'A',
          { cidr: '10.0.0.0/24', ipv6: 1 },
          box('instance', 'Server', { ipv6: true, securityGroups: { Open: true } }),
        ),
        box('security-group', 'Open', {
          inbound: {
            four: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '0.0.0.0/0' },
            six: { protocol: 'tcp', fromPort: 443, toPort: 443, peer: '::/0' },
          },
          outbound: {
            four: { protocol: 'any', fromPort: null, toPort: null, peer: '0.0.0.0/0' },
            six: { protocol: 'any', fromPort: null, toPort: null, peer: '::/0' },
          },
        }),
        box('client-vpn-endpoint', 'Vpn', {
          traffic,
          associations: { a: { subnet: 'A' } },
          authorizations: { a: { destination, group: '' } },
          securityGroups: { Open: true },
        }),
      ),
    );

    const trace = compileNetwork(factsOf(catalog, document)).trace({
      from: { resource: 'Vpn' },
      to: { resource: 'Server' },
      protocol: 'tcp',
      port: 443,
      sourcePort: null,
    });

    expect(trace.verdict).toBe(verdict);
  },
);
