import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { opened } from '../../testing/opened';
import { call, runCommand } from '../commands';
import { exportTemplate } from './exportTemplate';
import { templateText } from './templateText';

const template = `Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  DbRoutes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Gateway: { Type: AWS::EC2::VPNGateway, Properties: { Type: ipsec.1 } }
  Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, VpnGatewayId: !Ref Gateway } }
  Propagation:
    Type: AWS::EC2::VPNGatewayRoutePropagation
    DependsOn: Attachment
    Properties:
      RouteTableIds: [!Ref DbRoute, !Ref DbRoutes]
      VpnGatewayId: !Ref Gateway
`;

test('a faulty reference beside a sound one to what was likely meant stays while something else is changed', () => {
  const document = opened(template);
  const [vpc] = [...document.resources.values()].filter(({ kind }) => kind === 'vpc');

  const changed = runCommand(
    { catalog },
    document,
    call('setProps', { id: vpc?.id ?? '', props: { cidr: '10.1.0.0/16' } }),
  );
  const { text } = templateText(exportTemplate(catalog, changed).template, 'yaml');

  expect(text).toBe(template.replace('10.0.0.0/16', '10.1.0.0/16'));
});
