/**
 * The services that AWS names in VPC endpoints, by their short names; those with a FIPS endpoint have the same name with
 * `-fips` in it. Services come and go, so a name that is not here may be one all the same.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */

/** Whether the short name of a service is one that AWS documents. */
export function isDocumentedService(short: string): boolean {
  return names.has(short) || globalNames.has(short) || names.has(short.replace(/-fips(?=$|\.)/, ''));
}

/** All short names, for those who offer the nearest ones. */
export function documentedServices(): readonly string[] {
  return [...names, ...globalNames];
}

/** Services without Regions, whose full names have none either: `com.amazonaws.iam`. */
export const globalNames: ReadonlySet<string> = new Set(['cloudfront', 'iam', 'route53', 'savingsplans']);

const names: ReadonlySet<string> = new Set(
  `
  access-analyzer account acm acm-pca airflow.api airflow.env airflow.ops analytics-omics apigateway
  app-integrations appconfig appconfigdata application-autoscaling application-signals applicationinsights
  appmesh appmesh-envoy-management apprunner apprunner.requests appstream.api appstream.streaming appsync-api
  apptest aps aps-workspaces arsenal-discovery athena auditmanager autoscaling autoscaling-plans awsconnector
  b2bi backup backup-gateway batch bcm-pricing-calculator bedrock bedrock-agent bedrock-agent-runtime
  bedrock-agentcore bedrock-agentcore.gateway bedrock-data-automation bedrock-data-automation-runtime
  bedrock-runtime billing billingconductor braket cases cassandra ce cleanrooms cleanrooms-ml cloudcontrolapi
  clouddirectory cloudformation cloudhsmv2 cloudtrail codeartifact.api codeartifact.repositories codebuild
  codecatalyst.git codecatalyst.packages codecommit codeconnections.api codedeploy codedeploy-commands-secure
  codeguru-profiler codeguru-reviewer codepipeline codestar-connections.api codewhisperer cognito-identity
  cognito-idp comprehend comprehendmedical compute-optimizer config connect-campaigns console
  control-storage-omics controlcatalog controltower cost-optimization-hub data-servicediscovery databrew
  dataexchange datasync datazone deadline.management deadline.scheduling detective deviceadvisor.iot
  devops-guru dicom-medical-imaging directconnect discovery dlm dms drs ds ds-data dsql dynamodb
  dynamodb-streams ebs ec2 ec2messages ecr-public.api ecr.api ecr.dkr ecs ecs-agent ecs-telemetry eks eks-auth
  eks-proxy elastic-inference.runtime elasticache elasticbeanstalk elasticbeanstalk-health elasticfilesystem
  elasticloadbalancing elasticmapreduce email email-smtp emr-containers emr-serverless
  emr-serverless-services.livy emr-serverless.dashboard emrwal.prod entityresolution events evidently
  evidently-dataplane evs execute-api finspace finspace-api fis fms forecast forecastquery frauddetector
  freetier fsx gamelift gameliftstreams geo.geofencing geo.maps geo.metadata geo.places geo.routes
  geo.tracking git-codecommit glue glue.dashboard grafana grafana-workspace greengrass groundstation guardduty
  guardduty-data healthlake highlander identitystore imagebuilder inspector-scan inspector2 internetmonitor
  invoicing iot.api iot.credentials iot.data iot.fleethub.api iot.tunneling.api iot.tunneling.data
  iotfleetwise iotmanagedintegrations.api iotroborunner iotsitewise.api iotsitewise.data iottwinmaker.api
  iottwinmaker.data iotwireless.api ivs.contribute kafka kafkaconnect kendra kinesis-firehose kinesis-streams
  kinesisanalytics kms lakeformation lambda launchwizard license-manager license-manager-linux-subscriptions
  license-manager-user-subscriptions lightsail logs lookoutequipment lookoutmetrics lookoutvision lorawan.cups
  lorawan.lns m2 macie2 mail-manager managedblockchain-query managedblockchain.bitcoin.mainnet
  managedblockchain.bitcoin.testnet mediaconnect mediaconvert medical-imaging memory-db metering-marketplace
  mgn migrationhub-orchestrator migrationhub-strategy models-v2-lex monitoring mq neptune-graph
  neptune-graph-data network-firewall networkflowmonitor networkflowmonitorreports networkmanager
  networkmonitor nimble notifications notifications-contacts oam observabilityadmin organizations osis
  outposts panorama payment-cryptography.controlplane payment-cryptography.dataplane pca-connector-ad
  pca-connector-scep pcs personalize personalize-events personalize-runtime pi pinpoint pinpoint-sms-voice-v2
  pipes pipes-data polly pricing.api private-networks profile proton q qapps qldb.session quicksight-website
  ram rbin rds rds-data redshift redshift-data redshift-serverless refactor-spaces rekognition repostspace
  resource-explorer-2 resource-groups robomaker rolesanywhere rum rum-dataplane runtime-medical-imaging
  runtime-v2-lex s3 s3-outposts s3express s3tables s3vectors sagemaker-data-science-assistant
  sagemaker-geospatial sagemaker.api sagemaker.featurestore-runtime sagemaker.metrics sagemaker.runtime
  scheduler schemas scn secretsmanager securityhub securitylake serverlessrepo service.user-subscriptions
  servicecatalog servicecatalog-appregistry servicediscovery servicequotas shield signin simspaceweaver sms
  snow-device-management sns social-messaging sqs ssm ssm-contacts ssm-incidents ssm-quicksetup ssm-sap
  ssmmessages states storage-omics storagegateway streaming-rekognition sts swf sync-states synthetics tagging
  tags-omics tax textract thinclient.api timestream-influxdb tnb transcribe transcribestreaming transfer
  transfer.server transform transform-custom translate trustedadvisor verifiedpermissions voiceid vpc-lattice
  wafv2 wellarchitected wisdom workflows-omics workmail workmailmessageflow workspaces workspaces-web xray
`
    .trim()
    .split(/\s+/),
);
