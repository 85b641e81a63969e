/** What the provider of AWS does otherwise than CloudFormation with what runs and what connects networks. */
import { describe, expect, it } from 'vitest';
import { terraformOf } from '../testing/terraform/terraformOf';

const ref = (id: string) => ({ Ref: id });
const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const subnet = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' } };
const main = (Resources: object): string => terraformOf({ Resources }).main;

describe('an instance', () => {
  it('has the first interface itself, and those that are made before by their ids', () => {
    const written = main({
      Vpc: vpc,
      Subnet: subnet,
      Card: { Type: 'AWS::EC2::NetworkInterface', Properties: { SubnetId: ref('Subnet') } },
      One: {
        Type: 'AWS::EC2::Instance',
        Properties: {
          ImageId: 'ami-1',
          UserData: { 'Fn::Base64': '#!/bin/sh\nexit\n' },
          NetworkInterfaces: [
            { DeviceIndex: '0', SubnetId: ref('Subnet'), AssociatePublicIpAddress: true },
            { DeviceIndex: '1', NetworkInterfaceId: ref('Card') },
          ],
        },
      },
      Two: {
        Type: 'AWS::EC2::Instance',
        Properties: {
          ImageId: 'ami-1',
          NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: ref('Card') }],
        },
      },
    });

    expect(written).toContain('associate_public_ip_address = true');
    expect(written).toContain('user_data                   = <<-EOT\n    #!/bin/sh\n    exit\n  EOT');
    expect(written).toContain(`resource "aws_network_interface_attachment" "one_interface_1" {
  instance_id          = aws_instance.one.id
  network_interface_id = aws_network_interface.card.id
  device_index         = 1
}`);
    expect(written).toContain(
      '  primary_network_interface {\n    network_interface_id = aws_network_interface.card.id\n  }',
    );
  });
});

describe('workloads', () => {
  it('wait for the policies of their role, which are resources of their own here', () => {
    const written = main({
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: {}, ManagedPolicyArns: ['arn:aws:iam::aws:policy/X'] },
      },
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
          Code: { ZipFile: 'x' },
          Runtime: 'nodejs22.x',
        },
      },
    });

    expect(written).toContain('depends_on = [aws_iam_role_policy_attachment.role_policy]');
    expect(written).toContain('function_name    = "${var.stack_name}-function"');
    expect(written).toContain('filename         = data.archive_file.function.output_path');
    expect(written).toContain('filename = "index.js"');
  });

  it('of SAM have their code from beside the module, or from S3, and what they may do', () => {
    // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
    const {
      main: written,
      outputs,
      remarks,
    } = terraformOf({
      Resources: {
        Near: {
          Type: 'AWS::Serverless::Function',
          Properties: {
            CodeUri: './src/near/',
            Policies: [
              'AmazonS3ReadOnlyAccess',
              { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
              { SQSPollerPolicy: { QueueName: 'q' } },
            ],
          },
        },
        Far: { Type: 'AWS::Serverless::Function', Properties: { CodeUri: 's3://code/a/far.zip', Role: 'r' } },
      },
      Outputs: { Role: { Value: { 'Fn::GetAtt': ['NearRole', 'Arn'] } }, Name: { Value: ref('NearRole') } },
    });

    expect(written).toContain('source_dir  = "${path.module}/src/near"');
    expect(written).toContain('s3_bucket     = "code"');
    expect(written).toContain('s3_key        = "a/far.zip"');
    expect(written).toContain('aws_iam_role_policy" "near_role"');
    expect(written).toContain(':iam::aws:policy/AmazonS3ReadOnlyAccess"');
    expect(outputs).toContain('value = aws_lambda_function.near.role');
    expect(outputs).toContain('value = split("/", aws_lambda_function.near.role)[1]');
    expect(remarks).toEqual([
      'Near: the code at ./src/near/ must lie beside the module, as it lies beside the template',
      'Near: Policies has no equivalent here; it stands as a comment',
    ]);
  });

  it('that the serverless transform makes have the role that it would make', () => {
    // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html
    const written = main({
      Function: { Type: 'AWS::Serverless::Function', Properties: { InlineCode: 'x', Runtime: 'python3.13' } },
    });

    expect(written).toContain('role             = aws_iam_role.function_role.arn');
    expect(written).toContain('policy/service-role/AWSLambdaBasicExecutionRole"');
  });

  it('have containers in the words of the service', () => {
    const written = main({
      Task: {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: {
          ContainerDefinitions: [
            {
              Name: 'app',
              Image: 'x',
              PortMappings: [{ ContainerPort: '80' }],
              DockerLabels: { Team: 'net' },
            },
          ],
        },
      },
    });

    expect(written.replace(/\s+/g, ' ')).toContain(
      'jsonencode([ { name = "app" image = "x" portMappings = [ { containerPort = 80 }, ] dockerLabels = { Team = "net" } }, ])',
    );
  });

  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
  it('that are databases leave a snapshot behind unless the template says otherwise', () => {
    const database = { Type: 'AWS::RDS::DBInstance', Properties: { DBInstanceClass: 'db.t4g.micro' } };

    expect(main({ Db: database })).toContain('final_snapshot_identifier = "${var.stack_name}-db"');
    expect(main({ Db: { ...database, DeletionPolicy: 'Delete' } })).toContain('skip_final_snapshot = true');
  });
});

