/** How an endpoint names the endpoint service it is for: within a template, between two, and by a parameter. */
import { describe, expect, test } from 'vitest';
import { catalog, rules } from '../../aws';
import { exportTemplates } from '../../core/cfn/exportTemplate';
import { importTemplates, type ImportOptions } from '../../core/cfn/importTemplates';
import { templateText } from '../../core/cfn/templateText';
import type { Document, Resource } from '../../core/model/document';
import { compileNetwork, factsOf } from '../../core/network/network';
import { validate } from '../../core/rules/validate';
import { readDiagram, writeDiagram } from '../../core/store/diagramFile';

const service = `
  Provider: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }
  ProviderSubnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Provider, CidrBlock: 10.1.0.0/24 } }
  Nlb: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Type: network, Scheme: internal, Subnets: [!Ref ProviderSubnet] } }
  Service:
    Type: AWS::EC2::VPCEndpointService
    Properties: { AcceptanceRequired: false, NetworkLoadBalancerArns: [!Ref Nlb] }
  Permissions:
    Type: AWS::EC2::VPCEndpointServicePermissions
    Properties: { ServiceId: !Ref Service, AllowedPrincipals: ['arn:aws:iam::210987654321:root', !Sub 'arn:aws:iam::\${AWS::AccountId}:root'] }
`;
const endpoint = (name: string) => `
  Consumer: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Consumer, CidrBlock: 10.0.0.0/24 } }
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      VpcId: !Ref Consumer
      ServiceName: ${name}
      SubnetIds: [!Ref Subnet]
`;
const output = (value: string) => `Outputs: { Name: { Value: ${value}, Export: { Name: the-service } } }\n`;
const provider = (value = '!Sub "com.amazonaws.vpce.${AWS::Region}.${Service}"') =>
  `Resources:${service}${output(value)}`;

const read = (texts: readonly string[], options: ImportOptions = {}): Document => {
  const files = texts.map((text, index) => ({ name: `${index + 1}.yaml`, text }));
  const { document, failure } = importTemplates(catalog, files, options);
  expect(failure).toBeUndefined();
  return document;
};
const endpointOf = (document: Document): Resource<'interface-endpoint'>['props'] => {
  const found = [...document.resources.values()].find(({ kind }) => kind === 'interface-endpoint');
  return (found as Resource<'interface-endpoint'>).props;
};
const texts = (document: Document): string[] =>
  exportTemplates(catalog, document).map(({ exported }) => templateText(exported.template, 'yaml').text);

test.each([
  '!Sub "com.amazonaws.vpce.${AWS::Region}.${Service}"',
  '!Sub "com.amazonaws.vpce.${AWS::Region}.${Service.ServiceId}"',
  '!Sub ["com.amazonaws.vpce.${AWS::Region}.${Id}", { Id: !Ref Service }]',
  "!Join ['.', [com.amazonaws.vpce, !Ref AWS::Region, !Ref Service]]",
  '!GetAtt Service.ServiceName',
])('in one template by reference: %s', (name) => {
  const text = `Resources:${service}${endpoint(name)}`;
  const document = read([text]);

  expect(endpointOf(document)).toMatchObject({ service: '', endpointService: 'Service' });
  expect(texts(document)).toEqual([text]);
});

test('a faulty reference leaves it unknown which one is meant', () => {
  const asked = (name: string) => endpointOf(read([`Resources:${service}${endpoint(name)}`]));

  expect(asked('!GetAtt Sevice.ServiceName')).toMatchObject({
    service: '',
    endpointService: { unknown: {} },
  });
  expect(asked('!Sub "com.amazonaws.vpce.${AWS::Region}.${Sevice}"')).toMatchObject({
    service: { unknown: {} },
    endpointService: null,
  });
});

test('whom permissions allow is marked as a guess where they only likely belong to it', () => {
  const document = read([provider().replace('ServiceId: !Ref Service', 'ServiceId: !Ref Sevice')]);

  const guesses = Object.values(document.resources.get('Service')?.provenance?.guesses ?? {});
  expect(guesses.map(({ prop }) => prop)).toEqual(['principals.principal-1', 'principals.principal-2']);
});

test('an endpoint service is read with whom it allows', () => {
  const found = read([provider()]).resources.get('Service') as Resource<'endpoint-service'>;

  expect(found.props).toMatchObject({
    loadBalancers: { Nlb: true },
    acceptanceRequired: false,
    principals: {
      'principal-1': { principal: 'arn:aws:iam::210987654321:root' },
      'principal-2': { principal: { unknown: {} } },
    },
  });
});

