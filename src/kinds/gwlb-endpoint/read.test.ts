import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { imported } from '../../testing/imported';

const read = (text: string) =>
  imported(
    catalog,
    `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
${text}`,
  );

const endpoint = (more = '') =>
  `  Inspection: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcEndpointType: GatewayLoadBalancer, VpcId: !Ref Vpc, SubnetIds: [!Ref Subnet]${more} } }\n`;

test('an endpoint is read with its subnet and the name of its service', () => {
  const { the, logicalId } = read(
    endpoint(', ServiceName: com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0'),
  );

  const found = the('gwlb-endpoint', 'Inspection');
  expect(logicalId(found.parentId)).toBe('Subnet');
  expect(found.props).toEqual({
    service: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-0123456789abcdef0',
    provider: null,
    accepted: false,
    dualStack: false,
  });
});

test.each(['VpcEndpointId', 'GatewayId'])('a route leads to it by its %s', (property) => {
  const { the } = read(
    `${endpoint(', ServiceName: com.amazonaws.vpce.ap-northeast-1.vpce-svc-1, IpAddressType: dualstack')}  Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, ${property}: !Ref Inspection } }\n`,
  );

  const { id, props } = the('gwlb-endpoint', 'Inspection');
  expect(the('route-table', 'Table').props.routes['Route']?.target).toBe(id);
  expect(props.dualStack).toBe(true);
});
