/** The file names of AWS's icons as the words that AWS writes. */

/** One word, though it has a capital letter within. */
const ownSpellings: readonly string[] =
  'AgentCore AppConfig AppFabric AppFlow AppSync CloudFormation CloudFront CloudHSM CloudSearch CloudShell CloudTrail CloudWatch CodeArtifact CodeBuild CodeCatalyst CodeCommit CodeDeploy CodeGuru CodePipeline CodeWhisperer DataBrew DataSync DataZone DeepRacer DevOps DocumentDB DynamoDB ElastiCache EventBridge ExpressLink FinSpace FleetWise FreeRTOS FSx GameLift GuardDuty HealthImaging HealthLake HealthOmics HealthScribe LoRaWAN MariaDB MediaConnect MediaConvert MediaLive MediaPackage MediaStore MediaTailor MemoryDB MXNet MySQL NetApp Open3D OpenSearch OpenShift OpenTelemetry OpenZFS ParallelCluster PostgreSQL PrivateLink PyTorch SageMaker SimSpace SiteWise TensorFlow TwinMaker UltraWarm VMware WorkDocs WorkMail WorkSpaces XMesh'.split(
    ' ',
  );

/** Several words, though nothing in the file name says so. */
const joinedWords: Readonly<Record<string, string>> = {
  AgentlessCollectorfor: 'Agentless Collector for',
  Backupfor: 'Backup for',
  Supportfor: 'Support for',
  Backupsupportfor: 'Backup support for',
  FSxfor: 'FSx for',
  Distrofor: 'Distro for',
  Exchangefor: 'Exchange for',
  Gluefor: 'Glue for',
  ElastiCachefor: 'ElastiCache for',
  Extensionsfor: 'Extensions for',
  Extractorfor: 'Extractor for',
  Lightsailfor: 'Lightsail for',
  Lookoutfor: 'Lookout for',
  Servicefor: 'Service for',
  Streamingfor: 'Streaming for',
  Workflowsfor: 'Workflows for',
  Costand: 'Cost and',
  Identityand: 'Identity and',
  Toolsand: 'Tools and',
  Multicloudand: 'Multicloud and',
  SitetoSite: 'Site-to-Site',
  Databaseat: 'Database at',
  PyTorchon: 'PyTorch on',
  MXNeton: 'MXNet on',
  TensorFlowon: 'TensorFlow on',
  Serviceon: 'Service on',
  S3on: 'S3 on',
  EKSon: 'EKS on',
  Instancewith: 'Instance with',
  Internetof: 'Internet of',
  Route53: 'Route 53',
  XRay: 'X-Ray',
  B2B: 'B2B',
  APIs: 'APIs',
  AMIs: 'AMIs',
  SDKs: 'SDKs',
  Scalinggroup: 'Scaling group',
  Corporatedatacenter: 'Corporate data center',
  Servercontents: 'Server contents',
  EC2instancecontents: 'EC2 instance contents',
  Privatesubnet: 'Private subnet',
  Publicsubnet: 'Public subnet',
  Virtualprivatecloud: 'Virtual private cloud',
  Cloudlogo: 'Cloud logo',
  Outpostsfamily: 'Outposts family',
  Outpostsrack: 'Outposts rack',
  Outpostsservers: 'Outposts servers',
  Mobileclient: 'Mobile client',
  Officebuilding: 'Office building',
  Tapestorage: 'Tape storage',
  SAMLtoken: 'SAML token',
  SSLpadlock: 'SSL padlock',
  Thingbulb: 'Thing bulb',
  Internetalt1: 'Internet 1',
  Internetalt2: 'Internet 2',
  Globalsecondaryindex: 'Global secondary index',
  Directorybucket: 'Directory bucket',
  Instancealternate: 'Instance Alternate',
  Aternate: 'Alternate',
  Databasemigrationworkfloworjob: 'Database migration workflow or job',
  Crossaccount: 'Cross-account',
  Volumegp3: 'Volume gp3',
  Editorv20: 'Editor v2.0',
  NFSlinkeddatasets: 'NFS linked datasets',
  S3linkeddatasets: 'S3 linked datasets',
  AWSrePost: 'AWS re:Post',
  AIA2I: 'AI (A2I)',
  AZDB: 'AZ DB',
  CopiIoTCLI: 'Copilot CLI',
  Onpremises: 'On-premises',
};

const corrections: readonly (readonly [RegExp, string])[] = [
  ...Object.entries(joinedWords).map(
    ([joined, words]) => [new RegExp(`\\b${apart(joined)}(?![a-z])`, 'g'), words] as const,
  ),
  [/\bAWS(?=[A-Z])/g, 'AWS '],
  ...ownSpellings.map((word) => [new RegExp(`\\b${apart(word)}\\b`, 'g'), word] as const),
];

/** `AmazonVPCNATGateway` as `Amazon VPC NAT Gateway`. */
export function spaced(name: string): string {
  let label = apart(name);
  for (const [pattern, words] of corrections) label = label.replace(pattern, words);
  return label;
}

/** At every capital letter: right of most names, wrong of `DynamoDB`. */
function apart(name: string): string {
  return name
    .replace(/^AWS(?=[A-Z])/, 'AWS ')
    .replace(/(VPC|EC2|RDS|EMR|IAM|STS|SNS|EFS|EBS|ECS|EKS|ECR|IoT|S3)(?=[A-Z])/g, '$1 ')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1 ')
    .replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
    .replace(/\bIo T\b/g, 'IoT')
    .replace(/\s+/g, ' ')
    .trim();
}