test('a principal that nobody knows stays as its author wrote it when another one is added', () => {
  const document = read([provider()]);
  const found = document.resources.get('Service') as Resource<'endpoint-service'>;
  const principals = { ...found.props.principals, more: { principal: 'arn:aws:iam::111122223333:root' } };
  const resources = new Map(document.resources).set('Service', {
    ...found,
    props: { ...found.props, principals },
  });

  const [first] = exportTemplates(catalog, { ...document, resources });

  expect(first?.exported.template.Resources['Permissions']?.Properties?.['AllowedPrincipals']).toEqual([
    'arn:aws:iam::210987654321:root',
    { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' },
    'arn:aws:iam::111122223333:root',
  ]);
});

test.each([
  [provider(), '!ImportValue the-service'],
  [provider('!Ref Service'), "!Join ['.', [com.amazonaws.vpce, !Ref AWS::Region, !ImportValue the-service]]"],
])('between two templates by an export, both of which come back as they were', (text, name) => {
  const both = [text, `Resources:${endpoint(name)}`];
  const document = read(both);

  expect(endpointOf(document)).toMatchObject({ service: '', endpointService: 'Service' });
  expect(texts(document)).toEqual(both);
});

describe('a name that is a parameter of its template', () => {
  const both = [
    provider(),
    `Parameters: { ServiceName: { Type: String } }\nResources:${endpoint('!Ref ServiceName')}`,
  ];

  test('nobody knows which one is meant', () => {
    expect(endpointOf(read(both))).toMatchObject({ service: { unknown: {} }, endpointService: null });
  });

  test.each(['Service', 'com.amazonaws.vpce.ap-northeast-1.Service'])(
    'the value %s for the parameter links it to the resource of that name',
    (ServiceName) => {
      expect(endpointOf(read(both, { parameters: { ServiceName } }))).toMatchObject({
        endpointService: 'Service',
      });
    },
  );

  test('a link that a person makes is saved in the diagram, and leaves both templates as they are', () => {
    const document = read(both);
    const props = { ...endpointOf(document), endpointService: 'Service' };
    const own = document.resources.get('Endpoint') as Resource<'interface-endpoint'>;
    const linked = { ...document, resources: new Map(document.resources).set('Endpoint', { ...own, props }) };

    const again = readDiagram(catalog, writeDiagram(catalog, linked));

    if ('failure' in again) throw new Error(again.failure.message.en);
    expect(endpointOf(again.document)).toMatchObject({ endpointService: 'Service' });
    expect(texts(again.document)).toEqual(both);
  });
});

test('an endpoint that is drawn in one of two templates imports the name that the other one then exports', () => {
  const before = read([`Resources:${service}`, `Resources:${endpoint('com.amazonaws.ap-northeast-1.sqs')}`]);
  const own = before.resources.get('Endpoint') as Resource<'interface-endpoint'>;
  const { provenance: _, ...fresh } = own;
  const drawn: Resource = {
    ...fresh,
    id: 'New',
    name: 'New endpoint',
    props: { ...own.props, service: '', endpointService: 'Service' },
  };
  const document = { ...before, resources: new Map(before.resources).set('New', drawn) };

  const again = read(texts(document));

  const found = [...again.resources.values()].find(({ name }) => name === 'New endpoint');
  expect(found?.provenance?.template).toBe('2.yaml');
  expect(found?.props).toMatchObject({ endpointService: 'Service' });
});

test('two endpoint services of one name are exported under two names', () => {
  const second = service.replace(/^( {2})(\w+):/gm, '$1$2Too:').replace(/!Ref (\w+)/g, '!Ref $1Too');
  const both = [`Resources:${service}${second}`, `Resources:${endpoint('com.amazonaws.ap-northeast-1.sqs')}`];
  const before = read(both);
  const own = before.resources.get('Endpoint') as Resource<'interface-endpoint'>;
  const { provenance: _, ...fresh } = own;
  const resources = new Map(before.resources);
  for (const id of ['Service', 'ServiceToo']) {
    resources.set(id, { ...(resources.get(id) as Resource), name: 'Shop' });
    resources.set(`To${id}`, {
      ...fresh,
      id: `To${id}`,
      name: `To ${id}`,
      props: { ...own.props, service: '', endpointService: id },
    });
  }

  const again = read(texts({ ...before, resources }));

  const asked = [...again.resources.values()].flatMap((found) =>
    found.name.startsWith('To ') ? [[found.name, found.props]] : [],
  );
  expect(asked).toEqual([
    ['To Service', expect.objectContaining({ endpointService: 'Service' })],
    ['To ServiceToo', expect.objectContaining({ endpointService: 'ServiceToo' })],
  ]);
});

describe('an endpoint service whose load balancer is outside the template', () => {
  const document = read([
    `Parameters: { NlbArn: { Type: String } }\nResources:${service.replace('[!Ref Nlb]', '[!Ref NlbArn]')}${endpoint('!GetAtt Service.ServiceName')}
  Group: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: g, VpcId: !Ref Consumer, SecurityGroupIngress: [{ IpProtocol: -1, CidrIp: 10.0.0.0/16 }] } }
  Client: { Type: AWS::EC2::Instance, Properties: { ImageId: ami-1, SubnetId: !Ref Subnet } }
`.replace('SubnetIds: [!Ref Subnet]', 'SubnetIds: [!Ref Subnet]\n      SecurityGroupIds: [!Ref Group]'),
  ]);

  test('leads where nobody can say', () => {
    const trace = compileNetwork(factsOf(catalog, document)).trace({
      from: { resource: 'Client' },
      to: { resource: 'Endpoint' },
      protocol: 'tcp',
      port: 80,
      sourcePort: null,
    });

    expect(trace).toMatchObject({ verdict: 'unknown', blockedBy: [] });
    expect(trace.unknowns.map(({ en }) => en)).toContainEqual(expect.stringContaining('NlbArn'));
  });

  test('is not told to put that load balancer somewhere', () => {
    const { findings } = validate(catalog, rules, document);

    expect(findings.filter(({ on }) => on.includes('NlbArn'))).toEqual([]);
  });
});
