/** The services that are offered by name, with the icon and the full name of each; any other is drawn with a plain one. */
export interface AwsService {
  readonly name: string;
  readonly icon: string;
}

const service = (name: string, icon: string): AwsService => ({ name, icon: `architecture-service/${icon}` });

/** By the name that endpoints use, the most used ones first. */
export const services: Readonly<Record<string, AwsService>> = {
  s3: service('Amazon S3', 'AmazonSimpleStorageService'),
  dynamodb: service('Amazon DynamoDB', 'AmazonDynamoDB'),
  ssm: service('AWS Systems Manager', 'AWSSystemsManager'),
  ssmmessages: service('Systems Manager messages', 'AWSSystemsManager'),
  ec2messages: service('EC2 messages', 'AWSSystemsManager'),
  sqs: service('Amazon SQS', 'AmazonSimpleQueueService'),
  sns: service('Amazon SNS', 'AmazonSimpleNotificationService'),
  'ecr.api': service('Amazon ECR API', 'AmazonElasticContainerRegistry'),
  'ecr.dkr': service('Amazon ECR Docker registry', 'AmazonElasticContainerRegistry'),
  logs: service('Amazon CloudWatch Logs', 'AmazonCloudWatch'),
  kms: service('AWS KMS', 'AWSKeyManagementService'),
  secretsmanager: service('AWS Secrets Manager', 'AWSSecretsManager'),
  sts: service('AWS STS', 'AWSIdentityandAccessManagement'),
  s3express: service('Amazon S3 Express One Zone', 'AmazonSimpleStorageService'),
  ec2: service('Amazon EC2 API', 'AmazonEC2'),
  lambda: service('AWS Lambda', 'AWSLambda'),
  ecs: service('Amazon ECS', 'AmazonElasticContainerService'),
  monitoring: service('Amazon CloudWatch', 'AmazonCloudWatch'),
  events: service('Amazon EventBridge', 'AmazonEventBridge'),
  states: service('AWS Step Functions', 'AWSStepFunctions'),
  'execute-api': service('Amazon API Gateway', 'AmazonAPIGateway'),
  'kinesis-streams': service('Amazon Kinesis Data Streams', 'AmazonKinesisDataStreams'),
  athena: service('Amazon Athena', 'AmazonAthena'),
  glue: service('AWS Glue', 'AWSGlue'),
  'bedrock-runtime': service('Amazon Bedrock', 'AmazonBedrock'),
  'sagemaker.runtime': service('Amazon SageMaker AI', 'AmazonSageMakerAI'),
  xray: service('AWS X-Ray', 'AWSXRay'),
  codebuild: service('AWS CodeBuild', 'AWSCodeBuild'),
  elasticfilesystem: service('Amazon EFS', 'AmazonEFS'),
};