describe('connections', () => {
  const peering = (properties: object) => ({
    Type: 'AWS::EC2::VPCPeeringConnection',
    Properties: { VpcId: ref('Vpc'), PeerVpcId: 'vpc-1', ...properties },
  });

  it('between VPCs of one account are accepted, across Regions at the other end', () => {
    expect(main({ Vpc: vpc, Peering: peering({}) })).toContain('auto_accept = true');

    const across = main({ Vpc: vpc, Peering: peering({ PeerRegion: 'us-east-1' }) });
    expect(across).toContain(`resource "aws_vpc_peering_connection_accepter" "peering_accepter" {
  region                    = "us-east-1"
  vpc_peering_connection_id = aws_vpc_peering_connection.peering.id
  auto_accept               = true
}`);
    const other = terraformOf({ Resources: { Vpc: vpc, Peering: peering({ PeerOwnerId: '210987654321' }) } });
    expect(other.main).not.toContain('auto_accept');
    expect(other.remarks).toEqual([expect.stringContaining('the other account must accept')]);
  });

  it('to a transit gateway without default route tables do not look for one', () => {
    const written = main({
      Transit: { Type: 'AWS::EC2::TransitGateway', Properties: { DefaultRouteTableAssociation: 'disable' } },
      Attachment: {
        Type: 'AWS::EC2::TransitGatewayAttachment',
        Properties: { TransitGatewayId: ref('Transit'), VpcId: 'vpc-1', SubnetIds: ['subnet-1'] },
      },
    });

    expect(written).toContain('transit_gateway_default_route_table_association = false');
    expect(written).not.toContain('transit_gateway_default_route_table_propagation');
  });
});

describe('a Client VPN endpoint', () => {
  // The other provider, which has what this one lacks elsewhere, has no Client VPN at all:
  // https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/supported-resources.html
  it('goes to no provider that does not have it', () => {
    const { main: written, remarks } = terraformOf({
      Resources: {
        Endpoint: {
          Type: 'AWS::EC2::ClientVpnEndpoint',
          Properties: {
            ServerCertificateArn: 'x',
            TransitGatewayConfiguration: { TransitGatewayId: 'tgw-1' },
          },
        },
        Route: {
          Type: 'AWS::EC2::ClientVpnRoute',
          Properties: { ClientVpnEndpointId: ref('Endpoint'), DestinationCidrBlock: '10.0.0.0/8' },
        },
      },
    });

    expect(written).not.toContain('awscc');
    expect(written).toContain('# Not carried over: TransitGatewayConfiguration {"TransitGatewayId":"tgw-1"}');
    expect(written).toContain('# Not carried over: Route, of the type');
    expect(remarks).toHaveLength(2);
  });
});
