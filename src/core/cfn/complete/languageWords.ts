/** The words of CloudFormation's language that stand in every template's reach. */

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
export const pseudoParameters = [
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html */
export const functions = [
  'Ref',
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::GetAZs',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
  'Fn::ToJsonString',
  'Fn::Transform',
];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html */
export const resourceKeys = [
  'Type',
  'Properties',
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'CreationPolicy',
  'UpdatePolicy',
  'Metadata',
];
export const deletionPolicies = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
export const parameterKeys = [
  'Type',
  'Default',
  'Description',
  'AllowedValues',
  'AllowedPattern',
  'ConstraintDescription',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
  'NoEcho',
];
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html */
export const parameterTypes = [
  'String',
  'Number',
  'CommaDelimitedList',
  'List<Number>',
  ...[
    'AvailabilityZone::Name',
    'Image::Id',
    'Instance::Id',
    'KeyPair::KeyName',
    'SecurityGroup::GroupName',
    'SecurityGroup::Id',
    'Subnet::Id',
    'Volume::Id',
    'VPC::Id',
  ].flatMap((each) => [
    `AWS::EC2::${each}`,
    ...(each === 'KeyPair::KeyName' ? [] : [`List<AWS::EC2::${each}>`]),
  ]),
  'AWS::Route53::HostedZone::Id',
  'List<AWS::Route53::HostedZone::Id>',
  'AWS::SSM::Parameter::Name',
  'AWS::SSM::Parameter::Value<String>',
  'AWS::SSM::Parameter::Value<List<String>>',
];
export const outputKeys = ['Description', 'Value', 'Export', 'Condition'];
