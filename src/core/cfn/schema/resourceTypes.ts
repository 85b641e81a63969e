/**
 * What CloudFormation takes of the resource types that matter in a network.
 *
 * A line has a type, its properties, and behind a bar its attributes; the lines indented below it have the objects
 * that stand in its properties. `!` marks what is required. Behind the colon stands what a property takes, where it is
 * not a text: `i` a whole number, `n` a number, `b` true or false, `*` anything, `o` an object of any form, `=a/b` one
 * of these texts, `[x]` a list, `{x}` a map, a name the object of that line. Of an attribute stands there what it
 * gives.
 *
 * Made from @aws-cdk/aws-service-spec 0.1.216 (Apache-2.0, by Amazon.com, Inc. or its affiliates) by
 * `UPDATE=1 npx vitest run src/core/cfn/schema`; do not edit.
 */
export const resourceTypes = `\
AWS::ApplicationAutoScaling::ScalableTarget MaxCapacity!:i MinCapacity!:i ResourceId! RoleARN ScalableDimension! ScheduledActions:[ScheduledAction] ServiceNamespace! SuspendedState:SuspendedState Tags:[Tag] | Id
 ScheduledAction EndTime ScalableTargetAction:ScalableTargetAction Schedule! ScheduledActionName! StartTime Timezone
 SuspendedState DynamicScalingInSuspended:b DynamicScalingOutSuspended:b ScheduledScalingSuspended:b
 ScalableTargetAction MaxCapacity:i MinCapacity:i
AWS::ApplicationAutoScaling::ScalingPolicy PolicyName! PolicyType! PredictiveScalingPolicyConfiguration:PredictiveScalingPolicyConfiguration ResourceId ScalableDimension ScalingTargetId ServiceNamespace StepScalingPolicyConfiguration:StepScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration:TargetTrackingScalingPolicyConfiguration | Arn
 PredictiveScalingPolicyConfiguration MaxCapacityBreachBehavior MaxCapacityBuffer:i MetricSpecifications!:[PredictiveScalingMetricSpecification] Mode SchedulingBufferTime:i
 StepScalingPolicyConfiguration AdjustmentType Cooldown:i MetricAggregationType MinAdjustmentMagnitude:i StepAdjustments:[StepAdjustment]
 TargetTrackingScalingPolicyConfiguration CustomizedMetricSpecification:CustomizedMetricSpecification DisableScaleIn:b PredefinedMetricSpecification:PredefinedMetricSpecification ScaleInCooldown:i ScaleOutCooldown:i TargetValue!:n
 PredictiveScalingMetricSpecification CustomizedCapacityMetricSpecification:PredictiveScalingCustomizedCapacityMetric CustomizedLoadMetricSpecification:PredictiveScalingCustomizedLoadMetric CustomizedScalingMetricSpecification:PredictiveScalingCustomizedScalingMetric PredefinedLoadMetricSpecification:PredictiveScalingPredefinedLoadMetric PredefinedMetricPairSpecification:PredictiveScalingPredefinedMetricPair PredefinedScalingMetricSpecification:PredictiveScalingPredefinedScalingMetric TargetValue!:n
 StepAdjustment MetricIntervalLowerBound:n MetricIntervalUpperBound:n ScalingAdjustment!:i
 CustomizedMetricSpecification Dimensions:[MetricDimension] MetricName Metrics:[TargetTrackingMetricDataQuery] Namespace Statistic Unit
 PredefinedMetricSpecification PredefinedMetricType! ResourceLabel
 PredictiveScalingCustomizedCapacityMetric MetricDataQueries!:[PredictiveScalingMetricDataQuery]
 PredictiveScalingCustomizedLoadMetric MetricDataQueries!:[PredictiveScalingMetricDataQuery]
 PredictiveScalingCustomizedScalingMetric MetricDataQueries!:[PredictiveScalingMetricDataQuery]
 PredictiveScalingPredefinedLoadMetric PredefinedMetricType! ResourceLabel
 PredictiveScalingPredefinedMetricPair PredefinedMetricType! ResourceLabel
 PredictiveScalingPredefinedScalingMetric PredefinedMetricType! ResourceLabel
 MetricDimension Name! Value!
 TargetTrackingMetricDataQuery Expression Id Label MetricStat:TargetTrackingMetricStat ReturnData:b
 PredictiveScalingMetricDataQuery Expression Id Label MetricStat:PredictiveScalingMetricStat ReturnData:b
 TargetTrackingMetricStat Metric:TargetTrackingMetric Stat Unit
 PredictiveScalingMetricStat Metric:PredictiveScalingMetric Stat Unit
 TargetTrackingMetric Dimensions:[TargetTrackingMetricDimension] MetricName Namespace
 PredictiveScalingMetric Dimensions:[PredictiveScalingMetricDimension] MetricName Namespace
 TargetTrackingMetricDimension Name Value
 PredictiveScalingMetricDimension Name Value
AWS::AutoScaling::AutoScalingGroup AutoScalingGroupName AvailabilityZoneDistribution:AvailabilityZoneDistribution AvailabilityZoneIds:[] AvailabilityZoneImpairmentPolicy:AvailabilityZoneImpairmentPolicy AvailabilityZones:[] CapacityRebalance:b CapacityReservationSpecification:CapacityReservationSpecification Context Cooldown DefaultInstanceWarmup:i DeletionProtection DesiredCapacity DesiredCapacityType HealthCheckGracePeriod:i HealthCheckType InstanceId InstanceLifecyclePolicy:InstanceLifecyclePolicy InstanceMaintenancePolicy:InstanceMaintenancePolicy LaunchConfigurationName LaunchTemplate:LaunchTemplateSpecification LifecycleHookSpecificationList:[LifecycleHookSpecification] LoadBalancerNames:[] MaxInstanceLifetime:i MaxSize! MetricsCollection:[MetricsCollection] MinSize! MixedInstancesPolicy:MixedInstancesPolicy NewInstancesProtectedFromScaleIn:b NotificationConfiguration:NotificationConfiguration NotificationConfigurations:[NotificationConfiguration] PlacementGroup ServiceLinkedRoleARN SkipZonalShiftValidation:b Tags:[TagProperty] TargetGroupARNs:[] TerminationPolicies:[] TrafficSources:[TrafficSourceIdentifier] VPCZoneIdentifier:[] | AutoScalingGroupARN
 AvailabilityZoneDistribution CapacityDistributionStrategy:=balanced-best-effort/balanced-only/reservations-then-balanced
 AvailabilityZoneImpairmentPolicy ImpairedZoneHealthCheckBehavior!:=IgnoreUnhealthy/ReplaceUnhealthy ZonalShiftEnabled!:b
 CapacityReservationSpecification CapacityReservationPreference! CapacityReservationTarget:CapacityReservationTarget
 InstanceLifecyclePolicy RetentionTriggers:RetentionTriggers
 InstanceMaintenancePolicy MaxHealthyPercentage:i MinHealthyPercentage:i
 LaunchTemplateSpecification LaunchTemplateId LaunchTemplateName Version!
 LifecycleHookSpecification DefaultResult HeartbeatTimeout:i LifecycleHookName! LifecycleTransition! NotificationMetadata NotificationTargetARN RoleARN
 MetricsCollection Granularity! Metrics:[]
 MixedInstancesPolicy InstancesDistribution:InstancesDistribution LaunchTemplate!:LaunchTemplate
 NotificationConfiguration NotificationTypes:[] TopicARN!:*
 TagProperty Key! PropagateAtLaunch!:b Value!
 TrafficSourceIdentifier Identifier! Type!
 CapacityReservationTarget CapacityReservationIds:[] CapacityReservationResourceGroupArns:[]
 RetentionTriggers TerminateHookAbandon
 InstancesDistribution DistributionSegments:[DistributionSegment] OnDemandAllocationStrategy OnDemandBaseCapacity:i OnDemandPercentageAboveBaseCapacity:i SpotAllocationStrategy SpotInstancePools:i SpotMaxPrice
 LaunchTemplate LaunchTemplateSpecification!:LaunchTemplateSpecification Overrides:[LaunchTemplateOverrides]
 DistributionSegment TargetCapacityTypes!:[=on-demand-capacity-reservation/capacity-block/interruptible-capacity-reservation/on-demand]
 LaunchTemplateOverrides ImageId InstanceRequirements:InstanceRequirements InstanceType LaunchTemplateSpecification:LaunchTemplateSpecification WeightedCapacity
 InstanceRequirements AcceleratorCount:AcceleratorCountRequest AcceleratorManufacturers:[] AcceleratorNames:[] AcceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiBRequest AcceleratorTypes:[] AllowedInstanceTypes:[] BareMetal BaselineEbsBandwidthMbps:BaselineEbsBandwidthMbpsRequest BaselinePerformanceFactors:BaselinePerformanceFactorsRequest BurstablePerformance CpuManufacturers:[] ExcludedInstanceTypes:[] InstanceGenerations:[] LocalStorage LocalStorageTypes:[] MaxSpotPriceAsPercentageOfOptimalOnDemandPrice:i MemoryGiBPerVCpu:MemoryGiBPerVCpuRequest MemoryMiB!:MemoryMiBRequest NetworkBandwidthGbps:NetworkBandwidthGbpsRequest NetworkInterfaceCount:NetworkInterfaceCountRequest OnDemandMaxPricePercentageOverLowestPrice:i RequireHibernateSupport:b SpotMaxPricePercentageOverLowestPrice:i TotalLocalStorageGB:TotalLocalStorageGBRequest VCpuCount!:VCpuCountRequest
 AcceleratorCountRequest Max:i Min:i
 AcceleratorTotalMemoryMiBRequest Max:i Min:i
 BaselineEbsBandwidthMbpsRequest Max:i Min:i
 BaselinePerformanceFactorsRequest Cpu:CpuPerformanceFactorRequest
 MemoryGiBPerVCpuRequest Max:n Min:n
 MemoryMiBRequest Max:i Min:i
 NetworkBandwidthGbpsRequest Max:n Min:n
 NetworkInterfaceCountRequest Max:i Min:i
 TotalLocalStorageGBRequest Max:n Min:n
 VCpuCountRequest Max:i Min:i
 CpuPerformanceFactorRequest References:[PerformanceFactorReferenceRequest]
 PerformanceFactorReferenceRequest InstanceFamily
AWS::AutoScaling::LaunchConfiguration AssociatePublicIpAddress:b BlockDeviceMappings:[BlockDeviceMapping] ClassicLinkVPCId ClassicLinkVPCSecurityGroups:[] EbsOptimized:b IamInstanceProfile ImageId! InstanceId InstanceMonitoring:b InstanceType! KernelId KeyName LaunchConfigurationName MetadataOptions:MetadataOptions PlacementTenancy RamDiskId SecurityGroups:[] SpotPrice UserData |
 BlockDeviceMapping DeviceName! Ebs:BlockDevice NoDevice:b VirtualName
 MetadataOptions HttpEndpoint HttpPutResponseHopLimit:i HttpTokens
 BlockDevice DeleteOnTermination:b Encrypted:b Iops:i SnapshotId Throughput:i VolumeSize:i VolumeType
AWS::AutoScaling::LifecycleHook AutoScalingGroupName! DefaultResult HeartbeatTimeout:i LifecycleHookName LifecycleTransition! NotificationMetadata NotificationTargetARN RoleARN |
AWS::AutoScaling::ScalingPolicy AdjustmentType AutoScalingGroupName! Cooldown EstimatedInstanceWarmup:i MetricAggregationType MinAdjustmentMagnitude:i PolicyType PredictiveScalingConfiguration:PredictiveScalingConfiguration ScalingAdjustment:i StepAdjustments:[StepAdjustment] TargetTrackingConfiguration:TargetTrackingConfiguration | Arn PolicyName
 PredictiveScalingConfiguration MaxCapacityBreachBehavior MaxCapacityBuffer:i MetricSpecifications!:[PredictiveScalingMetricSpecification] Mode SchedulingBufferTime:i
 StepAdjustment MetricIntervalLowerBound:n MetricIntervalUpperBound:n ScalingAdjustment!:i
 TargetTrackingConfiguration CustomizedMetricSpecification:CustomizedMetricSpecification DisableScaleIn:b PredefinedMetricSpecification:PredefinedMetricSpecification TargetValue!:n
 PredictiveScalingMetricSpecification CustomizedCapacityMetricSpecification:PredictiveScalingCustomizedCapacityMetric CustomizedLoadMetricSpecification:PredictiveScalingCustomizedLoadMetric CustomizedScalingMetricSpecification:PredictiveScalingCustomizedScalingMetric PredefinedLoadMetricSpecification:PredictiveScalingPredefinedLoadMetric PredefinedMetricPairSpecification:PredictiveScalingPredefinedMetricPair PredefinedScalingMetricSpecification:PredictiveScalingPredefinedScalingMetric TargetValue!:n
 CustomizedMetricSpecification Dimensions:[MetricDimension] MetricName Metrics:[TargetTrackingMetricDataQuery] Namespace Period:i Statistic Unit
 PredefinedMetricSpecification PredefinedMetricType! ResourceLabel
 PredictiveScalingCustomizedCapacityMetric MetricDataQueries!:[MetricDataQuery]
 PredictiveScalingCustomizedLoadMetric MetricDataQueries!:[MetricDataQuery]
 PredictiveScalingCustomizedScalingMetric MetricDataQueries!:[MetricDataQuery]
 PredictiveScalingPredefinedLoadMetric PredefinedMetricType! ResourceLabel
 PredictiveScalingPredefinedMetricPair PredefinedMetricType! ResourceLabel
 PredictiveScalingPredefinedScalingMetric PredefinedMetricType! ResourceLabel
 MetricDimension Name! Value!
 TargetTrackingMetricDataQuery Expression Id! Label MetricStat:TargetTrackingMetricStat Period:i ReturnData:b
 MetricDataQuery Expression Id! Label MetricStat:MetricStat ReturnData:b
 TargetTrackingMetricStat Metric!:Metric Period:i Stat! Unit
 MetricStat Metric!:Metric Stat! Unit
 Metric Dimensions:[MetricDimension] MetricName! Namespace!
AWS::AutoScaling::ScheduledAction AutoScalingGroupName! DesiredCapacity:i EndTime MaxSize:i MinSize:i Recurrence StartTime TimeZone | ScheduledActionName
AWS::AutoScaling::WarmPool AutoScalingGroupName! InstanceReusePolicy:InstanceReusePolicy MaxGroupPreparedCapacity:i MinSize:i PoolState |
 InstanceReusePolicy ReuseOnScaleIn:b
AWS::Backup::BackupPlan BackupPlan!:BackupPlanResourceType BackupPlanTags:{} | BackupPlanArn BackupPlanId VersionId
 BackupPlanResourceType AdvancedBackupSettings:[AdvancedBackupSettingResourceType] BackupPlanName! BackupPlanRule!:[BackupRuleResourceType] ScanSettings:[ScanSettingResourceType]
 AdvancedBackupSettingResourceType BackupOptions!:o ResourceType!
 BackupRuleResourceType CompletionWindowMinutes:n CopyActions:[CopyActionResourceType] EnableContinuousBackup:b IndexActions:[IndexActionsResourceType] Lifecycle:LifecycleResourceType RecoveryPointTags:{} RuleName! ScanActions:[ScanActionResourceType] ScheduleExpression ScheduleExpressionTimezone StartWindowMinutes:n TargetBackupVault! TargetLogicallyAirGappedBackupVaultArn
 ScanSettingResourceType MalwareScanner:=GUARDDUTY ResourceTypes:[] ScannerRoleArn
 CopyActionResourceType DestinationBackupVaultArn! Lifecycle:LifecycleResourceType
 IndexActionsResourceType ResourceTypes:[]
 LifecycleResourceType DeleteAfterDays:n MoveToColdStorageAfterDays:n OptInToArchiveForSupportedResources:b
 ScanActionResourceType MalwareScanner:=GUARDDUTY ScanMode:=FULL_SCAN/INCREMENTAL_SCAN
AWS::Backup::BackupSelection BackupPlanId! BackupSelection!:BackupSelectionResourceType | BackupPlanId Id SelectionId
 BackupSelectionResourceType Conditions:Conditions IamRoleArn! ListOfTags:[ConditionResourceType] NotResources:[] Resources:[] SelectionName!
 Conditions StringEquals:[ConditionParameter] StringLike:[ConditionParameter] StringNotEquals:[ConditionParameter] StringNotLike:[ConditionParameter]
 ConditionResourceType ConditionKey! ConditionType! ConditionValue!
 ConditionParameter ConditionKey ConditionValue
AWS::Backup::BackupVault AccessPolicy:o BackupVaultName! BackupVaultTags:{} EncryptionKeyArn LockConfiguration:LockConfigurationType Notifications:NotificationObjectType | BackupVaultArn BackupVaultName
 LockConfigurationType ChangeableForDays:i MaxRetentionDays:i MinRetentionDays!:i
 NotificationObjectType BackupVaultEvents!:[] SNSTopicArn!
AWS::CertificateManager::Certificate CertificateAuthorityArn CertificateExport:=ENABLED/DISABLED CertificateTransparencyLoggingPreference:=ENABLED/DISABLED DomainName! DomainValidationOptions:[DomainValidationOption] KeyAlgorithm SubjectAlternativeNames:[] Tags:[Tag] ValidationMethod | CertificateArn
 DomainValidationOption DomainName HostedZoneId ValidationDomain
AWS::CloudFormation::Stack NotificationARNs:[] Parameters:{} Tags:[Tag] TemplateURL TimeoutInMinutes:i | ChangeSetId CreationTime LastUpdateTime Outputs:[] ParentId RootId StackId StackStatus
AWS::CloudFormation::WaitCondition Count:i Handle Timeout | Data:* Id
AWS::CloudFormation::WaitConditionHandle | Id
AWS::CloudTrail::Trail AdvancedEventSelectors:[AdvancedEventSelector] AggregationConfigurations:[AggregationConfiguration] CloudWatchLogsLogGroupArn CloudWatchLogsRoleArn EnableLogFileValidation:b EventSelectors:[EventSelector] IncludeGlobalServiceEvents:b InsightSelectors:[InsightSelector] IsLogging!:b IsMultiRegionTrail:b IsOrganizationTrail:b KMSKeyId S3BucketName! S3KeyPrefix SnsTopicName Tags:[Tag] TrailName | Arn SnsTopicArn
 AdvancedEventSelector FieldSelectors!:[AdvancedFieldSelector] Name
 AggregationConfiguration EventCategory!:=Data Templates!:[=API_ACTIVITY/RESOURCE_ACCESS/USER_ACTIONS]
 EventSelector DataResources:[DataResource] ExcludeManagementEventSources:[] IncludeManagementEvents:b ReadWriteType:=All/ReadOnly/WriteOnly
 InsightSelector EventCategories:[=Management/Data] InsightType
 AdvancedFieldSelector EndsWith:[] Equals:[] Field! NotEndsWith:[] NotEquals:[] NotStartsWith:[] StartsWith:[]
 DataResource Type! Values:[]
AWS::CloudWatch::Alarm ActionsEnabled:b AlarmActions:[] AlarmDescription AlarmName ComparisonOperator DatapointsToAlarm:i Dimensions:[Dimension] EvaluateLowSampleCountPercentile EvaluationCriteria:EvaluationCriteria EvaluationInterval:i EvaluationPeriods:i EvaluationWindow:EvaluationWindow ExtendedStatistic InsufficientDataActions:[] MetricName Metrics:[MetricDataQuery] Namespace OKActions:[] Period:i Statistic Tags:[Tag] Threshold:n ThresholdMetricId TreatMissingData Unit WarmUpConfiguration:WarmUpConfiguration | Arn
 Dimension Name! Value!
 EvaluationCriteria PromQLCriteria:AlarmPromQLCriteria
 EvaluationWindow SlidingWindow:o WallClockWindow:WallClockWindow
 MetricDataQuery AccountId Expression Id! Label MetricStat:MetricStat Period:i ReturnData:b
 WarmUpConfiguration OnlyStartEvaluatingAfterWarmUpPeriodEnds:b WarmUpPeriodDurationInMinutes:i
 AlarmPromQLCriteria PendingPeriod:i Query RecoveryPeriod:i
 WallClockWindow Timezone
 MetricStat Metric!:Metric Period!:i Stat! Unit
 Metric Dimensions:[Dimension] MetricName Namespace
AWS::CloudWatch::Dashboard DashboardBody! DashboardName Tags:[Tag] |
AWS::DirectConnect::Connection Bandwidth! ConnectionName! LagId Location! ProviderName RequestMACSec:b Tags:[Tag] | ConnectionArn ConnectionId ConnectionState
AWS::DirectConnect::DirectConnectGateway AmazonSideAsn DirectConnectGatewayName! Tags:[Tag] | DirectConnectGatewayArn DirectConnectGatewayId
AWS::DirectConnect::DirectConnectGatewayAssociation AcceptDirectConnectGatewayAssociationProposalRoleArn AllowedPrefixesToDirectConnectGateway:[] AssociatedGatewayId! DirectConnectGatewayId! | AssociationId
AWS::DirectConnect::Lag ConnectionsBandwidth! LagName! Location! MinimumLinks:i ProviderName RequestMACSec:b Tags:[Tag] | LagArn LagId LagState
AWS::DirectConnect::PrivateVirtualInterface AllocatePrivateVirtualInterfaceRoleArn BgpPeers!:[BgpPeer] ConnectionId! DirectConnectGatewayId EnableSiteLink:b Mtu:i RateLimit Tags:[Tag] VirtualGatewayId VirtualInterfaceName! Vlan!:i | VirtualInterfaceArn VirtualInterfaceId
 BgpPeer AddressFamily! AmazonAddress Asn! AuthKey BgpPeerId CustomerAddress
AWS::DirectConnect::PublicVirtualInterface AllocatePublicVirtualInterfaceRoleArn BgpPeers!:[BgpPeer] ConnectionId! RateLimit RouteFilterPrefixes:[] Tags:[Tag] VirtualInterfaceName! Vlan!:i | VirtualInterfaceArn VirtualInterfaceId
 BgpPeer AddressFamily! AmazonAddress Asn! AuthKey BgpPeerId CustomerAddress
AWS::DirectConnect::TransitVirtualInterface AllocateTransitVirtualInterfaceRoleArn BgpPeers!:[BgpPeer] ConnectionId! DirectConnectGatewayId! EnableSiteLink:b Mtu:i RateLimit Tags:[Tag] VirtualInterfaceName! Vlan!:i | VirtualInterfaceArn VirtualInterfaceId
 BgpPeer AddressFamily! AmazonAddress Asn! AuthKey BgpPeerId CustomerAddress
AWS::DynamoDB::Table AttributeDefinitions:[AttributeDefinition] BillingMode ContributorInsightsSpecification:ContributorInsightsSpecification DeletionProtectionEnabled:b GlobalSecondaryIndexes:[GlobalSecondaryIndex] ImportSourceSpecification:ImportSourceSpecification KeySchema!:[KeySchema] KinesisStreamSpecification:KinesisStreamSpecification LocalSecondaryIndexes:[LocalSecondaryIndex] OnDemandThroughput:OnDemandThroughput PointInTimeRecoverySpecification:PointInTimeRecoverySpecification ProvisionedThroughput:ProvisionedThroughput ResourcePolicy:ResourcePolicy SSESpecification:SSESpecification StreamSpecification:StreamSpecification TableClass TableName Tags:[Tag] TimeToLiveSpecification:TimeToLiveSpecification VectorIndexes:[VectorIndex] WarmThroughput:WarmThroughput | Arn StreamArn
 AttributeDefinition AttributeName! AttributeType!
 ContributorInsightsSpecification Enabled!:b Mode:=ACCESSED_AND_THROTTLED_KEYS/THROTTLED_KEYS
 GlobalSecondaryIndex ContributorInsightsSpecification:ContributorInsightsSpecification IndexName! KeySchema!:[KeySchema] OnDemandThroughput:OnDemandThroughput Projection!:Projection ProvisionedThroughput:ProvisionedThroughput WarmThroughput:WarmThroughput
 ImportSourceSpecification InputCompressionType InputFormat! InputFormatOptions:InputFormatOptions S3BucketSource!:S3BucketSource
 KeySchema AttributeName! KeyType!
 KinesisStreamSpecification ApproximateCreationDateTimePrecision:=MICROSECOND/MILLISECOND StreamArn!
 LocalSecondaryIndex IndexName! KeySchema!:[KeySchema] Projection!:Projection
 OnDemandThroughput MaxReadRequestUnits:i MaxWriteRequestUnits:i
 PointInTimeRecoverySpecification PointInTimeRecoveryEnabled:b RecoveryPeriodInDays:i
 ProvisionedThroughput ReadCapacityUnits!:i WriteCapacityUnits!:i
 ResourcePolicy PolicyDocument!:o
 SSESpecification KMSMasterKeyId SSEEnabled!:b SSEType
 StreamSpecification ResourcePolicy:ResourcePolicy StreamViewType! Tags:[Tag]
 TimeToLiveSpecification AttributeName Enabled!:b
 VectorIndex Dimensions!:i DistanceFunction!:=COSINE/DOT_PRODUCT/EUCLIDEAN IndexName! Projection!:Projection SearchSchema:[SearchSchemaElement] VectorAttribute!:VectorAttribute
 WarmThroughput ReadUnitsPerSecond:i WriteUnitsPerSecond:i
 Projection NonKeyAttributes:[] ProjectionType
 InputFormatOptions Csv:Csv
 S3BucketSource S3Bucket! S3BucketOwner S3KeyPrefix
 SearchSchemaElement AttributeName! SearchSchemaElementType!:=HASH/INLINE_FILTER
 VectorAttribute AttributeName!
 Csv Delimiter HeaderList:[]
AWS::EC2::CarrierGateway Tags:[Tag] VpcId! | CarrierGatewayId OwnerId State
AWS::EC2::ClientVpnAuthorizationRule AccessGroupId AuthorizeAllGroups:b ClientVpnEndpointId! Description TargetNetworkCidr! | Id
AWS::EC2::ClientVpnEndpoint AuthenticationOptions!:[ClientAuthenticationRequest] ClientCidrBlock ClientConnectOptions:ClientConnectOptions ClientLoginBannerOptions:ClientLoginBannerOptions ClientRouteEnforcementOptions:ClientRouteEnforcementOptions ConnectionLogOptions!:ConnectionLogOptions Description DisconnectOnSessionTimeout:b DnsServers:[] EndpointIpAddressType SecurityGroupIds:[] SelfServicePortal ServerCertificateArn! SessionTimeoutHours:i SplitTunnel:b TagSpecifications:[TagSpecification] TrafficIpAddressType TransitGatewayConfiguration:TransitGatewayConfiguration TransportProtocol VpcId VpnPort:i | Id
 ClientAuthenticationRequest ActiveDirectory:DirectoryServiceAuthenticationRequest FederatedAuthentication:FederatedAuthenticationRequest MutualAuthentication:CertificateAuthenticationRequest Type!
 ClientConnectOptions Enabled!:b LambdaFunctionArn
 ClientLoginBannerOptions BannerText Enabled!:b
 ClientRouteEnforcementOptions Enforced:b
 ConnectionLogOptions CloudwatchLogGroup CloudwatchLogStream Enabled!:b
 TagSpecification ResourceType! Tags!:[Tag]
 TransitGatewayConfiguration AvailabilityZoneIds:[] AvailabilityZones:[] TransitGatewayId!
 DirectoryServiceAuthenticationRequest DirectoryId!
 FederatedAuthenticationRequest SAMLProviderArn! SelfServiceSAMLProviderArn
 CertificateAuthenticationRequest ClientRootCertificateChainArn!
AWS::EC2::ClientVpnRoute ClientVpnEndpointId! Description DestinationCidrBlock! TargetVpcSubnetId | Id
AWS::EC2::ClientVpnTargetNetworkAssociation AvailabilityZone AvailabilityZoneId ClientVpnEndpointId! SubnetId | Id
AWS::EC2::CustomerGateway BgpAsn:i BgpAsnExtended:n CertificateArn DeviceName IpAddress! Tags:[Tag] Type! | CustomerGatewayId
AWS::EC2::DHCPOptions DomainName DomainNameServers:[] Ipv6AddressPreferredLeaseTime:i NetbiosNameServers:[] NetbiosNodeType:i NtpServers:[] Tags:[Tag] | DhcpOptionsId
AWS::EC2::EIP Address Domain InstanceId IpamPoolId NetworkBorderGroup PublicIpv4Pool Tags:[Tag] TransferAddress | AllocationId PublicIp
AWS::EC2::EIPAssociation AllocationId EIP InstanceId NetworkInterfaceId PrivateIpAddress | Id
AWS::EC2::EgressOnlyInternetGateway Tags:[Tag] VpcId! | Id
AWS::EC2::FlowLog DeliverCrossAccountRole DeliverLogsPermissionArn DestinationOptions:DestinationOptions LogDestination LogDestinationType:=cloud-watch-logs/s3/kinesis-data-firehose LogFormat LogGroupName MaxAggregationInterval:i ResourceId! ResourceType!:=NetworkInterface/Subnet/VPC/TransitGateway/TransitGatewayAttachment/RegionalNatGateway TagFieldSpecifications:[TagFieldSpecification] Tags:[Tag] TrafficType:=ACCEPT/ALL/REJECT | Id
 DestinationOptions FileFormat!:=plain-text/parquet HiveCompatiblePartitions!:b PerHourPartition!:b
 TagFieldSpecification ResourceType! TagKeys!:[]
AWS::EC2::GatewayRouteTableAssociation GatewayId! RouteTableId! | AssociationId
AWS::EC2::IPAM DefaultResourceDiscoveryOrganizationalUnitExclusions:[IpamOrganizationalUnitExclusion] Description EnablePrivateGua:b MeteredAccount:=ipam-owner/resource-owner OperatingRegions:[IpamOperatingRegion] Tags:[Tag] Tier:=free/advanced | Arn DefaultResourceDiscoveryAssociationId DefaultResourceDiscoveryId IpamId PrivateDefaultScopeId PublicDefaultScopeId ResourceDiscoveryAssociationCount:i ScopeCount:i
 IpamOrganizationalUnitExclusion OrganizationsEntityPath!
 IpamOperatingRegion RegionName!
AWS::EC2::IPAMAllocation Cidr Description IpamPoolId! NetmaskLength:i | IpamPoolAllocationId
AWS::EC2::IPAMPool AddressFamily! AllocationDefaultNetmaskLength:i AllocationMaxNetmaskLength:i AllocationMinNetmaskLength:i AllocationResourceTags:[Tag] AutoImport:b AwsService:=ec2/global-services Description IpamScopeId! Locale ProvisionedCidrs:[ProvisionedCidr] PublicIpSource:=byoip/amazon PubliclyAdvertisable:b SourceIpamPoolId SourceResource:SourceResource Tags:[Tag] | Arn IpamArn IpamPoolId IpamScopeArn IpamScopeType PoolDepth:i State StateMessage
 ProvisionedCidr Cidr!
 SourceResource ResourceId! ResourceOwner! ResourceRegion! ResourceType!
AWS::EC2::IPAMPoolCidr Cidr IpamPoolId! NetmaskLength:i | IpamPoolCidrId State
AWS::EC2::IPAMPrefixListResolver AddressFamily! Description IpamId Rules:[IpamPrefixListResolverRule] Tags:[Tag] | IpamArn IpamPrefixListResolverArn IpamPrefixListResolverId
 IpamPrefixListResolverRule Conditions:[IpamPrefixListResolverRuleCondition] IpamScopeId ResourceType:=vpc/subnet/eip/public-ipv4-pool RuleType!:=static-cidr/ipam-resource-cidr/ipam-pool-cidr StaticCidr
 IpamPrefixListResolverRuleCondition Cidr IpamPoolId Operation!:=equals/not-equals/subnet-of ResourceId ResourceOwner ResourceRegion ResourceTag:Tag
AWS::EC2::IPAMPrefixListResolverTarget DesiredVersion:i IpamPrefixListResolverId! PrefixListId! PrefixListRegion! Tags:[Tag] TrackLatestVersion!:b | IpamPrefixListResolverTargetArn IpamPrefixListResolverTargetId
AWS::EC2::IPAMResourceDiscovery Description OperatingRegions:[IpamOperatingRegion] OrganizationalUnitExclusions:[IpamResourceDiscoveryOrganizationalUnitExclusion] Tags:[Tag] | IpamResourceDiscoveryArn IpamResourceDiscoveryId IpamResourceDiscoveryRegion IsDefault:b OwnerId State
 IpamOperatingRegion RegionName!
 IpamResourceDiscoveryOrganizationalUnitExclusion OrganizationsEntityPath!
AWS::EC2::IPAMResourceDiscoveryAssociation IpamId! IpamResourceDiscoveryId! Tags:[Tag] | IpamArn IpamRegion IpamResourceDiscoveryAssociationArn IpamResourceDiscoveryAssociationId IsDefault:b OwnerId ResourceDiscoveryStatus State
AWS::EC2::IPAMScope Description ExternalAuthorityConfiguration:IpamScopeExternalAuthorityConfiguration IpamId! Tags:[Tag] | Arn IpamArn IpamScopeId IpamScopeType IsDefault:b PoolCount:i
 IpamScopeExternalAuthorityConfiguration ExternalResourceIdentifier! IpamScopeExternalAuthorityType!:=infoblox
AWS::EC2::IPv4Pool Tags:[Tag] | Arn Description NetworkBorderGroup PoolId TotalAddressCount:i TotalAvailableAddressCount:i
AWS::EC2::Instance AdditionalInfo Affinity:=default/host AvailabilityZone BlockDeviceMappings:[BlockDeviceMapping] CpuOptions:CpuOptions CreditSpecification:CreditSpecification DisableApiTermination:b EbsOptimized:b ElasticGpuSpecifications:[ElasticGpuSpecification] ElasticInferenceAccelerators:[ElasticInferenceAccelerator] EnclaveOptions:EnclaveOptions HibernationOptions:HibernationOptions HostId HostResourceGroupArn IamInstanceProfile ImageId InstanceInitiatedShutdownBehavior InstanceType Ipv6AddressCount:i Ipv6Addresses:[InstanceIpv6Address] KernelId KeyName LaunchTemplate:LaunchTemplateSpecification LicenseSpecifications:[LicenseSpecification] MetadataOptions:MetadataOptions Monitoring:b NetworkInterfaces:[NetworkInterface] PlacementGroupName PrivateDnsNameOptions:PrivateDnsNameOptions PrivateIpAddress PropagateTagsToVolumeOnCreation:b RamdiskId SecurityGroupIds:[] SecurityGroups:[] SourceDestCheck:b SsmAssociations:[SsmAssociation] SubnetId Tags:[Tag] Tenancy UserData Volumes:[Volume] | AvailabilityZone InstanceId PrivateDnsName PrivateIp PublicDnsName PublicIp State:* VpcId
 BlockDeviceMapping DeviceName! Ebs:Ebs NoDevice:o VirtualName
 CpuOptions CoreCount:i ThreadsPerCore:i
 CreditSpecification CPUCredits
 ElasticGpuSpecification Type!
 ElasticInferenceAccelerator Count:i Type!
 EnclaveOptions Enabled:b
 HibernationOptions Configured:b
 InstanceIpv6Address Ipv6Address!
 LaunchTemplateSpecification LaunchTemplateId LaunchTemplateName Version!
 LicenseSpecification LicenseConfigurationArn!
 MetadataOptions HttpEndpoint:=disabled/enabled HttpProtocolIpv6:=disabled/enabled HttpPutResponseHopLimit:i HttpTokens:=optional/required InstanceMetadataTags:=disabled/enabled
 NetworkInterface AssociateCarrierIpAddress:b AssociatePublicIpAddress:b DeleteOnTermination:b Description DeviceIndex! EnaSrdSpecification:EnaSrdSpecification GroupSet:[] Ipv6AddressCount:i Ipv6Addresses:[InstanceIpv6Address] NetworkInterfaceId PrivateIpAddress PrivateIpAddresses:[PrivateIpAddressSpecification] SecondaryPrivateIpAddressCount:i SubnetId
 PrivateDnsNameOptions EnableResourceNameDnsAAAARecord:b EnableResourceNameDnsARecord:b HostnameType:=ip-name/resource-name
 SsmAssociation AssociationParameters:[AssociationParameter] DocumentName!
 Volume Device! VolumeId!
 Ebs DeleteOnTermination:b Encrypted:b Iops:i KmsKeyId SnapshotId VolumeSize:i VolumeType
 EnaSrdSpecification EnaSrdEnabled:b EnaSrdUdpSpecification:EnaSrdUdpSpecification
 PrivateIpAddressSpecification Primary!:b PrivateIpAddress!
 AssociationParameter Key! Value!:[]
 EnaSrdUdpSpecification EnaSrdUdpEnabled:b
AWS::EC2::InstanceConnectEndpoint ClientToken PreserveClientIp:b SecurityGroupIds:[] SubnetId! Tags:[Tag] | AvailabilityZone AvailabilityZoneId CreatedAt Id InstanceConnectEndpointArn NetworkInterfaceIds:[] OwnerId PublicDnsNames:* State StateMessage VpcId
AWS::EC2::InstanceEventWindow CronExpression Name Tags:[Tag] TimeRanges:[TimeRange] | Arn InstanceEventWindowId State
 TimeRange EndHour:i EndWeekDay:=sunday/monday/tuesday/wednesday/thursday/friday/saturday StartHour:i StartWeekDay:=sunday/monday/tuesday/wednesday/thursday/friday/saturday
AWS::EC2::InternetGateway Tags:[Tag] | InternetGatewayId
AWS::EC2::IpPoolRouteTableAssociation PublicIpv4Pool! RouteTableId! | AssociationId
AWS::EC2::IpamExternalResourceVerificationToken IpamId! Tags:[Tag] | IpamArn IpamExternalResourceVerificationTokenArn IpamExternalResourceVerificationTokenId IpamRegion NotAfter State Status TokenName TokenValue
AWS::EC2::KeyPair KeyFormat:=pem/ppk KeyName! KeyType:=rsa/ed25519 PublicKeyMaterial Tags:[Tag] | KeyFingerprint KeyPairId
AWS::EC2::LaunchTemplate LaunchTemplateData!:LaunchTemplateData LaunchTemplateName TagSpecifications:[LaunchTemplateTagSpecification] VersionDescription | DefaultVersionNumber LatestVersionNumber LaunchTemplateId
 LaunchTemplateData BlockDeviceMappings:[BlockDeviceMapping] CapacityReservationSpecification:CapacityReservationSpecification CpuOptions:CpuOptions CreditSpecification:CreditSpecification DisableApiStop:b DisableApiTermination:b EbsOptimized:b ElasticGpuSpecifications:[ElasticGpuSpecification] ElasticInferenceAccelerators:[LaunchTemplateElasticInferenceAccelerator] EnclaveOptions:EnclaveOptions HibernationOptions:HibernationOptions IamInstanceProfile:IamInstanceProfile ImageId InstanceInitiatedShutdownBehavior InstanceMarketOptions:InstanceMarketOptions InstanceRequirements:InstanceRequirements InstanceType KernelId KeyName LicenseSpecifications:[LicenseSpecification] MaintenanceOptions:MaintenanceOptions MetadataOptions:MetadataOptions Monitoring:Monitoring NetworkInterfaces:[NetworkInterface] NetworkPerformanceOptions:NetworkPerformanceOptions Placement:Placement PrivateDnsNameOptions:PrivateDnsNameOptions RamDiskId SecurityGroupIds:[] SecurityGroups:[] TagSpecifications:[TagSpecification] UserData
 LaunchTemplateTagSpecification ResourceType Tags:[Tag]
 BlockDeviceMapping DeviceName Ebs:Ebs NoDevice VirtualName
 CapacityReservationSpecification CapacityReservationPreference CapacityReservationTarget:CapacityReservationTarget
 CpuOptions AmdSevSnp:=enabled/disabled CoreCount:i NestedVirtualization:=enabled/disabled ThreadsPerCore:i
 CreditSpecification CpuCredits
 ElasticGpuSpecification Type
 LaunchTemplateElasticInferenceAccelerator Count:i Type
 EnclaveOptions Enabled:b
 HibernationOptions Configured:b
 IamInstanceProfile Arn Name
 InstanceMarketOptions MarketType SpotOptions:SpotOptions
 InstanceRequirements AcceleratorCount:AcceleratorCount AcceleratorManufacturers:[] AcceleratorNames:[] AcceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiB AcceleratorTypes:[] AllowedInstanceTypes:[] BareMetal BaselineEbsBandwidthMbps:BaselineEbsBandwidthMbps BaselinePerformanceFactors:BaselinePerformanceFactors BurstablePerformance CpuManufacturers:[] ExcludedInstanceTypes:[] InstanceGenerations:[] LocalStorage LocalStorageTypes:[] MaxSpotPriceAsPercentageOfOptimalOnDemandPrice:i MemoryGiBPerVCpu:MemoryGiBPerVCpu MemoryMiB:MemoryMiB NetworkBandwidthGbps:NetworkBandwidthGbps NetworkInterfaceCount:NetworkInterfaceCount OnDemandMaxPricePercentageOverLowestPrice:i RequireHibernateSupport:b SpotMaxPricePercentageOverLowestPrice:i TotalLocalStorageGB:TotalLocalStorageGB VCpuCount:VCpuCount
 LicenseSpecification LicenseConfigurationArn
 MaintenanceOptions AutoRecovery
 MetadataOptions HttpEndpoint HttpProtocolIpv6 HttpPutResponseHopLimit:i HttpTokens InstanceMetadataTags
 Monitoring Enabled:b
 NetworkInterface AssociateCarrierIpAddress:b AssociatePublicIpAddress:b ConnectionTrackingSpecification:ConnectionTrackingSpecification DeleteOnTermination:b Description DeviceIndex:i EnaQueueCount:i EnaSrdSpecification:EnaSrdSpecification Groups:[] InterfaceType Ipv4PrefixCount:i Ipv4Prefixes:[Ipv4PrefixSpecification] Ipv6AddressCount:i Ipv6Addresses:[Ipv6Add] Ipv6PrefixCount:i Ipv6Prefixes:[Ipv6PrefixSpecification] NetworkCardIndex:i NetworkInterfaceId PrimaryIpv6:b PrivateIpAddress PrivateIpAddresses:[PrivateIpAdd] SecondaryPrivateIpAddressCount:i SubnetId
 NetworkPerformanceOptions BandwidthWeighting
 Placement Affinity AvailabilityZone GroupId GroupName HostId HostResourceGroupArn PartitionNumber:i SpreadDomain Tenancy
 PrivateDnsNameOptions EnableResourceNameDnsAAAARecord:b EnableResourceNameDnsARecord:b HostnameType
 TagSpecification ResourceType Tags:[Tag]
 Ebs DeleteOnTermination:b EbsCardIndex:i Encrypted:b Iops:i KmsKeyId SnapshotId Throughput:i VolumeInitializationRate:i VolumeSize:i VolumeType
 CapacityReservationTarget CapacityReservationId CapacityReservationResourceGroupArn
 SpotOptions BlockDurationMinutes:i InstanceInterruptionBehavior MaxPrice SpotInstanceType ValidUntil
 AcceleratorCount Max:i Min:i
 AcceleratorTotalMemoryMiB Max:i Min:i
 BaselineEbsBandwidthMbps Max:i Min:i
 BaselinePerformanceFactors Cpu:Cpu
 MemoryGiBPerVCpu Max:n Min:n
 MemoryMiB Max:i Min:i
 NetworkBandwidthGbps Max:n Min:n
 NetworkInterfaceCount Max:i Min:i
 TotalLocalStorageGB Max:n Min:n
 VCpuCount Max:i Min:i
 ConnectionTrackingSpecification TcpEstablishedTimeout:i UdpStreamTimeout:i UdpTimeout:i
 EnaSrdSpecification EnaSrdEnabled:b EnaSrdUdpSpecification:EnaSrdUdpSpecification
 Ipv4PrefixSpecification Ipv4Prefix
 Ipv6Add Ipv6Address
 Ipv6PrefixSpecification Ipv6Prefix
 PrivateIpAdd Primary:b PrivateIpAddress
 Cpu References:[Reference]
 EnaSrdUdpSpecification EnaSrdUdpEnabled:b
 Reference InstanceFamily
AWS::EC2::LocalGatewayRoute DestinationCidrBlock! LocalGatewayRouteTableId! LocalGatewayVirtualInterfaceGroupId NetworkInterfaceId | State Type
AWS::EC2::LocalGatewayRouteTable LocalGatewayId! Mode Tags:[Tag] | LocalGatewayRouteTableArn LocalGatewayRouteTableId OutpostArn OwnerId State
AWS::EC2::LocalGatewayRouteTableVPCAssociation LocalGatewayRouteTableId! Tags:[Tag] VpcId! | LocalGatewayId LocalGatewayRouteTableVpcAssociationId State
AWS::EC2::LocalGatewayRouteTableVirtualInterfaceGroupAssociation LocalGatewayRouteTableId! LocalGatewayVirtualInterfaceGroupId! Tags:[Tag] | LocalGatewayId LocalGatewayRouteTableArn LocalGatewayRouteTableVirtualInterfaceGroupAssociationId OwnerId State
AWS::EC2::LocalGatewayVirtualInterface LocalAddress! LocalGatewayVirtualInterfaceGroupId! OutpostLagId! PeerAddress! PeerBgpAsn:i PeerBgpAsnExtended:i Tags:[Tag] Vlan!:i | ConfigurationState LocalBgpAsn:i LocalGatewayId LocalGatewayVirtualInterfaceId OwnerId
AWS::EC2::LocalGatewayVirtualInterfaceGroup LocalBgpAsn:i LocalBgpAsnExtended:i LocalGatewayId! Tags:[Tag] | ConfigurationState LocalGatewayVirtualInterfaceGroupArn LocalGatewayVirtualInterfaceGroupId LocalGatewayVirtualInterfaceIds:[] OwnerId
AWS::EC2::NatGateway AllocationId AvailabilityMode AvailabilityZoneAddresses:[AvailabilityZoneAddress] ConnectivityType MaxDrainDurationSeconds:i PrivateIpAddress SecondaryAllocationIds:[] SecondaryPrivateIpAddressCount:i SecondaryPrivateIpAddresses:[] SubnetId Tags:[Tag] VpcId | AutoProvisionZones AutoScalingIps EniId NatGatewayId RouteTableId
 AvailabilityZoneAddress AllocationIds!:[] AvailabilityZone AvailabilityZoneId
AWS::EC2::NetworkAcl Tags:[Tag] VpcId! | Id
AWS::EC2::NetworkAclEntry CidrBlock Egress:b Icmp:Icmp Ipv6CidrBlock NetworkAclId! PortRange:PortRange Protocol!:i RuleAction! RuleNumber!:i | Id
 Icmp Code:i Type:i
 PortRange From:i To:i
AWS::EC2::NetworkInsightsAccessScope ExcludePaths:[AccessScopePathRequest] MatchPaths:[AccessScopePathRequest] Tags:[Tag] | CreatedDate NetworkInsightsAccessScopeArn NetworkInsightsAccessScopeId UpdatedDate
 AccessScopePathRequest Destination:PathStatementRequest Source:PathStatementRequest ThroughResources:[ThroughResourcesStatementRequest]
 PathStatementRequest PacketHeaderStatement:PacketHeaderStatementRequest ResourceStatement:ResourceStatementRequest
 ThroughResourcesStatementRequest ResourceStatement:ResourceStatementRequest
 PacketHeaderStatementRequest DestinationAddresses:[] DestinationPorts:[] DestinationPrefixLists:[] Protocols:[] SourceAddresses:[] SourcePorts:[] SourcePrefixLists:[]
 ResourceStatementRequest ResourceTypes:[] Resources:[]
AWS::EC2::NetworkInsightsAccessScopeAnalysis NetworkInsightsAccessScopeId! Tags:[Tag] | AnalyzedEniCount:i EndDate FindingsFound NetworkInsightsAccessScopeAnalysisArn NetworkInsightsAccessScopeAnalysisId StartDate Status StatusMessage
AWS::EC2::NetworkInsightsAnalysis AdditionalAccounts:[] FilterInArns:[] FilterOutArns:[] NetworkInsightsPathId! Tags:[Tag] | AlternatePathHints:[] Explanations:[] ForwardPathComponents:[] NetworkInsightsAnalysisArn NetworkInsightsAnalysisId NetworkPathFound:b ReturnPathComponents:[] StartDate Status StatusMessage SuggestedAccounts:[]
AWS::EC2::NetworkInsightsPath Destination DestinationIp DestinationPort:i FilterAtDestination:PathFilter FilterAtSource:PathFilter Protocol!:=tcp/udp Source! SourceIp Tags:[Tag] | CreatedDate DestinationArn NetworkInsightsPathArn NetworkInsightsPathId SourceArn
 PathFilter DestinationAddress DestinationPortRange:FilterPortRange SourceAddress SourcePortRange:FilterPortRange
 FilterPortRange FromPort:i ToPort:i
AWS::EC2::NetworkInterface ConnectionTrackingSpecification:ConnectionTrackingSpecification Description EnablePrimaryIpv6:b GroupSet:[] InterfaceType Ipv4PrefixCount:i Ipv4Prefixes:[Ipv4PrefixSpecification] Ipv6AddressCount:i Ipv6Addresses:[InstanceIpv6Address] Ipv6PrefixCount:i Ipv6Prefixes:[Ipv6PrefixSpecification] PrivateIpAddress PrivateIpAddresses:[PrivateIpAddressSpecification] PublicIpDnsHostnameTypeSpecification:=public-dual-stack-dns-name/public-ipv4-dns-name/public-ipv6-dns-name SecondaryPrivateIpAddressCount:i SourceDestCheck:b SubnetId! Tags:[Tag] | Id PrimaryIpv6Address PrimaryPrivateIpAddress PublicIpDnsNameOptions:* SecondaryPrivateIpAddresses:[] VpcId
 ConnectionTrackingSpecification TcpEstablishedTimeout:i UdpStreamTimeout:i UdpTimeout:i
 Ipv4PrefixSpecification Ipv4Prefix!
 InstanceIpv6Address Ipv6Address!
 Ipv6PrefixSpecification Ipv6Prefix!
 PrivateIpAddressSpecification Primary!:b PrivateIpAddress!
AWS::EC2::NetworkInterfaceAttachment DeleteOnTermination:b DeviceIndex! EnaQueueCount:i EnaSrdSpecification:EnaSrdSpecification InstanceId! NetworkInterfaceId! | AttachmentId
 EnaSrdSpecification EnaSrdEnabled:b EnaSrdUdpSpecification:EnaSrdUdpSpecification
 EnaSrdUdpSpecification EnaSrdUdpEnabled:b
AWS::EC2::NetworkInterfacePermission AwsAccountId! NetworkInterfaceId! Permission! | Id
AWS::EC2::NetworkPerformanceMetricSubscription Destination! Metric! Source! Statistic! |
AWS::EC2::PlacementGroup ParentGroupId PartitionCount:i SpreadLevel Strategy Tags:[Tag] | GroupId GroupName
AWS::EC2::PrefixList AddressFamily!:=IPv4/IPv6 Entries:[Entry] MaxEntries:i PrefixListName! Tags:[Tag] | Arn OwnerId PrefixListId Version:i
 Entry Cidr! Description
AWS::EC2::Route CarrierGatewayId CoreNetworkArn DestinationCidrBlock DestinationIpv6CidrBlock DestinationPrefixListId EgressOnlyInternetGatewayId GatewayId InstanceId LocalGatewayId NatGatewayId NetworkInterfaceId OdbNetworkArn RouteTableId! TransitGatewayId VpcEndpointId VpcPeeringConnectionId | CidrBlock
AWS::EC2::RouteServer AmazonSideAsn!:i PersistRoutes:=enable/disable PersistRoutesDuration:i SnsNotificationsEnabled:b Tags:[Tag] | Arn Id
AWS::EC2::RouteServerAssociation RouteServerId! VpcId! |
AWS::EC2::RouteServerEndpoint RouteServerId! SubnetId! Tags:[Tag] | Arn EniAddress EniId Id VpcId
AWS::EC2::RouteServerPeer BgpOptions!:BgpOptions PeerAddress! RouteServerEndpointId! Tags:[Tag] | Arn EndpointEniAddress EndpointEniId Id RouteServerId SubnetId VpcId
 BgpOptions PeerAsn:i PeerLivenessDetection:=bfd/bgp-keepalive
AWS::EC2::RouteServerPropagation RouteServerId! RouteTableId! |
AWS::EC2::RouteTable Tags:[Tag] VpcId! | RouteTableId
AWS::EC2::SecurityGroup GroupDescription! GroupName SecurityGroupEgress:[Egress] SecurityGroupIngress:[Ingress] Tags:[Tag] VpcId | GroupId Id VpcId
 Egress CidrIp CidrIpv6 Description DestinationPrefixListId DestinationSecurityGroupId FromPort:i IpProtocol! ToPort:i
 Ingress CidrIp CidrIpv6 Description FromPort:i IpProtocol! SourcePrefixListId SourceSecurityGroupId SourceSecurityGroupName SourceSecurityGroupOwnerId ToPort:i
AWS::EC2::SecurityGroupEgress CidrIp CidrIpv6 Description DestinationPrefixListId DestinationSecurityGroupId FromPort:i GroupId! IpProtocol! ToPort:i | Id
AWS::EC2::SecurityGroupIngress CidrIp CidrIpv6 Description FromPort:i GroupId GroupName IpProtocol! SourcePrefixListId SourceSecurityGroupId SourceSecurityGroupName SourceSecurityGroupOwnerId ToPort:i | Id
AWS::EC2::SecurityGroupVpcAssociation GroupId! VpcId! | State StateReason VpcOwnerId
AWS::EC2::Subnet AssignIpv6AddressOnCreation:b AvailabilityZone AvailabilityZoneId CidrBlock EnableDns64:b EnableLniAtDeviceIndex:i Ipv4IpamPoolId Ipv4NetmaskLength:i Ipv6CidrBlock Ipv6IpamPoolId Ipv6Native:b Ipv6NetmaskLength:i MapPublicIpOnLaunch:b OutpostArn PrivateDnsNameOptionsOnLaunch:PrivateDnsNameOptionsOnLaunch Tags:[Tag] VpcId! | AvailabilityZone AvailabilityZoneId BlockPublicAccessStates:* CidrBlock Ipv6CidrBlocks:[] NetworkAclAssociationId OutpostArn SubnetId VpcId
 PrivateDnsNameOptionsOnLaunch EnableResourceNameDnsAAAARecord:b EnableResourceNameDnsARecord:b HostnameType
AWS::EC2::SubnetCidrBlock Ipv6CidrBlock Ipv6IpamPoolId Ipv6NetmaskLength:i SubnetId! | Id IpSource Ipv6AddressAttribute
AWS::EC2::SubnetCidrReservation Cidr! Description ReservationType!:=prefix/explicit SubnetId! Tags:[Tag] | Arn OwnerId SubnetCidrReservationId
AWS::EC2::SubnetNetworkAclAssociation NetworkAclId! SubnetId! | AssociationId
AWS::EC2::SubnetRouteTableAssociation RouteTableId! SubnetId! | Id
AWS::EC2::TrafficMirrorFilter Description NetworkServices:[] Tags:[Tag] | Id
AWS::EC2::TrafficMirrorFilterRule Description DestinationCidrBlock! DestinationPortRange:TrafficMirrorPortRange Protocol:i RuleAction! RuleNumber!:i SourceCidrBlock! SourcePortRange:TrafficMirrorPortRange Tags:[Tag] TrafficDirection! TrafficMirrorFilterId! | TrafficMirrorFilterRuleId
 TrafficMirrorPortRange FromPort!:i ToPort!:i
AWS::EC2::TrafficMirrorSession Description NetworkInterfaceId! OwnerId PacketLength:i SessionNumber!:i Tags:[Tag] TrafficMirrorFilterId! TrafficMirrorTargetId! VirtualNetworkId:i | Id
AWS::EC2::TrafficMirrorTarget Description GatewayLoadBalancerEndpointId NetworkInterfaceId NetworkLoadBalancerArn Tags:[Tag] | Id
AWS::EC2::TransitGateway AmazonSideAsn:i AssociationDefaultRouteTableId AutoAcceptSharedAttachments DefaultRouteTableAssociation DefaultRouteTablePropagation Description DnsSupport EncryptionSupport:=disable/enable MulticastSupport PropagationDefaultRouteTableId SecurityGroupReferencingSupport Tags:[Tag] TransitGatewayCidrBlocks:[] VpnEcmpSupport | EncryptionSupportState Id TransitGatewayArn
AWS::EC2::TransitGatewayAttachment Options:Options SubnetIds!:[] Tags:[Tag] TransitGatewayId! VpcId! | Id
 Options ApplianceModeSupport DnsSupport Ipv6Support SecurityGroupReferencingSupport
AWS::EC2::TransitGatewayConnect Options!:TransitGatewayConnectOptions Tags:[Tag] TransportTransitGatewayAttachmentId! | CreationTime State TransitGatewayAttachmentId TransitGatewayId
 TransitGatewayConnectOptions Protocol
AWS::EC2::TransitGatewayConnectPeer ConnectPeerConfiguration!:TransitGatewayConnectPeerConfiguration Tags:[Tag] TransitGatewayAttachmentId! | ConnectPeerConfiguration.BgpConfigurations:[] ConnectPeerConfiguration.Protocol CreationTime State TransitGatewayConnectPeerId
 TransitGatewayConnectPeerConfiguration BgpConfigurations:[TransitGatewayAttachmentBgpConfiguration] InsideCidrBlocks!:[] PeerAddress! Protocol TransitGatewayAddress
 TransitGatewayAttachmentBgpConfiguration BgpStatus PeerAddress PeerAsn:n TransitGatewayAddress TransitGatewayAsn:n
AWS::EC2::TransitGatewayMeteringPolicy MiddleboxAttachmentIds:[] Tags:[Tag] TransitGatewayId! | State TransitGatewayMeteringPolicyId UpdateEffectiveAt
AWS::EC2::TransitGatewayMeteringPolicyEntry DestinationCidrBlock DestinationPortRange DestinationTransitGatewayAttachmentId DestinationTransitGatewayAttachmentType:=vpc/vpn/direct-connect-gateway/peering/network-function/vpn-concentrator/client-vpn MeteredAccount!:=source-attachment-owner/destination-attachment-owner/transit-gateway-owner PolicyRuleNumber!:i Protocol SourceCidrBlock SourcePortRange SourceTransitGatewayAttachmentId SourceTransitGatewayAttachmentType:=vpc/vpn/direct-connect-gateway/peering/network-function/vpn-concentrator/client-vpn TransitGatewayMeteringPolicyId! | State UpdateEffectiveAt
AWS::EC2::TransitGatewayMulticastDomain Options:Options Tags:[Tag] TransitGatewayId! | CreationTime State TransitGatewayMulticastDomainArn TransitGatewayMulticastDomainId
 Options AutoAcceptSharedAssociations Igmpv2Support StaticSourcesSupport
AWS::EC2::TransitGatewayMulticastDomainAssociation SubnetId! TransitGatewayAttachmentId! TransitGatewayMulticastDomainId! | ResourceId ResourceType State
AWS::EC2::TransitGatewayMulticastGroupMember GroupIpAddress! NetworkInterfaceId! TransitGatewayMulticastDomainId! | GroupMember:b GroupSource:b MemberType ResourceId ResourceType SourceType SubnetId TransitGatewayAttachmentId
AWS::EC2::TransitGatewayMulticastGroupSource GroupIpAddress! NetworkInterfaceId! TransitGatewayMulticastDomainId! | GroupMember:b GroupSource:b MemberType ResourceId ResourceType SourceType SubnetId TransitGatewayAttachmentId
AWS::EC2::TransitGatewayPeeringAttachment PeerAccountId! PeerRegion! PeerTransitGatewayId! Tags:[Tag] TransitGatewayId! | CreationTime State Status:* Status.Code Status.Message TransitGatewayAttachmentId
AWS::EC2::TransitGatewayPolicyTable Tags:[Tag] TransitGatewayId! | CreationTime State TransitGatewayPolicyTableId
AWS::EC2::TransitGatewayPolicyTableAssociation TransitGatewayAttachmentId! TransitGatewayPolicyTableId! | State
AWS::EC2::TransitGatewayPolicyTableEntry PolicyRule!:TransitGatewayPolicyRule PolicyRuleNumber! TargetRouteTableId! TransitGatewayPolicyTableId! | State
 TransitGatewayPolicyRule DestinationCidrBlock DestinationPortRange Protocol SourceCidrBlock SourcePortRange
AWS::EC2::TransitGatewayRoute Blackhole:b DestinationCidrBlock! TransitGatewayAttachmentId TransitGatewayRouteTableId! |
AWS::EC2::TransitGatewayRouteTable Tags:[Tag] TransitGatewayId! | TransitGatewayRouteTableId
AWS::EC2::TransitGatewayRouteTableAssociation TransitGatewayAttachmentId! TransitGatewayRouteTableId! |
AWS::EC2::TransitGatewayRouteTablePropagation TransitGatewayAttachmentId! TransitGatewayRouteTableId! |
AWS::EC2::TransitGatewayVpcAttachment AddSubnetIds:[] Options:Options RemoveSubnetIds:[] SubnetIds!:[] Tags:[Tag] TransitGatewayId! VpcId! | Id
 Options ApplianceModeSupport DnsSupport Ipv6Support SecurityGroupReferencingSupport
AWS::EC2::VPC CidrBlock EnableDnsHostnames:b EnableDnsSupport:b InstanceTenancy Ipv4IpamPoolId Ipv4NetmaskLength:i Tags:[Tag] VpcEncryptionControl:VpcEncryptionControl | CidrBlock CidrBlockAssociations:[] DefaultNetworkAcl DefaultSecurityGroup Ipv6CidrBlocks:[] VpcEncryptionControl.ResourceExclusions:* VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway:* VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway.State VpcEncryptionControl.ResourceExclusions.EgressOnlyInternetGateway.StateMessage VpcEncryptionControl.ResourceExclusions.ElasticFileSystem:* VpcEncryptionControl.ResourceExclusions.ElasticFileSystem.State VpcEncryptionControl.ResourceExclusions.ElasticFileSystem.StateMessage VpcEncryptionControl.ResourceExclusions.InternetGateway:* VpcEncryptionControl.ResourceExclusions.InternetGateway.State VpcEncryptionControl.ResourceExclusions.InternetGateway.StateMessage VpcEncryptionControl.ResourceExclusions.Lambda:* VpcEncryptionControl.ResourceExclusions.Lambda.State VpcEncryptionControl.ResourceExclusions.Lambda.StateMessage VpcEncryptionControl.ResourceExclusions.NatGateway:* VpcEncryptionControl.ResourceExclusions.NatGateway.State VpcEncryptionControl.ResourceExclusions.NatGateway.StateMessage VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway:* VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway.State VpcEncryptionControl.ResourceExclusions.VirtualPrivateGateway.StateMessage VpcEncryptionControl.ResourceExclusions.VpcLattice:* VpcEncryptionControl.ResourceExclusions.VpcLattice.State VpcEncryptionControl.ResourceExclusions.VpcLattice.StateMessage VpcEncryptionControl.ResourceExclusions.VpcPeering:* VpcEncryptionControl.ResourceExclusions.VpcPeering.State VpcEncryptionControl.ResourceExclusions.VpcPeering.StateMessage VpcEncryptionControl.State VpcEncryptionControl.StateMessage VpcEncryptionControl.VpcEncryptionControlId VpcEncryptionControl.VpcId VpcId
 VpcEncryptionControl EgressOnlyInternetGatewayExclusion:=enable/disable ElasticFileSystemExclusion:=enable/disable InternetGatewayExclusion:=enable/disable LambdaExclusion:=enable/disable Mode:=monitor/enforce NatGatewayExclusion:=enable/disable ResourceExclusions:VpcEncryptionControlExclusions State StateMessage VirtualPrivateGatewayExclusion:=enable/disable VpcEncryptionControlId VpcId VpcLatticeExclusion:=enable/disable VpcPeeringExclusion:=enable/disable
 VpcEncryptionControlExclusions EgressOnlyInternetGateway:VpcEncryptionControlExclusion ElasticFileSystem:VpcEncryptionControlExclusion InternetGateway:VpcEncryptionControlExclusion Lambda:VpcEncryptionControlExclusion NatGateway:VpcEncryptionControlExclusion VirtualPrivateGateway:VpcEncryptionControlExclusion VpcLattice:VpcEncryptionControlExclusion VpcPeering:VpcEncryptionControlExclusion
 VpcEncryptionControlExclusion State StateMessage
AWS::EC2::VPCBlockPublicAccessExclusion InternetGatewayExclusionMode!:=allow-bidirectional/allow-egress SubnetId Tags:[Tag] VpcId | ExclusionId
AWS::EC2::VPCBlockPublicAccessOptions InternetGatewayBlockMode!:=block-bidirectional/block-ingress | AccountId ExclusionsAllowed
AWS::EC2::VPCCidrBlock AmazonProvidedIpv6CidrBlock:b CidrBlock Ipv4IpamPoolId Ipv4NetmaskLength:i Ipv6CidrBlock Ipv6CidrBlockNetworkBorderGroup Ipv6IpamPoolId Ipv6NetmaskLength:i Ipv6Pool VpcId! | Id IpSource Ipv6AddressAttribute
AWS::EC2::VPCDHCPOptionsAssociation DhcpOptionsId! VpcId! |
AWS::EC2::VPCEncryptionControl EgressOnlyInternetGatewayExclusionInput:=enable/disable ElasticFileSystemExclusionInput:=enable/disable InternetGatewayExclusionInput:=enable/disable LambdaExclusionInput:=enable/disable Mode:=monitor/enforce NatGatewayExclusionInput:=enable/disable Tags:[Tag] VirtualPrivateGatewayExclusionInput:=enable/disable VpcId VpcLatticeExclusionInput:=enable/disable VpcPeeringExclusionInput:=enable/disable | ResourceExclusions:* ResourceExclusions.EgressOnlyInternetGateway:* ResourceExclusions.EgressOnlyInternetGateway.State ResourceExclusions.EgressOnlyInternetGateway.StateMessage ResourceExclusions.ElasticFileSystem:* ResourceExclusions.ElasticFileSystem.State ResourceExclusions.ElasticFileSystem.StateMessage ResourceExclusions.InternetGateway:* ResourceExclusions.InternetGateway.State ResourceExclusions.InternetGateway.StateMessage ResourceExclusions.Lambda:* ResourceExclusions.Lambda.State ResourceExclusions.Lambda.StateMessage ResourceExclusions.NatGateway:* ResourceExclusions.NatGateway.State ResourceExclusions.NatGateway.StateMessage ResourceExclusions.VirtualPrivateGateway:* ResourceExclusions.VirtualPrivateGateway.State ResourceExclusions.VirtualPrivateGateway.StateMessage ResourceExclusions.VpcLattice:* ResourceExclusions.VpcLattice.State ResourceExclusions.VpcLattice.StateMessage ResourceExclusions.VpcPeering:* ResourceExclusions.VpcPeering.State ResourceExclusions.VpcPeering.StateMessage State StateMessage VpcEncryptionControlId
AWS::EC2::VPCEndpoint DnsOptions:DnsOptionsSpecification IpAddressType:=ipv4/ipv6/dualstack/not-specified PolicyDocument:o PrivateDnsEnabled:b ResourceConfigurationArn RouteTableIds:[] SecurityGroupIds:[] ServiceName ServiceNetworkArn ServiceRegion SubnetIds:[] Tags:[Tag] VpcEndpointType:=Interface/Gateway/GatewayLoadBalancer/ServiceNetwork/Resource/Tunnel VpcId! | CreationTimestamp DnsEntries:[] Id NetworkInterfaceIds:[]
 DnsOptionsSpecification DnsRecordIpType:=ipv4/ipv6/dualstack/service-defined/not-specified PrivateDnsOnlyForInboundResolverEndpoint:=OnlyInboundResolver/AllResolvers/NotSpecified PrivateDnsPreference:=VERIFIED_DOMAINS_ONLY/ALL_DOMAINS/VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS/SPECIFIED_DOMAINS_ONLY PrivateDnsSpecifiedDomains:[]
AWS::EC2::VPCEndpointConnectionNotification ConnectionEvents!:[] ConnectionNotificationArn! ServiceId VPCEndpointId | VPCEndpointConnectionNotificationId
AWS::EC2::VPCEndpointService AcceptanceRequired:b ContributorInsightsEnabled:b GatewayLoadBalancerArns:[] NetworkLoadBalancerArns:[] PayerResponsibility PrivateDnsName PrivateDnsNameConfiguration:PrivateDnsNameConfiguration SupportedIpAddressTypes:[=ipv4/ipv6] SupportedRegions:[] Tags:[Tag] | PrivateDnsNameConfiguration.Name PrivateDnsNameConfiguration.State PrivateDnsNameConfiguration.Type PrivateDnsNameConfiguration.Value ServiceId
 PrivateDnsNameConfiguration Name State Type Value
AWS::EC2::VPCEndpointServicePermissions AllowedPrincipals:[] ServiceId! |
AWS::EC2::VPCGatewayAttachment InternetGatewayId VpcId! VpnGatewayId | AttachmentType
AWS::EC2::VPCPeeringConnection AssumeRoleRegion PeerOwnerId PeerRegion PeerRoleArn PeerVpcId! Tags:[Tag] VpcId! | Id
AWS::EC2::VPNConcentrator Tags:[Tag] TransitGatewayId! Type! | TransitGatewayAttachmentId VpnConcentratorId
AWS::EC2::VPNConnection CustomerGatewayId! EnableAcceleration:b LocalIpv4NetworkCidr LocalIpv6NetworkCidr OutsideIpAddressType PreSharedKeyStorage:=Standard/SecretsManager RemoteIpv4NetworkCidr RemoteIpv6NetworkCidr StaticRoutesOnly:b Tags:[Tag] TransitGatewayId TransportTransitGatewayAttachmentId TunnelBandwidth:=standard/large TunnelInsideIpVersion Type! VpnConcentratorId VpnGatewayId VpnTunnelOptionsSpecifications:[VpnTunnelOptionsSpecification] | VpnConnectionId
 VpnTunnelOptionsSpecification DPDTimeoutAction:=clear/none/restart DPDTimeoutSeconds:i EnableTunnelLifecycleControl:b IKEVersions:[IKEVersionsRequestListValue] LogOptions:VpnTunnelLogOptionsSpecification Phase1DHGroupNumbers:[Phase1DHGroupNumbersRequestListValue] Phase1EncryptionAlgorithms:[Phase1EncryptionAlgorithmsRequestListValue] Phase1IntegrityAlgorithms:[Phase1IntegrityAlgorithmsRequestListValue] Phase1LifetimeSeconds:i Phase2DHGroupNumbers:[Phase2DHGroupNumbersRequestListValue] Phase2EncryptionAlgorithms:[Phase2EncryptionAlgorithmsRequestListValue] Phase2IntegrityAlgorithms:[Phase2IntegrityAlgorithmsRequestListValue] Phase2LifetimeSeconds:i PreSharedKey RekeyFuzzPercentage:i RekeyMarginTimeSeconds:i ReplayWindowSize:i StartupAction:=add/start TunnelInsideCidr TunnelInsideIpv6Cidr
 IKEVersionsRequestListValue Value:=ikev1/ikev2
 VpnTunnelLogOptionsSpecification CloudwatchLogOptions:CloudwatchLogOptionsSpecification
 Phase1DHGroupNumbersRequestListValue Value:i
 Phase1EncryptionAlgorithmsRequestListValue Value:=AES128/AES256/AES128-GCM-16/AES256-GCM-16
 Phase1IntegrityAlgorithmsRequestListValue Value:=SHA1/SHA2-256/SHA2-384/SHA2-512
 Phase2DHGroupNumbersRequestListValue Value:i
 Phase2EncryptionAlgorithmsRequestListValue Value:=AES128/AES256/AES128-GCM-16/AES256-GCM-16
 Phase2IntegrityAlgorithmsRequestListValue Value:=SHA1/SHA2-256/SHA2-384/SHA2-512
 CloudwatchLogOptionsSpecification BgpLogEnabled:b BgpLogGroupArn BgpLogOutputFormat:=json/text LogEnabled:b LogGroupArn LogOutputFormat:=json/text
AWS::EC2::VPNConnectionRoute DestinationCidrBlock! VpnConnectionId! |
AWS::EC2::VPNGateway AmazonSideAsn:i Tags:[Tag] Type! | VPNGatewayId
AWS::EC2::VPNGatewayRoutePropagation RouteTableIds!:[] VpnGatewayId! | Id
AWS::EC2::VerifiedAccessEndpoint ApplicationDomain AttachmentType! CidrOptions:CidrOptions Description DomainCertificateArn EndpointDomainPrefix EndpointType! LoadBalancerOptions:LoadBalancerOptions NetworkInterfaceOptions:NetworkInterfaceOptions PolicyDocument PolicyEnabled:b RdsOptions:RdsOptions SecurityGroupIds:[] SseSpecification:SseSpecification Tags:[Tag] VerifiedAccessGroupId! | CreationTime DeviceValidationDomain EndpointDomain LastUpdatedTime Status VerifiedAccessEndpointId VerifiedAccessInstanceId
 CidrOptions Cidr PortRanges:[PortRange] Protocol SubnetIds:[]
 LoadBalancerOptions LoadBalancerArn Port:i PortRanges:[PortRange] Protocol SubnetIds:[]
 NetworkInterfaceOptions NetworkInterfaceId Port:i PortRanges:[PortRange] Protocol
 RdsOptions Port:i Protocol RdsDbClusterArn RdsDbInstanceArn RdsDbProxyArn RdsEndpoint SubnetIds:[]
 SseSpecification CustomerManagedKeyEnabled:b KmsKeyArn
 PortRange FromPort:i ToPort:i
AWS::EC2::VerifiedAccessGroup Description PolicyDocument PolicyEnabled:b SseSpecification:SseSpecification Tags:[Tag] VerifiedAccessInstanceId! | CreationTime LastUpdatedTime Owner VerifiedAccessGroupArn VerifiedAccessGroupId
 SseSpecification CustomerManagedKeyEnabled:b KmsKeyArn
AWS::EC2::VerifiedAccessInstance CidrEndpointsCustomSubDomain Description FipsEnabled:b LoggingConfigurations:VerifiedAccessLogs Tags:[Tag] VerifiedAccessTrustProviderIds:[] VerifiedAccessTrustProviders:[VerifiedAccessTrustProvider] | CidrEndpointsCustomSubDomainNameServers:[] CreationTime LastUpdatedTime VerifiedAccessInstanceId
 VerifiedAccessLogs CloudWatchLogs:CloudWatchLogs IncludeTrustContext:b KinesisDataFirehose:KinesisDataFirehose LogVersion S3:S3
 VerifiedAccessTrustProvider Description DeviceTrustProviderType TrustProviderType UserTrustProviderType VerifiedAccessTrustProviderId
 CloudWatchLogs Enabled:b LogGroup
 KinesisDataFirehose DeliveryStream Enabled:b
 S3 BucketName BucketOwner Enabled:b Prefix
AWS::EC2::VerifiedAccessTrustProvider Description DeviceOptions:DeviceOptions DeviceTrustProviderType NativeApplicationOidcOptions:NativeApplicationOidcOptions OidcOptions:OidcOptions PolicyReferenceName! SseSpecification:SseSpecification Tags:[Tag] TrustProviderType! UserTrustProviderType | CreationTime LastUpdatedTime VerifiedAccessTrustProviderId
 DeviceOptions PublicSigningKeyUrl TenantId
 NativeApplicationOidcOptions AuthorizationEndpoint ClientId ClientSecret Issuer PublicSigningKeyEndpoint Scope TokenEndpoint UserInfoEndpoint
 OidcOptions AuthorizationEndpoint ClientId ClientSecret Issuer Scope TokenEndpoint UserInfoEndpoint
 SseSpecification CustomerManagedKeyEnabled:b KmsKeyArn
AWS::EC2::Volume AutoEnableIO:b AvailabilityZone AvailabilityZoneId Encrypted:b Iops:i KmsKeyId MultiAttachEnabled:b OutpostArn Size:i SnapshotId SourceVolumeId Tags:[Tag] Throughput:i VolumeInitializationRate:i VolumeType | VolumeId
AWS::EC2::VolumeAttachment Device EbsCardIndex:i InstanceId! VolumeId! |
AWS::ECR::Repository EmptyOnDelete:b EncryptionConfiguration:EncryptionConfiguration ImageScanningConfiguration:ImageScanningConfiguration ImageTagMutability:=MUTABLE/IMMUTABLE/MUTABLE_WITH_EXCLUSION/IMMUTABLE_WITH_EXCLUSION ImageTagMutabilityExclusionFilters:[ImageTagMutabilityExclusionFilter] LifecyclePolicy:LifecyclePolicy RepositoryName RepositoryPolicyText:o Tags:[Tag] | Arn RepositoryUri
 EncryptionConfiguration EncryptionType!:=AES256/KMS/KMS_DSSE KmsKey
 ImageScanningConfiguration ScanOnPush:b
 ImageTagMutabilityExclusionFilter ImageTagMutabilityExclusionFilterType!:=WILDCARD ImageTagMutabilityExclusionFilterValue!
 LifecyclePolicy LifecyclePolicyText RegistryId
AWS::ECS::CapacityProvider AutoScalingGroupProvider:AutoScalingGroupProvider ClusterName ManagedInstancesProvider:ManagedInstancesProvider Name Tags:[Tag] |
 AutoScalingGroupProvider AutoScalingGroupArn! ManagedDraining:=DISABLED/ENABLED ManagedScaling:ManagedScaling ManagedTerminationProtection:=DISABLED/ENABLED
 ManagedInstancesProvider AutoRepairConfiguration:AutoRepairConfiguration InfrastructureOptimization:InfrastructureOptimization InfrastructureRoleArn! InstanceLaunchTemplate!:InstanceLaunchTemplate PropagateTags:=CAPACITY_PROVIDER/NONE
 ManagedScaling InstanceWarmupPeriod:i MaximumScalingStepSize:i MinimumScalingStepSize:i Status:=DISABLED/ENABLED TargetCapacity:i
 AutoRepairConfiguration ActionsStatus:=ENABLED/DISABLED
 InfrastructureOptimization ScaleInAfter:i
 InstanceLaunchTemplate CapacityOptionType:=ON_DEMAND/SPOT/RESERVED CapacityReservations:CapacityReservationRequest Ec2InstanceProfileArn! FipsEnabled:b InstanceMetadataTagsPropagation:b InstanceRequirements:InstanceRequirementsRequest LocalStorageConfiguration:ManagedInstancesLocalStorageConfiguration Monitoring:=BASIC/DETAILED NetworkConfiguration!:ManagedInstancesNetworkConfiguration StorageConfiguration:ManagedInstancesStorageConfiguration
 CapacityReservationRequest ReservationGroupArn ReservationPreference:=RESERVATIONS_ONLY/RESERVATIONS_FIRST/RESERVATIONS_EXCLUDED
 InstanceRequirementsRequest AcceleratorCount:AcceleratorCountRequest AcceleratorManufacturers:[=amazon-web-services/amd/habana/nvidia/xilinx] AcceleratorNames:[] AcceleratorTotalMemoryMiB:AcceleratorTotalMemoryMiBRequest AcceleratorTypes:[=gpu/fpga/inference] AllowedInstanceTypes:[] BareMetal:=included/required/excluded BaselineEbsBandwidthMbps:BaselineEbsBandwidthMbpsRequest BurstablePerformance:=included/required/excluded CpuManufacturers:[=intel/amd/amazon-web-services] ExcludedInstanceTypes:[] InstanceGenerations:[=current/previous] LocalStorage:=included/required/excluded LocalStorageTypes:[=hdd/ssd] MaxSpotPriceAsPercentageOfOptimalOnDemandPrice:i MemoryGiBPerVCpu:MemoryGiBPerVCpuRequest MemoryMiB!:MemoryMiBRequest NetworkBandwidthGbps:NetworkBandwidthGbpsRequest NetworkInterfaceCount:NetworkInterfaceCountRequest OnDemandMaxPricePercentageOverLowestPrice:i RequireHibernateSupport:b SpotMaxPricePercentageOverLowestPrice:i TotalLocalStorageGB:TotalLocalStorageGBRequest VCpuCount!:VCpuCountRangeRequest
 ManagedInstancesLocalStorageConfiguration UseLocalStorage:b
 ManagedInstancesNetworkConfiguration SecurityGroups!:[] Subnets!:[]
 ManagedInstancesStorageConfiguration StorageSizeGiB!:i
 AcceleratorCountRequest Max:i Min:i
 AcceleratorTotalMemoryMiBRequest Max:i Min:i
 BaselineEbsBandwidthMbpsRequest Max:i Min:i
 MemoryGiBPerVCpuRequest Max:n Min:n
 MemoryMiBRequest Max:i Min!:i
 NetworkBandwidthGbpsRequest Max:n Min:n
 NetworkInterfaceCountRequest Max:i Min:i
 TotalLocalStorageGBRequest Max:n Min:n
 VCpuCountRangeRequest Max:i Min!:i
AWS::ECS::Cluster CapacityProviders:[] ClusterName ClusterSettings:[ClusterSettings] Configuration:ClusterConfiguration DefaultCapacityProviderStrategy:[CapacityProviderStrategyItem] ServiceConnectDefaults:ServiceConnectDefaults Tags:[Tag] | Arn
 ClusterSettings Name Value
 ClusterConfiguration ExecuteCommandConfiguration:ExecuteCommandConfiguration ManagedStorageConfiguration:ManagedStorageConfiguration
 CapacityProviderStrategyItem Base:i CapacityProvider Weight:i
 ServiceConnectDefaults Namespace
 ExecuteCommandConfiguration KmsKeyId LogConfiguration:ExecuteCommandLogConfiguration Logging
 ManagedStorageConfiguration FargateEphemeralStorageKmsKeyId KmsKeyId
 ExecuteCommandLogConfiguration CloudWatchEncryptionEnabled:b CloudWatchLogGroupName S3BucketName S3EncryptionEnabled:b S3KeyPrefix
AWS::ECS::ClusterCapacityProviderAssociations CapacityProviders:[] Cluster! DefaultCapacityProviderStrategy!:[CapacityProviderStrategy] |
 CapacityProviderStrategy Base:i CapacityProvider! Weight:i
AWS::ECS::Service AvailabilityZoneRebalancing:=ENABLED/DISABLED CapacityProviderStrategy:[CapacityProviderStrategyItem] Cluster DeploymentConfiguration:DeploymentConfiguration DeploymentController:DeploymentController DesiredCount:i EnableECSManagedTags:b EnableExecuteCommand:b ForceNewDeployment:ForceNewDeployment HealthCheckGracePeriodSeconds:i LaunchType:=EC2/FARGATE/EXTERNAL LoadBalancers:[LoadBalancer] Monitoring:MonitoringConfiguration NetworkConfiguration:NetworkConfiguration PlacementConstraints:[PlacementConstraint] PlacementStrategies:[PlacementStrategy] PlatformVersion PropagateTags:=SERVICE/TASK_DEFINITION Role SchedulingStrategy:=DAEMON/REPLICA ServiceConnectConfiguration:ServiceConnectConfiguration ServiceName ServiceRegistries:[ServiceRegistry] Tags:[Tag] TaskDefinition VolumeConfigurations:[ServiceVolumeConfiguration] VpcLatticeConfigurations:[VpcLatticeConfiguration] | Name ServiceArn
 CapacityProviderStrategyItem Base:i CapacityProvider Weight:i
 DeploymentConfiguration Alarms:DeploymentAlarms BakeTimeInMinutes:i CanaryConfiguration:CanaryConfiguration DeploymentCircuitBreaker:DeploymentCircuitBreaker EarlySuccessCriteria:DeploymentEarlySuccessCriteria LifecycleHooks:[DeploymentLifecycleHook] LinearConfiguration:LinearConfiguration MaximumPercent:i MinimumHealthyPercent:i Strategy:=ROLLING/BLUE_GREEN/LINEAR/CANARY
 DeploymentController Type:=CODE_DEPLOY/ECS/EXTERNAL
 ForceNewDeployment EnableForceNewDeployment!:b ForceNewDeploymentNonce
 LoadBalancer AdvancedConfiguration:AdvancedConfiguration ContainerName ContainerPort:i LoadBalancerName TargetGroupArn
 MonitoringConfiguration MetricConfigurations!:[MetricConfiguration]
 NetworkConfiguration AwsvpcConfiguration:AwsVpcConfiguration
 PlacementConstraint Expression Type!:=distinctInstance/memberOf
 PlacementStrategy Field Type!:=binpack/random/spread
 ServiceConnectConfiguration AccessLogConfiguration:ServiceConnectAccessLogConfiguration Enabled!:b LogConfiguration:LogConfiguration Namespace Services:[ServiceConnectService]
 ServiceRegistry ContainerName ContainerPort:i Port:i RegistryArn
 ServiceVolumeConfiguration ManagedEBSVolume:ServiceManagedEBSVolumeConfiguration Name!
 VpcLatticeConfiguration PortName! RoleArn! TargetGroupArn!
 DeploymentAlarms AlarmNames!:[] Enable!:b Rollback!:b
 CanaryConfiguration CanaryBakeTimeInMinutes:i CanaryPercent:n
 DeploymentCircuitBreaker Enable!:b ResetOnHealthyTask:b Rollback!:b ThresholdConfiguration:ThresholdConfiguration
 DeploymentEarlySuccessCriteria Enable:b HealthyPercent:i SourceServiceRevisionCleanup:=BLOCKING/DEFERRED
 DeploymentLifecycleHook HookDetails:o HookTargetArn LifecycleStages!:[=RECONCILE_SERVICE/PRE_SCALE_UP/POST_SCALE_UP/TEST_TRAFFIC_SHIFT/POST_TEST_TRAFFIC_SHIFT/PRE_PRODUCTION_TRAFFIC_SHIFT/PRODUCTION_TRAFFIC_SHIFT/POST_PRODUCTION_TRAFFIC_SHIFT] RoleArn TargetType:=AWS_LAMBDA/PAUSE TimeoutConfiguration:HookTimeoutConfig
 LinearConfiguration StepBakeTimeInMinutes:i StepPercent:n
 AdvancedConfiguration AlternateTargetGroupArn! ProductionListenerRule RoleArn TestListenerRule
 MetricConfiguration MetricNames!:[=CPUUtilization/MemoryUtilization] ResolutionSeconds!:i
 AwsVpcConfiguration AssignPublicIp:=DISABLED/ENABLED SecurityGroups:[] Subnets:[]
 ServiceConnectAccessLogConfiguration Format!:=TEXT/JSON IncludeQueryParameters:=DISABLED/ENABLED
 LogConfiguration LogDriver Options:{} SecretOptions:[Secret]
 ServiceConnectService ClientAliases:[ServiceConnectClientAlias] DiscoveryName IngressPortOverride:i PortName! Timeout:TimeoutConfiguration Tls:ServiceConnectTlsConfiguration
 ServiceManagedEBSVolumeConfiguration Encrypted:b FilesystemType Iops:i KmsKeyId RoleArn! SizeInGiB:i SnapshotId TagSpecifications:[EBSTagSpecification] Throughput:i VolumeInitializationRate:i VolumeType
 ThresholdConfiguration Type!:=COUNT/BOUNDED_PERCENT/UNBOUNDED_PERCENT Value!:i
 HookTimeoutConfig Action:=ROLLBACK/CONTINUE TimeoutInMinutes:i
 Secret Name! ValueFrom!
 ServiceConnectClientAlias DnsName Port!:i TestTrafficRules:ServiceConnectTestTrafficRules
 TimeoutConfiguration IdleTimeoutSeconds:i PerRequestTimeoutSeconds:i
 ServiceConnectTlsConfiguration IssuerCertificateAuthority!:ServiceConnectTlsCertificateAuthority KmsKey RoleArn
 EBSTagSpecification PropagateTags:=SERVICE/TASK_DEFINITION ResourceType! Tags:[Tag]
 ServiceConnectTestTrafficRules Header!:ServiceConnectTestTrafficRulesHeader
 ServiceConnectTlsCertificateAuthority AwsPcaAuthorityArn
 ServiceConnectTestTrafficRulesHeader Name! Value:ServiceConnectTestTrafficRulesHeaderValue
 ServiceConnectTestTrafficRulesHeaderValue Exact!
AWS::ECS::TaskDefinition ContainerDefinitions:[ContainerDefinition] Cpu EnableFaultInjection:b EphemeralStorage:EphemeralStorage ExecutionRoleArn Family InferenceAccelerators:[InferenceAccelerator] IpcMode Memory NetworkMode PidMode PlacementConstraints:[TaskDefinitionPlacementConstraint] ProxyConfiguration:ProxyConfiguration RequiresCompatibilities:[] RuntimePlatform:RuntimePlatform Tags:[Tag] TaskRoleArn Volumes:[Volume] | TaskDefinitionArn
 ContainerDefinition Command:[] Cpu:i CredentialSpecs:[] DependsOn:[ContainerDependency] DisableNetworking:b DnsSearchDomains:[] DnsServers:[] DockerLabels:{} DockerSecurityOptions:[] EntryPoint:[] Environment:[KeyValuePair] EnvironmentFiles:[EnvironmentFile] Essential:b ExtraHosts:[HostEntry] FirelensConfiguration:FirelensConfiguration HealthCheck:HealthCheck Hostname Image! Interactive:b Links:[] LinuxParameters:LinuxParameters LogConfiguration:LogConfiguration Memory:i MemoryReservation:i MountPoints:[MountPoint] Name! PortMappings:[PortMapping] Privileged:b PseudoTerminal:b ReadonlyRootFilesystem:b RepositoryCredentials:RepositoryCredentials ResourceRequirements:[ResourceRequirement] RestartPolicy:RestartPolicy Secrets:[Secret] StartTimeout:i StopTimeout:i SystemControls:[SystemControl] Ulimits:[Ulimit] User VersionConsistency:=enabled/disabled VolumesFrom:[VolumeFrom] WorkingDirectory
 EphemeralStorage SizeInGiB:i
 InferenceAccelerator DeviceName DeviceType
 TaskDefinitionPlacementConstraint Expression Type!
 ProxyConfiguration ContainerName! ProxyConfigurationProperties:[KeyValuePair] Type
 RuntimePlatform CpuArchitecture OperatingSystemFamily
 Volume ConfiguredAtLaunch:b DockerVolumeConfiguration:DockerVolumeConfiguration EFSVolumeConfiguration:EFSVolumeConfiguration FSxWindowsFileServerVolumeConfiguration:FSxWindowsFileServerVolumeConfiguration Host:HostVolumeProperties Name S3FilesVolumeConfiguration:S3FilesVolumeConfiguration
 ContainerDependency Condition ContainerName
 KeyValuePair Name Value
 EnvironmentFile Type Value
 HostEntry Hostname IpAddress
 FirelensConfiguration Options:{} Type
 HealthCheck Command:[] Interval:i Retries:i StartPeriod:i Timeout:i
 LinuxParameters Capabilities:KernelCapabilities Devices:[Device] InitProcessEnabled:b MaxSwap:i SharedMemorySize:i Swappiness:i Tmpfs:[Tmpfs]
 LogConfiguration LogDriver! Options:{} SecretOptions:[Secret]
 MountPoint ContainerPath ReadOnly:b SourceVolume
 PortMapping AppProtocol:=http/http2/grpc ContainerPort:i ContainerPortRange HostPort:i Name Protocol
 RepositoryCredentials CredentialsParameter
 ResourceRequirement Type! Value!
 RestartPolicy Enabled:b IgnoredExitCodes:[i] RestartAttemptPeriod:i
 Secret Name! ValueFrom!
 SystemControl Namespace Value
 Ulimit HardLimit!:i Name! SoftLimit!:i
 VolumeFrom ReadOnly:b SourceContainer
 DockerVolumeConfiguration Autoprovision:b Driver DriverOpts:{} Labels:{} Scope
 EFSVolumeConfiguration AuthorizationConfig:AuthorizationConfig FilesystemId! RootDirectory TransitEncryption:=ENABLED/DISABLED TransitEncryptionPort:i
 FSxWindowsFileServerVolumeConfiguration AuthorizationConfig:FSxAuthorizationConfig FileSystemId! RootDirectory!
 HostVolumeProperties SourcePath
 S3FilesVolumeConfiguration AccessPointArn FileSystemArn! RootDirectory TransitEncryptionPort:i
 KernelCapabilities Add:[] Drop:[]
 Device ContainerPath HostPath Permissions:[]
 Tmpfs ContainerPath MountOptions:[] Size!:i
 AuthorizationConfig AccessPointId IAM:=ENABLED/DISABLED
 FSxAuthorizationConfig CredentialsParameter! Domain!
AWS::EFS::AccessPoint AccessPointTags:[AccessPointTag] ClientToken FileSystemId! PosixUser:PosixUser RootDirectory:RootDirectory | AccessPointId Arn
 AccessPointTag Key Value
 PosixUser Gid! SecondaryGids:[] Uid!
 RootDirectory CreationInfo:CreationInfo Path
 CreationInfo OwnerGid! OwnerUid! Permissions!
AWS::EFS::FileSystem AvailabilityZoneName BackupPolicy:BackupPolicy BypassPolicyLockoutSafetyCheck:b Encrypted:b FileSystemPolicy:o FileSystemProtection:FileSystemProtection FileSystemTags:[ElasticFileSystemTag] KmsKeyId LifecyclePolicies:[LifecyclePolicy] PerformanceMode ProvisionedThroughputInMibps:n ReplicationConfiguration:ReplicationConfiguration ThroughputMode | Arn FileSystemId
 BackupPolicy Status!:=DISABLED/ENABLED
 FileSystemProtection ReplicationOverwriteProtection:=DISABLED/ENABLED
 ElasticFileSystemTag Key! Value!
 LifecyclePolicy TransitionToArchive TransitionToIA TransitionToPrimaryStorageClass
 ReplicationConfiguration Destinations:[ReplicationDestination]
 ReplicationDestination AvailabilityZoneName FileSystemId KmsKeyId Region RoleArn Status StatusMessage
AWS::EFS::MountTarget FileSystemId! IpAddress IpAddressType:=IPV4_ONLY/IPV6_ONLY/DUAL_STACK Ipv6Address SecurityGroups!:[] SubnetId! | Id IpAddress
AWS::EKS::AccessEntry AccessPolicies:[AccessPolicy] ClusterName! KubernetesGroups:[] PrincipalArn! Tags:[Tag] Type Username | AccessEntryArn
 AccessPolicy AccessScope!:AccessScope PolicyArn!
 AccessScope Namespaces:[] Type!:=namespace/cluster
AWS::EKS::Addon AddonName! AddonVersion ClusterName! ConfigurationValues NamespaceConfig:NamespaceConfig PodIdentityAssociations:[PodIdentityAssociation] PreserveOnDelete:b ResolveConflicts:=NONE/OVERWRITE/PRESERVE ServiceAccountRoleArn Tags:[Tag] | Arn
 NamespaceConfig Namespace!
 PodIdentityAssociation RoleArn! ServiceAccount!
AWS::EKS::Cluster AccessConfig:AccessConfig ActiveCertificateAuthorityId BootstrapSelfManagedAddons:b CertificateAuthority:CertificateAuthority ComputeConfig:ComputeConfig ControlPlaneScalingConfig:ControlPlaneScalingConfig DeletionProtection:b EncryptionConfig:[EncryptionConfig] Force:b KubeApiServerConfig:KubeApiServerConfig KubeControllerManagerConfig:KubeControllerManagerConfig KubeSchedulerConfig:KubeSchedulerConfig KubernetesNetworkConfig:KubernetesNetworkConfig Logging:Logging Name OutpostConfig:OutpostConfig RemoteNetworkConfig:RemoteNetworkConfig ResourcesVpcConfig!:ResourcesVpcConfig RoleArn! RollbackConfig:RollbackConfig StorageConfig:StorageConfig Tags:[Tag] UpgradePolicy:UpgradePolicy Version ZonalShiftConfig:ZonalShiftConfig | Arn CertificateAuthority.Active.ActivatedBy CertificateAuthority.Active.Id CertificateAuthority.Data CertificateAuthorityData ClusterSecurityGroupId EncryptionConfigKeyArn Endpoint Id KubernetesNetworkConfig.ServiceIpv6Cidr OpenIdConnectIssuerUrl
 AccessConfig AuthenticationMode:=CONFIG_MAP/API_AND_CONFIG_MAP/API BootstrapClusterCreatorAdminPermissions:b
 CertificateAuthority Active:ActiveCertificateAuthority Data
 ComputeConfig Enabled:b NodePools:[] NodeRoleArn
 ControlPlaneScalingConfig Tier:=standard/tier-xl/tier-2xl/tier-4xl/tier-8xl/tier-ultra
 EncryptionConfig Provider:Provider Resources:[]
 KubeApiServerConfig EventTtl ServiceNodePortRange:ServiceNodePortRange
 KubeControllerManagerConfig HorizontalPodAutoscalerControllerConfig:HorizontalPodAutoscalerControllerConfig PodGcControllerConfig:PodGcControllerConfig
 KubeSchedulerConfig NodeResourcesFit:NodeResourcesFitConfig
 KubernetesNetworkConfig ElasticLoadBalancing:ElasticLoadBalancing IpFamily:=ipv4/ipv6 ServiceIpv4Cidr ServiceIpv6Cidr
 Logging ClusterLogging:ClusterLogging
 OutpostConfig ControlPlaneInstanceType! ControlPlanePlacement:ControlPlanePlacement EtcdInstanceType EtcdPlacement:EtcdPlacement OutpostArns!:[]
 RemoteNetworkConfig RemoteNodeNetworks:[RemoteNodeNetwork] RemotePodNetworks:[RemotePodNetwork]
 ResourcesVpcConfig ControlPlaneEgressMode EndpointPrivateAccess:b EndpointPublicAccess:b PublicAccessCidrs:[] SecurityGroupIds:[] SubnetIds!:[]
 RollbackConfig TimeoutMinutes:i
 StorageConfig BlockStorage:BlockStorage
 UpgradePolicy SupportType:=STANDARD/EXTENDED
 ZonalShiftConfig Enabled:b
 ActiveCertificateAuthority ActivatedBy Id
 Provider KeyArn
 ServiceNodePortRange MaxPort:i MinPort:i
 HorizontalPodAutoscalerControllerConfig HorizontalPodAutoscalerSyncPeriod
 PodGcControllerConfig TerminatedPodGcThreshold:i
 NodeResourcesFitConfig ScoringStrategy:ScoringStrategy
 ElasticLoadBalancing Enabled:b
 ClusterLogging EnabledTypes:[LoggingTypeConfig]
 ControlPlanePlacement GroupName SpreadLevel
 EtcdPlacement SpreadLevel
 RemoteNodeNetwork Cidrs!:[]
 RemotePodNetwork Cidrs!:[]
 BlockStorage Enabled:b
 ScoringStrategy Resources:[ResourceWeight] Type
 LoggingTypeConfig Type:=api/audit/authenticator/controllerManager/scheduler
 ResourceWeight Name Weight:i
AWS::EKS::FargateProfile ClusterName! FargateProfileName PodExecutionRoleArn! Selectors!:[Selector] Subnets:[] Tags:[Tag] | Arn
 Selector Labels:[Label] Namespace!
 Label Key! Value!
AWS::EKS::Nodegroup AmiType CapacityType ClusterName! DiskSize:i ForceUpdateEnabled:b InstanceTypes:[] Labels:{} LaunchTemplate:LaunchTemplateSpecification NodeRepairConfig:NodeRepairConfig NodeRole! NodegroupName ReleaseVersion RemoteAccess:RemoteAccess ScalingConfig:ScalingConfig Subnets!:[] Tags:{} Taints:[Taint] UpdateConfig:UpdateConfig Version WarmPoolConfig:WarmPoolConfig | Arn ClusterName Id NodegroupName
 LaunchTemplateSpecification Id Name Version
 NodeRepairConfig Enabled:b MaxParallelNodesRepairedCount:i MaxParallelNodesRepairedPercentage:i MaxUnhealthyNodeThresholdCount:i MaxUnhealthyNodeThresholdPercentage:i NodeRepairConfigOverrides:[NodeRepairConfigOverrides]
 RemoteAccess Ec2SshKey! SourceSecurityGroups:[]
 ScalingConfig DesiredSize:i MaxSize:i MinSize:i
 Taint Effect Key Value
 UpdateConfig MaxUnavailable:n MaxUnavailablePercentage:n UpdateStrategy
 WarmPoolConfig Enabled:b MaxGroupPreparedCapacity:i MinSize:i PoolState ReuseOnScaleIn:b
 NodeRepairConfigOverrides MinRepairWaitTimeMins:i NodeMonitoringCondition NodeUnhealthyReason RepairAction:=Replace/Reboot/NoAction
AWS::ElastiCache::CacheCluster AZMode AutoMinorVersionUpgrade:b CacheNodeType! CacheParameterGroupName CacheSecurityGroupNames:[] CacheSubnetGroupName ClusterName Engine! EngineVersion IpDiscovery LogDeliveryConfigurations:[LogDeliveryConfigurationRequest] NetworkType NotificationTopicArn NumCacheNodes!:i Port:i PreferredAvailabilityZone PreferredAvailabilityZones:[] PreferredMaintenanceWindow SnapshotArns:[] SnapshotName SnapshotRetentionLimit:i SnapshotWindow Tags:[Tag] TransitEncryptionEnabled:b VpcSecurityGroupIds:[] | ConfigurationEndpoint:* ConfigurationEndpoint.Address ConfigurationEndpoint.Port RedisEndpoint:* RedisEndpoint.Address RedisEndpoint.Port
 LogDeliveryConfigurationRequest DestinationDetails!:DestinationDetails DestinationType! LogFormat! LogType!
 DestinationDetails CloudWatchLogsDetails:CloudWatchLogsDestinationDetails KinesisFirehoseDetails:KinesisFirehoseDestinationDetails
 CloudWatchLogsDestinationDetails LogGroup!
 KinesisFirehoseDestinationDetails DeliveryStream!
AWS::ElastiCache::ParameterGroup CacheParameterGroupFamily! Description! Properties:{} Tags:[Tag] | CacheParameterGroupName
AWS::ElastiCache::ReplicationGroup AtRestEncryptionEnabled:b AuthToken AutoMinorVersionUpgrade:b AutomaticFailoverEnabled:b CacheNodeType CacheParameterGroupName CacheSecurityGroupNames:[] CacheSubnetGroupName ClusterMode DataTieringEnabled:b Durability:=default/async/sync/disabled Engine EngineVersion GlobalReplicationGroupId IpDiscovery KmsKeyId LogDeliveryConfigurations:[LogDeliveryConfigurationRequest] MultiAZEnabled:b NetworkType NodeGroupConfiguration:[NodeGroupConfiguration] NotificationTopicArn NumCacheClusters:i NumNodeGroups:i Port:i PreferredCacheClusterAZs:[] PreferredMaintenanceWindow PrimaryClusterId ReplicasPerNodeGroup:i ReplicationGroupDescription! ReplicationGroupId SecurityGroupIds:[] SnapshotArns:[] SnapshotName SnapshotRetentionLimit:i SnapshotWindow SnapshottingClusterId Tags:[Tag] TransitEncryptionEnabled:b TransitEncryptionMode UserGroupIds:[] | ConfigurationEndPoint:* ConfigurationEndPoint.Address ConfigurationEndPoint.Port EffectiveDurability PrimaryEndPoint:* PrimaryEndPoint.Address PrimaryEndPoint.Port ReadEndPoint:* ReadEndPoint.Addresses ReadEndPoint.AddressesList:[] ReadEndPoint.Ports ReadEndPoint.PortsList:[] ReaderEndPoint:* ReaderEndPoint.Address ReaderEndPoint.Port
 LogDeliveryConfigurationRequest DestinationDetails!:DestinationDetails DestinationType! LogFormat! LogType!
 NodeGroupConfiguration NodeGroupId PrimaryAvailabilityZone ReplicaAvailabilityZones:[] ReplicaCount:i Slots
 DestinationDetails CloudWatchLogsDetails:CloudWatchLogsDestinationDetails KinesisFirehoseDetails:KinesisFirehoseDestinationDetails
 CloudWatchLogsDestinationDetails LogGroup!
 KinesisFirehoseDestinationDetails DeliveryStream!
AWS::ElastiCache::ServerlessCache CacheUsageLimits:CacheUsageLimits DailySnapshotTime Description Endpoint:Endpoint Engine! FinalSnapshotName KmsKeyId MajorEngineVersion NetworkType:=ipv4/ipv6/dual_stack ReaderEndpoint:Endpoint SecurityGroupIds:[] ServerlessCacheName! SnapshotArnsToRestore:[] SnapshotRetentionLimit:i SubnetIds:[] Tags:[Tag] UserGroupId | ARN CreateTime Endpoint.Address Endpoint.Port FullEngineVersion ReaderEndpoint.Address ReaderEndpoint.Port Status
 CacheUsageLimits DataStorage:DataStorage ECPUPerSecond:ECPUPerSecond
 Endpoint Address Port
 DataStorage Maximum:i Minimum:i Unit!:=GB
 ECPUPerSecond Maximum:i Minimum:i
AWS::ElastiCache::SubnetGroup CacheSubnetGroupName Description! SubnetIds!:[] Tags:[Tag] |
AWS::ElasticLoadBalancing::LoadBalancer AccessLoggingPolicy:AccessLoggingPolicy AppCookieStickinessPolicy:[AppCookieStickinessPolicy] AvailabilityZones:[] ConnectionDrainingPolicy:ConnectionDrainingPolicy ConnectionSettings:ConnectionSettings CrossZone:b HealthCheck:HealthCheck Instances:[] LBCookieStickinessPolicy:[LBCookieStickinessPolicy] Listeners!:[Listeners] LoadBalancerName Policies:[Policies] Scheme SecurityGroups:[] Subnets:[] Tags:[Tag] | CanonicalHostedZoneName CanonicalHostedZoneNameID DNSName SourceSecurityGroup:* SourceSecurityGroup.GroupName SourceSecurityGroup.OwnerAlias
 AccessLoggingPolicy EmitInterval:i Enabled!:b S3BucketName! S3BucketPrefix
 AppCookieStickinessPolicy CookieName! PolicyName!
 ConnectionDrainingPolicy Enabled!:b Timeout:i
 ConnectionSettings IdleTimeout!:i
 HealthCheck HealthyThreshold! Interval! Target! Timeout! UnhealthyThreshold!
 LBCookieStickinessPolicy CookieExpirationPeriod PolicyName
 Listeners InstancePort! InstanceProtocol LoadBalancerPort! PolicyNames:[] Protocol! SSLCertificateId
 Policies Attributes!:[PolicyItem] InstancePorts:[] LoadBalancerPorts:[] PolicyName! PolicyType!
 PolicyItem Name Value
AWS::ElasticLoadBalancingV2::Listener AlpnPolicy:[] Certificates:[Certificate] DefaultActions!:[Action] ListenerAttributes:[ListenerAttribute] LoadBalancerArn! MutualAuthentication:MutualAuthentication Port:i Protocol SslPolicy Tags:[Tag] | ListenerArn
 Certificate CertificateArn
 Action AuthenticateCognitoConfig:AuthenticateCognitoConfig AuthenticateOidcConfig:AuthenticateOidcConfig FixedResponseConfig:FixedResponseConfig ForwardConfig:ForwardConfig JwtValidationConfig:JwtValidationConfig Order:i RedirectConfig:RedirectConfig TargetGroupArn Type!
 ListenerAttribute Key Value
 MutualAuthentication AdvertiseTrustStoreCaNames IgnoreClientCertificateExpiry:b Mode TrustStoreArn
 AuthenticateCognitoConfig AuthenticationRequestExtraParams:{} OnUnauthenticatedRequest Scope SessionCookieName SessionTimeout UserPoolArn! UserPoolClientId! UserPoolDomain!
 AuthenticateOidcConfig AuthenticationRequestExtraParams:{} AuthorizationEndpoint! ClientId! ClientSecret Issuer! OnUnauthenticatedRequest Scope SessionCookieName SessionTimeout TokenEndpoint! UseExistingClientSecret:b UserInfoEndpoint!
 FixedResponseConfig ContentType MessageBody StatusCode!
 ForwardConfig TargetGroupStickinessConfig:TargetGroupStickinessConfig TargetGroups:[TargetGroupTuple]
 JwtValidationConfig AdditionalClaims:[JwtValidationActionAdditionalClaim] Issuer! JwksEndpoint!
 RedirectConfig Host Path Port Protocol Query StatusCode!
 TargetGroupStickinessConfig DurationSeconds:i Enabled:b
 TargetGroupTuple TargetGroupArn Weight:i
 JwtValidationActionAdditionalClaim Format! Name! Values!:[]
AWS::ElasticLoadBalancingV2::ListenerCertificate Certificates!:[Certificate] ListenerArn! | Id
 Certificate CertificateArn
AWS::ElasticLoadBalancingV2::ListenerRule Actions!:[Action] Conditions!:[RuleCondition] ListenerArn Priority!:i Tags:[Tag] Transforms:[Transform] | IsDefault:b RuleArn
 Action AuthenticateCognitoConfig:AuthenticateCognitoConfig AuthenticateOidcConfig:AuthenticateOidcConfig FixedResponseConfig:FixedResponseConfig ForwardConfig:ForwardConfig JwtValidationConfig:JwtValidationConfig Order:i RedirectConfig:RedirectConfig TargetGroupArn Type!
 RuleCondition Field HostHeaderConfig:HostHeaderConfig HttpHeaderConfig:HttpHeaderConfig HttpRequestMethodConfig:HttpRequestMethodConfig PathPatternConfig:PathPatternConfig QueryStringConfig:QueryStringConfig RegexValues:[] SourceIpConfig:SourceIpConfig Values:[]
 Transform HostHeaderRewriteConfig:RewriteConfigObject Type! UrlRewriteConfig:RewriteConfigObject
 AuthenticateCognitoConfig AuthenticationRequestExtraParams:{} OnUnauthenticatedRequest Scope SessionCookieName SessionTimeout:i UserPoolArn! UserPoolClientId! UserPoolDomain!
 AuthenticateOidcConfig AuthenticationRequestExtraParams:{} AuthorizationEndpoint! ClientId! ClientSecret Issuer! OnUnauthenticatedRequest Scope SessionCookieName SessionTimeout:i TokenEndpoint! UseExistingClientSecret:b UserInfoEndpoint!
 FixedResponseConfig ContentType MessageBody StatusCode!
 ForwardConfig TargetGroupStickinessConfig:TargetGroupStickinessConfig TargetGroups:[TargetGroupTuple]
 JwtValidationConfig AdditionalClaims:[JwtValidationActionAdditionalClaim] Issuer! JwksEndpoint!
 RedirectConfig Host Path Port Protocol Query StatusCode!
 HostHeaderConfig RegexValues:[] Values:[]
 HttpHeaderConfig HttpHeaderName RegexValues:[] Values:[]
 HttpRequestMethodConfig Values:[]
 PathPatternConfig RegexValues:[] Values:[]
 QueryStringConfig Values:[QueryStringKeyValue]
 SourceIpConfig IpAddressType Values:[]
 RewriteConfigObject Rewrites!:[RewriteConfig]
 TargetGroupStickinessConfig DurationSeconds:i Enabled:b
 TargetGroupTuple TargetGroupArn Weight:i
 JwtValidationActionAdditionalClaim Format! Name! Values!:[]
 QueryStringKeyValue Key Value
 RewriteConfig Regex! Replace!
AWS::ElasticLoadBalancingV2::LoadBalancer EnableCapacityReservationProvisionStabilize:b EnablePrefixForIpv6SourceNat EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic IpAddressType Ipv4IpamPoolId LoadBalancerAttributes:[LoadBalancerAttribute] MinimumLoadBalancerCapacity:MinimumLoadBalancerCapacity Name Scheme SecurityGroups:[] SubnetMappings:[SubnetMapping] Subnets:[] Tags:[Tag] Type | CanonicalHostedZoneID DNSName LoadBalancerArn LoadBalancerFullName LoadBalancerName SecurityGroups:[]
 LoadBalancerAttribute Key Value
 MinimumLoadBalancerCapacity CapacityUnits!:i
 SubnetMapping AllocationId IPv6Address PrivateIPv4Address SourceNatIpv6Prefix SubnetId!
AWS::ElasticLoadBalancingV2::TargetGroup HealthCheckEnabled:b HealthCheckIntervalSeconds:i HealthCheckPath HealthCheckPort HealthCheckProtocol HealthCheckTimeoutSeconds:i HealthyThresholdCount:i IpAddressType Matcher:Matcher Name Port:i Protocol ProtocolVersion Tags:[Tag] TargetControlPort:i TargetGroupAttributes:[TargetGroupAttribute] TargetType Targets:[TargetDescription] UnhealthyThresholdCount:i VpcId | LoadBalancerArns:[] TargetGroupArn TargetGroupFullName TargetGroupName
 Matcher GrpcCode HttpCode
 TargetGroupAttribute Key Value
 TargetDescription AvailabilityZone Id! Port:i QuicServerId
AWS::ElasticLoadBalancingV2::TrustStore CaCertificatesBundleS3Bucket CaCertificatesBundleS3Key CaCertificatesBundleS3ObjectVersion Name Tags:[Tag] | NumberOfCaCertificates:i Status TrustStoreArn
AWS::ElasticLoadBalancingV2::TrustStoreRevocation RevocationContents:[RevocationContent] TrustStoreArn | RevocationId:i TrustStoreRevocations:[]
 RevocationContent RevocationType S3Bucket S3Key S3ObjectVersion
AWS::Events::Rule Description EventBusName EventPattern:o Name RoleArn ScheduleExpression State:=DISABLED/ENABLED/ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS Tags:[Tag] Targets:[Target] | Arn RuleName
 Target AppSyncParameters:AppSyncParameters Arn! BatchParameters:BatchParameters DeadLetterConfig:DeadLetterConfig EcsParameters:EcsParameters HttpParameters:HttpParameters Id! Input InputPath InputTransformer:InputTransformer KinesisParameters:KinesisParameters RedshiftDataParameters:RedshiftDataParameters RetryPolicy:RetryPolicy RoleArn RunCommandParameters:RunCommandParameters SageMakerPipelineParameters:SageMakerPipelineParameters SqsParameters:SqsParameters
 AppSyncParameters GraphQLOperation!
 BatchParameters ArrayProperties:BatchArrayProperties JobDefinition! JobName! RetryStrategy:BatchRetryStrategy
 DeadLetterConfig Arn
 EcsParameters CapacityProviderStrategy:[CapacityProviderStrategyItem] EnableECSManagedTags:b EnableExecuteCommand:b Group LaunchType NetworkConfiguration:NetworkConfiguration PlacementConstraints:[PlacementConstraint] PlacementStrategies:[PlacementStrategy] PlatformVersion PropagateTags ReferenceId TagList:[Tag] TaskCount:i TaskDefinitionArn!
 HttpParameters HeaderParameters:{} PathParameterValues:[] QueryStringParameters:{}
 InputTransformer InputPathsMap:{} InputTemplate!
 KinesisParameters PartitionKeyPath!
 RedshiftDataParameters Database! DbUser SecretManagerArn Sql Sqls:[] StatementName WithEvent:b
 RetryPolicy MaximumEventAgeInSeconds:i MaximumRetryAttempts:i
 RunCommandParameters RunCommandTargets!:[RunCommandTarget]
 SageMakerPipelineParameters PipelineParameterList:[SageMakerPipelineParameter]
 SqsParameters MessageGroupId!
 BatchArrayProperties Size:i
 BatchRetryStrategy Attempts:i
 CapacityProviderStrategyItem Base:i CapacityProvider! Weight:i
 NetworkConfiguration AwsVpcConfiguration:AwsVpcConfiguration
 PlacementConstraint Expression Type
 PlacementStrategy Field Type
 RunCommandTarget Key! Values!:[]
 SageMakerPipelineParameter Name! Value!
 AwsVpcConfiguration AssignPublicIp SecurityGroups:[] Subnets!:[]
AWS::GlobalAccelerator::Accelerator Enabled:b FlowLogsEnabled:b FlowLogsS3Bucket FlowLogsS3Prefix IpAddressType:=IPV4/DUAL_STACK IpAddresses:[] Name! Tags:[Tag] | AcceleratorArn DnsName DualStackDnsName Ipv4Addresses:[] Ipv6Addresses:[]
AWS::GlobalAccelerator::CrossAccountAttachment Name! Principals:[] Resources:[Resource] Tags:[Tag] | AttachmentArn
 Resource Cidr EndpointId Region
AWS::GlobalAccelerator::EndpointGroup EndpointConfigurations:[EndpointConfiguration] EndpointGroupRegion! HealthCheckIntervalSeconds:i HealthCheckPath HealthCheckPort:i HealthCheckProtocol:=TCP/HTTP/HTTPS ListenerArn! PortOverrides:[PortOverride] ThresholdCount:i TrafficDialPercentage:n | EndpointGroupArn
 EndpointConfiguration AttachmentArn ClientIPPreservationEnabled:b EndpointId! Weight:i
 PortOverride EndpointPort!:i ListenerPort!:i
AWS::GlobalAccelerator::Listener AcceleratorArn! ClientAffinity:=NONE/SOURCE_IP PortRanges!:[PortRange] Protocol!:=TCP/UDP | ListenerArn
 PortRange FromPort!:i ToPort!:i
AWS::IAM::AccessKey Serial:i Status UserName! | Id SecretAccessKey
AWS::IAM::Group GroupName ManagedPolicyArns:[] Path Policies:[Policy] | Arn
 Policy PolicyDocument!:o PolicyName!
AWS::IAM::InstanceProfile InstanceProfileName Path Roles!:[] | Arn
AWS::IAM::ManagedPolicy Description Groups:[] ManagedPolicyName Path PolicyDocument!:o Roles:[] Users:[] | AttachmentCount:i CreateDate DefaultVersionId IsAttachable:b PermissionsBoundaryUsageCount:i PolicyArn PolicyId UpdateDate
AWS::IAM::OIDCProvider ClientIdList:[] Tags:[Tag] ThumbprintList:[] Url | Arn
AWS::IAM::Policy Groups:[] PolicyDocument!:o PolicyName! Roles:[] Users:[] | Id
AWS::IAM::Role AssumeRolePolicyDocument!:o Description ManagedPolicyArns:[] MaxSessionDuration:i Path PermissionsBoundary Policies:[Policy] RoleName Tags:[Tag] | Arn RoleId
 Policy PolicyDocument!:o PolicyName!
AWS::IAM::RolePolicy PolicyDocument:o PolicyName! RoleName! |
AWS::IAM::ServiceLinkedRole AWSServiceName CustomSuffix Description | RoleName
AWS::IAM::User Groups:[] LoginProfile:LoginProfile ManagedPolicyArns:[] Path PermissionsBoundary Policies:[Policy] Tags:[Tag] UserName | Arn
 LoginProfile Password! PasswordResetRequired:b
 Policy PolicyDocument!:o PolicyName!
AWS::KMS::Alias AliasName! TargetKeyId! |
AWS::KMS::Key BypassPolicyLockoutSafetyCheck:b Description EnableKeyRotation:b Enabled:b KeyPolicy:o KeySpec KeyUsage:=ENCRYPT_DECRYPT/SIGN_VERIFY/GENERATE_VERIFY_MAC/KEY_AGREEMENT MultiRegion:b Origin:=AWS_KMS/EXTERNAL PendingWindowInDays:i RotationPeriodInDays:i Tags:[Tag] | Arn KeyId
AWS::Lambda::Alias Description FunctionName! FunctionVersion! Name! ProvisionedConcurrencyConfig:ProvisionedConcurrencyConfiguration RoutingConfig:AliasRoutingConfiguration | AliasArn
 ProvisionedConcurrencyConfiguration ProvisionedConcurrentExecutions!:i
 AliasRoutingConfiguration AdditionalVersionWeights:[VersionWeight]
 VersionWeight FunctionVersion! FunctionWeight!:n
AWS::Lambda::EventSourceMapping AmazonManagedKafkaEventSourceConfig:AmazonManagedKafkaEventSourceConfig BatchSize:i BisectBatchOnFunctionError:b DestinationConfig:DestinationConfig DocumentDBEventSourceConfig:DocumentDBEventSourceConfig Enabled:b EventSourceArn FilterCriteria:FilterCriteria FunctionName! FunctionResponseTypes:[] KmsKeyArn LoggingConfig:LoggingConfig MaximumBatchingWindowInSeconds:i MaximumRecordAgeInSeconds:i MaximumRetryAttempts:i MetricsConfig:MetricsConfig ParallelizationFactor:i ProvisionedPollerConfig:ProvisionedPollerConfig Queues:[] ScalingConfig:ScalingConfig SelfManagedEventSource:SelfManagedEventSource SelfManagedKafkaEventSourceConfig:SelfManagedKafkaEventSourceConfig SourceAccessConfigurations:[SourceAccessConfiguration] StartingPosition StartingPositionTimestamp:n Tags:[Tag] Topics:[] TumblingWindowInSeconds:i | EventSourceMappingArn Id
 AmazonManagedKafkaEventSourceConfig ConsumerGroupId SchemaRegistryConfig:SchemaRegistryConfig
 DestinationConfig OnFailure:OnFailure
 DocumentDBEventSourceConfig CollectionName DatabaseName FullDocument:=UpdateLookup/Default
 FilterCriteria Filters:[Filter]
 LoggingConfig SystemLogLevel:=DEBUG/INFO/WARN
 MetricsConfig Metrics:[=EventCount/ErrorCount/KafkaMetrics]
 ProvisionedPollerConfig MaximumPollers:i MinimumPollers:i PollerGroupName
 ScalingConfig MaximumConcurrency:i
 SelfManagedEventSource Endpoints:Endpoints
 SelfManagedKafkaEventSourceConfig ConsumerGroupId ConsumptionMode:=Stream/Queue SchemaRegistryConfig:SchemaRegistryConfig
 SourceAccessConfiguration Type URI
 SchemaRegistryConfig AccessConfigs:[SchemaRegistryAccessConfig] EventRecordFormat:=JSON/SOURCE SchemaRegistryURI SchemaValidationConfigs:[SchemaValidationConfig]
 OnFailure Destination
 Filter Pattern
 Endpoints KafkaBootstrapServers:[]
 SchemaRegistryAccessConfig Type:=BASIC_AUTH/CLIENT_CERTIFICATE_TLS_AUTH/SERVER_ROOT_CA_CERTIFICATE/OAUTHBEARER_AUTH URI
 SchemaValidationConfig Attribute:=KEY/VALUE
AWS::Lambda::Function Architectures:[] CapacityProviderConfig:CapacityProviderConfig Code!:Code CodeSigningConfigArn DeadLetterConfig:DeadLetterConfig Description DurableConfig:DurableConfig Environment:Environment EphemeralStorage:EphemeralStorage FileSystemConfigs:[FileSystemConfig] FunctionName FunctionScalingConfig:FunctionScalingConfig Handler ImageConfig:ImageConfig KmsKeyArn Layers:[] LoggingConfig:LoggingConfig MemorySize:i PackageType:=Image/Zip PublishToLatestPublished:b RecursiveLoop:=Allow/Terminate ReservedConcurrentExecutions:i Role! Runtime RuntimeManagementConfig:RuntimeManagementConfig SnapStart:SnapStart Tags:[Tag] TenancyConfig:TenancyConfig Timeout:i TracingConfig:TracingConfig VpcConfig:VpcConfig | Arn SnapStartResponse:* SnapStartResponse.ApplyOn SnapStartResponse.OptimizationStatus
 CapacityProviderConfig LambdaManagedInstancesCapacityProviderConfig!:LambdaManagedInstancesCapacityProviderConfig
 Code ImageUri S3Bucket S3Key S3ObjectStorageMode:=COPY/REFERENCE S3ObjectVersion SourceKMSKeyArn ZipFile
 DeadLetterConfig TargetArn
 DurableConfig ExecutionTimeout!:i KMSKeyArn RetentionPeriodInDays:i
 Environment Variables:{}
 EphemeralStorage Size!:i
 FileSystemConfig Arn! LocalMountPath! S3FilesConfig:S3FilesConfig
 FunctionScalingConfig MaxExecutionEnvironments:i MinExecutionEnvironments:i
 ImageConfig Command:[] EntryPoint:[] WorkingDirectory
 LoggingConfig ApplicationLogLevel:=TRACE/DEBUG/INFO/WARN/ERROR/FATAL LogFormat:=Text/JSON LogGroup SystemLogLevel:=DEBUG/INFO/WARN
 RuntimeManagementConfig RuntimeVersionArn UpdateRuntimeOn!:=Auto/FunctionUpdate/Manual
 SnapStart ApplyOn!:=PublishedVersions/None
 TenancyConfig TenantIsolationMode!:=PER_TENANT
 TracingConfig Mode:=Active/PassThrough
 VpcConfig Ipv6AllowedForDualStack:b SecurityGroupIds:[] SubnetIds:[]
 LambdaManagedInstancesCapacityProviderConfig CapacityProviderArn! ExecutionEnvironmentMemoryGiBPerVCpu:n PerExecutionEnvironmentMaxConcurrency:i
 S3FilesConfig DirectS3Read:=ENABLED/DISABLED/AUTO
AWS::Lambda::LayerVersion CompatibleArchitectures:[] CompatibleRuntimes:[] Content!:Content Description LayerName LicenseInfo | LayerVersionArn
 Content S3Bucket! S3Key! S3ObjectStorageMode:=COPY/REFERENCE S3ObjectVersion
AWS::Lambda::Permission Action! EventSourceToken FunctionName! FunctionUrlAuthType:=AWS_IAM/NONE InvokedViaFunctionUrl:b Principal! PrincipalOrgID SourceAccount SourceArn | Id
AWS::Lambda::Url AuthType!:=AWS_IAM/NONE Cors:Cors InvokeMode:=BUFFERED/RESPONSE_STREAM Qualifier TargetFunctionArn! | FunctionArn FunctionUrl
 Cors AllowCredentials:b AllowHeaders:[] AllowMethods:[] AllowOrigins:[] ExposeHeaders:[] MaxAge:i
AWS::Lambda::Version CodeSha256 Description FunctionName! FunctionScalingConfig:FunctionScalingConfig ProvisionedConcurrencyConfig:ProvisionedConcurrencyConfiguration RuntimePolicy:RuntimePolicy | FunctionArn Version
 FunctionScalingConfig MaxExecutionEnvironments:i MinExecutionEnvironments:i
 ProvisionedConcurrencyConfiguration ProvisionedConcurrentExecutions!:i
 RuntimePolicy RuntimeVersionArn UpdateRuntimeOn!
AWS::Logs::LogGroup BearerTokenAuthenticationEnabled:b DataProtectionPolicy:o DeletionProtectionEnabled:b FieldIndexPolicies:[o] KmsKeyId LogGroupClass:=STANDARD/INFREQUENT_ACCESS/DELIVERY LogGroupName ResourcePolicyDocument:o RetentionInDays:i Tags:[Tag] | Arn
AWS::Logs::LogStream LogGroupName! LogStreamName |
AWS::Logs::MetricFilter ApplyOnTransformedLogs:b EmitSystemFieldDimensions:[] FieldSelectionCriteria FilterName FilterPattern! LogGroupName! MetricTransformations!:[MetricTransformation] |
 MetricTransformation DefaultValue:n Dimensions:[Dimension] MetricName! MetricNamespace! MetricValue! Unit
 Dimension Key! Value!
AWS::Logs::ResourcePolicy PolicyDocument!:o PolicyName! |
AWS::Logs::SubscriptionFilter ApplyOnTransformedLogs:b DestinationArn! Distribution:=Random/ByLogStream EmitSystemFields:[] FieldSelectionCriteria FilterName FilterPattern! LogGroupName! RoleArn |
AWS::NetworkFirewall::ContainerAssociation ContainerAssociationName! ContainerMonitoringConfigurations!:[ContainerMonitoringConfiguration] Description Tags:[Tag] Type!:=ECS/EKS | ContainerAssociationArn ResolvedCidrCount:i Status
 ContainerMonitoringConfiguration AttributeFilters:[ContainerAttribute] ClusterArn!
 ContainerAttribute Key! Value!
AWS::NetworkFirewall::Firewall AvailabilityZoneChangeProtection:b AvailabilityZoneMappings:[AvailabilityZoneMapping] DeleteProtection:b Description EnabledAnalysisTypes:[=TLS_SNI/HTTP_HOST] FirewallName! FirewallPolicyArn! FirewallPolicyChangeProtection:b SubnetChangeProtection:b SubnetMappings:[SubnetMapping] Tags:[Tag] TransitGatewayId VpcId | EndpointIds:[] FirewallArn FirewallId TransitGatewayAttachmentId
 AvailabilityZoneMapping AvailabilityZone!
 SubnetMapping IPAddressType SubnetId!
AWS::NetworkFirewall::FirewallPolicy Description FirewallPolicy!:FirewallPolicy FirewallPolicyName! Tags:[Tag] | FirewallPolicyArn FirewallPolicyId
 FirewallPolicy EnableTLSSessionHolding:b PolicyVariables:PolicyVariables StatefulDefaultActions:[] StatefulEngineOptions:StatefulEngineOptions StatefulRuleGroupReferences:[StatefulRuleGroupReference] StatelessCustomActions:[CustomAction] StatelessDefaultActions!:[] StatelessFragmentDefaultActions!:[] StatelessRuleGroupReferences:[StatelessRuleGroupReference] TLSInspectionConfigurationArn
 PolicyVariables RuleVariables:{IPSet}
 StatefulEngineOptions FlowTimeouts:FlowTimeouts RuleOrder:=DEFAULT_ACTION_ORDER/STRICT_ORDER StreamExceptionPolicy:=DROP/CONTINUE/REJECT
 StatefulRuleGroupReference DeepThreatInspection:b Override:StatefulRuleGroupOverride Priority:i ResourceArn!
 CustomAction ActionDefinition!:ActionDefinition ActionName!
 StatelessRuleGroupReference Priority!:i ResourceArn!
 IPSet Definition:[]
 FlowTimeouts TcpIdleTimeoutSeconds:i
 StatefulRuleGroupOverride Action:=DROP_TO_ALERT
 ActionDefinition PublishMetricAction:PublishMetricAction
 PublishMetricAction Dimensions!:[Dimension]
 Dimension Value!
AWS::NetworkFirewall::LoggingConfiguration EnableMonitoringDashboard:b FirewallArn! FirewallName LoggingConfiguration!:LoggingConfiguration |
 LoggingConfiguration LogDestinationConfigs!:[LogDestinationConfig]
 LogDestinationConfig LogDestination!:{} LogDestinationType!:=S3/CloudWatchLogs/KinesisDataFirehose LogType!:=ALERT/FLOW/TLS
AWS::NetworkFirewall::RuleGroup Capacity!:i Description RuleGroup:RuleGroup RuleGroupName! SummaryConfiguration:SummaryConfiguration Tags:[Tag] Type!:=STATELESS/STATEFUL | RuleGroupArn RuleGroupId
 RuleGroup ReferenceSets:ReferenceSets RuleVariables:RuleVariables RulesSource!:RulesSource StatefulRuleOptions:StatefulRuleOptions
 SummaryConfiguration RuleOptions:[=SID/MSG/METADATA]
 ReferenceSets IPSetReferences:{IPSetReference}
 RuleVariables IPSets:{IPSet} PortSets:{PortSet}
 RulesSource RulesSourceList:RulesSourceList RulesString StatefulRules:[StatefulRule] StatelessRulesAndCustomActions:StatelessRulesAndCustomActions
 StatefulRuleOptions RuleOrder:=DEFAULT_ACTION_ORDER/STRICT_ORDER
 IPSetReference ReferenceArn
 IPSet Definition:[]
 PortSet Definition:[]
 RulesSourceList GeneratedRulesType!:=ALLOWLIST/DENYLIST/ALERTLIST/REJECTLIST TargetTypes!:[] Targets!:[]
 StatefulRule Action!:=PASS/DROP/ALERT/REJECT Header!:Header RuleOptions!:[RuleOption]
 StatelessRulesAndCustomActions CustomActions:[CustomAction] StatelessRules!:[StatelessRule]
 Header Destination! DestinationPort! Direction!:=FORWARD/ANY Protocol! Source! SourcePort!
 RuleOption Keyword! Settings:[]
 CustomAction ActionDefinition!:ActionDefinition ActionName!
 StatelessRule Priority!:i RuleDefinition!:RuleDefinition
 ActionDefinition PublishMetricAction:PublishMetricAction
 RuleDefinition Actions!:[] MatchAttributes!:MatchAttributes
 PublishMetricAction Dimensions!:[Dimension]
 MatchAttributes DestinationPorts:[PortRange] Destinations:[Address] Protocols:[i] SourcePorts:[PortRange] Sources:[Address] TCPFlags:[TCPFlagField]
 Dimension Value!
 PortRange FromPort!:i ToPort!:i
 Address AddressDefinition!
 TCPFlagField Flags!:[] Masks:[]
AWS::NetworkFirewall::TLSInspectionConfiguration Description TLSInspectionConfiguration!:TLSInspectionConfiguration TLSInspectionConfigurationName! Tags:[Tag] | TLSInspectionConfigurationArn TLSInspectionConfigurationId
 TLSInspectionConfiguration ServerCertificateConfigurations:[ServerCertificateConfiguration]
 ServerCertificateConfiguration CertificateAuthorityArn CheckCertificateRevocationStatus:CheckCertificateRevocationStatus Scopes:[ServerCertificateScope] ServerCertificates:[ServerCertificate]
 CheckCertificateRevocationStatus RevokedStatusAction:=PASS/DROP/REJECT UnknownStatusAction:=PASS/DROP/REJECT
 ServerCertificateScope DestinationPorts:[PortRange] Destinations:[Address] Protocols:[i] SourcePorts:[PortRange] Sources:[Address]
 ServerCertificate ResourceArn
 PortRange FromPort!:i ToPort!:i
 Address AddressDefinition!
AWS::NetworkFirewall::VpcEndpointAssociation Description FirewallArn! SubnetMapping!:SubnetMapping Tags:[Tag] VpcId! | EndpointId VpcEndpointAssociationArn VpcEndpointAssociationId
 SubnetMapping IPAddressType SubnetId!
AWS::OpenSearchService::Domain AIMLOptions:AIMLOptions AccessPolicies:o AdvancedOptions:{} AdvancedSecurityOptions:AdvancedSecurityOptionsInput AutomatedSnapshotPauseOptions:AutomatedSnapshotPauseOptions ClusterConfig:ClusterConfig CognitoOptions:CognitoOptions DeploymentStrategyOptions:DeploymentStrategyOptions DomainArn DomainEndpointOptions:DomainEndpointOptions DomainName EBSOptions:EBSOptions EncryptionAtRestOptions:EncryptionAtRestOptions EngineMode:=GENERAL/OPTIMIZED EngineVersion IPAddressType IdentityCenterOptions:IdentityCenterOptions LogPublishingOptions:{LogPublishingOption} NodeToNodeEncryptionOptions:NodeToNodeEncryptionOptions OffPeakWindowOptions:OffPeakWindowOptions SkipShardMigrationWait:b SnapshotOptions:SnapshotOptions SoftwareUpdateOptions:SoftwareUpdateOptions Tags:[Tag] UseCase:=SEARCH/VECTOR/OBSERVABILITY/MIXED VPCOptions:VPCOptions | AdvancedSecurityOptions.AnonymousAuthDisableDate Arn DomainEndpoint DomainEndpointV2 DomainEndpoints:* Id IdentityCenterOptions.IdentityCenterApplicationARN IdentityCenterOptions.IdentityStoreId ServiceSoftwareOptions:* ServiceSoftwareOptions.AutomatedUpdateDate ServiceSoftwareOptions.Cancellable:b ServiceSoftwareOptions.CurrentVersion ServiceSoftwareOptions.Description ServiceSoftwareOptions.NewVersion ServiceSoftwareOptions.OptionalDeployment:b ServiceSoftwareOptions.UpdateAvailable:b ServiceSoftwareOptions.UpdateStatus
 AIMLOptions S3VectorsEngine:S3VectorsEngine ServerlessVectorAcceleration:ServerlessVectorAcceleration
 AdvancedSecurityOptionsInput AnonymousAuthDisableDate AnonymousAuthEnabled:b Enabled:b IAMFederationOptions:IAMFederationOptions InternalUserDatabaseEnabled:b JWTOptions:JWTOptions MasterUserOptions:MasterUserOptions SAMLOptions:SAMLOptions
 AutomatedSnapshotPauseOptions Enabled!:b EndTime StartTime
 ClusterConfig ColdStorageOptions:ColdStorageOptions DedicatedMasterCount:i DedicatedMasterEnabled:b DedicatedMasterType InstanceCount:i InstanceType MultiAZWithStandbyEnabled:b NodeOptions:[NodeOption] WarmCount:i WarmEnabled:b WarmType ZoneAwarenessConfig:ZoneAwarenessConfig ZoneAwarenessEnabled:b
 CognitoOptions Enabled:b IdentityPoolId RoleArn UserPoolId
 DeploymentStrategyOptions DeploymentStrategy:=Default/CapacityOptimized
 DomainEndpointOptions CustomEndpoint CustomEndpointCertificateArn CustomEndpointEnabled:b EnforceHTTPS:b TLSSecurityPolicy
 EBSOptions EBSEnabled:b Iops:i Throughput:i VolumeSize:i VolumeType
 EncryptionAtRestOptions Enabled:b KmsKeyId
 IdentityCenterOptions EnabledAPIAccess:b IdentityCenterApplicationARN IdentityCenterInstanceARN IdentityStoreId RolesKey:=GroupName/GroupId SubjectKey:=UserName/UserId/Email
 LogPublishingOption CloudWatchLogsLogGroupArn Enabled:b
 NodeToNodeEncryptionOptions Enabled:b
 OffPeakWindowOptions Enabled:b OffPeakWindow:OffPeakWindow
 SnapshotOptions AutomatedSnapshotStartHour:i
 SoftwareUpdateOptions AutoSoftwareUpdateEnabled:b UseLatestServiceSoftwareForBlueGreen:b
 VPCOptions EgressEnabled:b SecurityGroupIds:[] SubnetIds:[]
 S3VectorsEngine Enabled!:b
 ServerlessVectorAcceleration Enabled:b
 IAMFederationOptions Enabled:b RolesKey SubjectKey
 JWTOptions Enabled:b PublicKey RolesKey SubjectKey
 MasterUserOptions MasterUserARN MasterUserName MasterUserPassword
 SAMLOptions Enabled:b Idp:Idp MasterBackendRole MasterUserName RolesKey SessionTimeoutMinutes:i SubjectKey
 ColdStorageOptions Enabled:b
 NodeOption NodeConfig:NodeConfig NodeType:=coordinator
 ZoneAwarenessConfig AvailabilityZoneCount:i
 OffPeakWindow WindowStartTime:WindowStartTime
 Idp EntityId! MetadataContent!
 NodeConfig Count:i Enabled:b Type
 WindowStartTime Hours!:i Minutes!:i
AWS::RAM::ResourceShare AllowExternalPrincipals:b Name! PermissionArns:[] Principals:[] ResourceArns:[] ResourceShareConfiguration:ResourceShareConfiguration Sources:[] Tags:[Tag] | Arn CreationTime FeatureSet LastUpdatedTime OwningAccountId Status
 ResourceShareConfiguration ExclusiveAccountAccess:b RetainSharingOnAccountLeaveOrganization:b
AWS::RDS::ClusterSnapshot DBClusterIdentifier! DBClusterSnapshotIdentifier! Tags:[Tag] | AllocatedStorage:i AvailabilityZones:[] ClusterCreateTime DBClusterSnapshotArn DbClusterResourceId Engine EngineMode EngineVersion IAMDatabaseAuthenticationEnabled:b KmsKeyId LicenseModel MasterUsername Port:i SnapshotCreateTime SnapshotType Status StorageEncrypted:b VpcId
AWS::RDS::CustomDBEngineVersion DatabaseInstallationFiles:[] DatabaseInstallationFilesS3BucketName DatabaseInstallationFilesS3Prefix Description Engine! EngineVersion! ImageId KMSKeyId Manifest SourceCustomDbEngineVersionIdentifier Status:=available/inactive/inactive-except-restore/pending-validation Tags:[Tag] UseAwsProvidedLatestImage:b | DBEngineVersionArn
AWS::RDS::DBCluster AllocatedStorage:i AssociatedRoles:[DBClusterRole] AutoMinorVersionUpgrade:b AvailabilityZones:[] BacktrackWindow:i BackupRetentionPeriod:i ClusterScalabilityType CopyTagsToSnapshot:b DBClusterIdentifier DBClusterInstanceClass DBClusterParameterGroupName DBInstanceParameterGroupName DBSubnetGroupName DBSystemId DatabaseInsightsMode DatabaseName DeleteAutomatedBackups:b DeletionProtection:b Domain DomainIAMRoleName EnableCloudwatchLogsExports:[] EnableGlobalWriteForwarding:b EnableHttpEndpoint:b EnableIAMDatabaseAuthentication:b EnableLocalWriteForwarding:b Engine EngineLifecycleSupport EngineMode EngineVersion GlobalClusterIdentifier Iops:i KmsKeyId ManageMasterUserPassword:b MasterUserAuthenticationType MasterUserPassword MasterUserSecret:MasterUserSecret MasterUsername MonitoringInterval:i MonitoringRoleArn NetworkType PerformanceInsightsEnabled:b PerformanceInsightsKmsKeyId PerformanceInsightsRetentionPeriod:i Port:i PreferredBackupWindow PreferredMaintenanceWindow PubliclyAccessible:b ReplicationSourceIdentifier RestoreToTime RestoreType ScalingConfiguration:ScalingConfiguration ServerlessV2ScalingConfiguration:ServerlessV2ScalingConfiguration SnapshotIdentifier SourceDBClusterIdentifier SourceDbClusterResourceId SourceRegion StorageEncrypted:b StorageType Tags:[Tag] UseLatestRestorableTime:b VpcSecurityGroupIds:[] | DBClusterArn DBClusterResourceId Endpoint:* Endpoint.Address Endpoint.Port MasterUserSecret.SecretArn ReadEndpoint:* ReadEndpoint.Address StorageEncryptionType StorageThroughput:i
 DBClusterRole FeatureName RoleArn!
 MasterUserSecret KmsKeyId SecretArn
 ScalingConfiguration AutoPause:b MaxCapacity:i MinCapacity:i SecondsBeforeTimeout:i SecondsUntilAutoPause:i TimeoutAction
 ServerlessV2ScalingConfiguration MaxCapacity:n MinCapacity:n SecondsUntilAutoPause:i
AWS::RDS::DBClusterParameterGroup DBClusterParameterGroupName Description! Family! Parameters!:o Tags:[Tag] |
AWS::RDS::DBInstance AdditionalStorageVolumes:[AdditionalStorageVolume] AllocatedStorage AllowMajorVersionUpgrade:b ApplyImmediately:b AssociatedRoles:[DBInstanceRole] AutoMinorVersionUpgrade:b AutomaticBackupReplicationKmsKeyId AutomaticBackupReplicationRegion AutomaticBackupReplicationRetentionPeriod:i AvailabilityZone BackupRetentionPeriod:i BackupTarget CACertificateIdentifier CertificateRotationRestart:b CharacterSetName CopyTagsToSnapshot:b CustomIAMInstanceProfile DBClusterIdentifier DBClusterSnapshotIdentifier DBInstanceClass DBInstanceIdentifier DBName DBParameterGroupName DBSecurityGroups:[] DBSnapshotIdentifier DBSubnetGroupName DBSystemId DatabaseInsightsMode DedicatedLogVolume:b DeleteAutomatedBackups:b DeletionProtection:b Domain DomainAuthSecretArn DomainDnsIps:[] DomainFqdn DomainIAMRoleName DomainOu EnableCloudwatchLogsExports:[] EnableIAMDatabaseAuthentication:b EnablePerformanceInsights:b Engine EngineLifecycleSupport EngineVersion Iops:i KmsKeyId LicenseModel ManageMasterUserPassword:b MasterUserAuthenticationType MasterUserPassword MasterUserSecret:MasterUserSecret MasterUsername MaxAllocatedStorage:i MonitoringInterval:i MonitoringRoleArn MultiAZ:b NcharCharacterSetName NetworkType OptionGroupName PerformanceInsightsKMSKeyId PerformanceInsightsRetentionPeriod:i Port PreferredBackupWindow PreferredMaintenanceWindow ProcessorFeatures:[ProcessorFeature] PromotionTier:i PubliclyAccessible:b ReplicaMode RestoreTime SourceDBClusterIdentifier SourceDBInstanceAutomatedBackupsArn SourceDBInstanceIdentifier SourceDbiResourceId SourceRegion StorageEncrypted:b StorageThroughput:i StorageType Tags:[Tag] TdeCredentialArn TdeCredentialPassword Timezone UseDefaultProcessorFeatures:b UseLatestRestorableTime:b VPCSecurityGroups:[] | AutomaticRestartTime CertificateDetails:* CertificateDetails.CAIdentifier CertificateDetails.ValidTill DBInstanceArn DBInstanceStatus DBSystemId DbiResourceId Endpoint:* Endpoint.Address Endpoint.HostedZoneId Endpoint.Port InstanceCreateTime IsStorageConfigUpgradeAvailable:b LatestRestorableTime ListenerEndpoint:* ListenerEndpoint.Address ListenerEndpoint.HostedZoneId ListenerEndpoint.Port MasterUserSecret.SecretArn PercentProgress ReadReplicaDBClusterIdentifiers:[] ReadReplicaDBInstanceIdentifiers:[] ResumeFullAutomationModeTime SecondaryAvailabilityZone StatusInfos:[] StorageOperationPercentProgress:i StorageOperationStatus
 AdditionalStorageVolume AllocatedStorage Iops:i MaxAllocatedStorage:i StorageOperationPercentProgress:i StorageOperationStatus StorageThroughput:i StorageType VolumeName
 DBInstanceRole FeatureName! RoleArn!
 MasterUserSecret KmsKeyId SecretArn
 ProcessorFeature Name:=coreCount/threadsPerCore Value
AWS::RDS::DBParameterGroup DBParameterGroupName Description! Family! Parameters:o Tags:[Tag] | DBParameterGroupArn DBParameterGroupName
AWS::RDS::DBProxy Auth:[AuthFormat] DBProxyName! DebugLogging:b DefaultAuthScheme:=IAM_AUTH/NONE EndpointNetworkType:=IPV4/IPV6/DUAL EngineFamily!:=MYSQL/POSTGRESQL/SQLSERVER IdleClientTimeout:i RequireTLS:b RoleArn! Tags:[TagFormat] TargetConnectionNetworkType:=IPV4/IPV6 VpcSecurityGroupIds:[] VpcSubnetIds!:[] | DBProxyArn Endpoint VpcId
 AuthFormat AuthScheme:=SECRETS ClientPasswordAuthType:=MYSQL_NATIVE_PASSWORD/MYSQL_CACHING_SHA2_PASSWORD/POSTGRES_SCRAM_SHA_256/POSTGRES_MD5/SQL_SERVER_AUTHENTICATION Description IAMAuth:=DISABLED/REQUIRED/ENABLED SecretArn
 TagFormat Key Value
AWS::RDS::DBProxyEndpoint DBProxyEndpointName! DBProxyName! EndpointNetworkType:=IPV4/IPV6/DUAL Tags:[TagFormat] TargetRole:=READ_WRITE/READ_ONLY VpcSecurityGroupIds:[] VpcSubnetIds!:[] | DBProxyEndpointArn Endpoint IsDefault:b VpcId
 TagFormat Key Value
AWS::RDS::DBProxyTargetGroup ConnectionPoolConfigurationInfo:ConnectionPoolConfigurationInfoFormat DBClusterIdentifiers:[] DBInstanceIdentifiers:[] DBProxyName! TargetGroupName!:=default | TargetGroupArn
 ConnectionPoolConfigurationInfoFormat ConnectionBorrowTimeout:i InitQuery MaxConnectionsPercent:i MaxIdleConnectionsPercent:i SessionPinningFilters:[]
AWS::RDS::DBSecurityGroup DBSecurityGroupIngress!:[Ingress] EC2VpcId GroupDescription! Tags:[Tag] | Id
 Ingress CIDRIP EC2SecurityGroupId EC2SecurityGroupName EC2SecurityGroupOwnerId
AWS::RDS::DBSecurityGroupIngress CIDRIP DBSecurityGroupName! EC2SecurityGroupId EC2SecurityGroupName EC2SecurityGroupOwnerId | Id
AWS::RDS::DBShardGroup ComputeRedundancy:i DBClusterIdentifier! DBShardGroupIdentifier MaxACU!:n MinACU:n PubliclyAccessible:b Tags:[Tag] | DBShardGroupResourceId Endpoint
AWS::RDS::DBSnapshot DBInstanceIdentifier! DBSnapshotIdentifier! Tags:[Tag] | AllocatedStorage:i AvailabilityZone DBSnapshotArn DbiResourceId Encrypted:b Engine EngineVersion IAMDatabaseAuthenticationEnabled:b InstanceCreateTime Iops:i KmsKeyId LicenseModel MasterUsername OptionGroupName OriginalSnapshotCreateTime Port:i SnapshotCreateTime SnapshotType Status StorageThroughput:i StorageType VpcId
AWS::RDS::DBSubnetGroup DBSubnetGroupDescription! DBSubnetGroupName SubnetIds!:[] Tags:[Tag] | DBSubnetGroupArn
AWS::RDS::EventSubscription Enabled:b EventCategories:[] SnsTopicArn! SourceIds:[] SourceType SubscriptionName Tags:[Tag] |
AWS::RDS::GlobalCluster DeletionProtection:b Engine:=aurora/aurora-mysql/aurora-postgresql EngineLifecycleSupport EngineVersion GlobalClusterIdentifier SourceDBClusterIdentifier StorageEncrypted:b Tags:[Tag] | GlobalEndpoint:*
AWS::RDS::Integration AdditionalEncryptionContext:{} DataFilter Description IntegrationName KMSKeyId SourceArn! Tags:[Tag] TargetArn! | CreateTime IntegrationArn
AWS::RDS::OptionGroup EngineName! MajorEngineVersion! OptionConfigurations:[OptionConfiguration] OptionGroupDescription! OptionGroupName Tags:[Tag] |
 OptionConfiguration DBSecurityGroupMemberships:[] OptionName! OptionSettings:[OptionSetting] OptionVersion Port:i VpcSecurityGroupMemberships:[]
 OptionSetting Name Value
AWS::Redshift::Cluster AllowVersionUpgrade:b AquaConfigurationStatus AutomatedSnapshotRetentionPeriod:i AvailabilityZone AvailabilityZoneRelocation:b AvailabilityZoneRelocationStatus Classic:b ClusterIdentifier ClusterParameterGroupName ClusterSecurityGroups:[] ClusterSubnetGroupName ClusterType! ClusterVersion DBName! DeferMaintenance:b DeferMaintenanceDuration:i DeferMaintenanceEndTime DeferMaintenanceStartTime DestinationRegion ElasticIp Encrypted:b Endpoint:Endpoint EnhancedVpcRouting:b HsmClientCertificateIdentifier HsmConfigurationIdentifier IamRoles:[] KmsKeyId LoggingProperties:LoggingProperties MaintenanceTrackName ManageMasterPassword:b ManualSnapshotRetentionPeriod:i MasterPasswordSecretKmsKeyId MasterUserPassword MasterUsername! MultiAZ:b NamespaceResourcePolicy:o NodeType! NumberOfNodes:i OwnerAccount Port:i PreferredMaintenanceWindow PubliclyAccessible:b ResourceAction RevisionTarget RotateEncryptionKey:b SnapshotClusterIdentifier SnapshotCopyGrantName SnapshotCopyManual:b SnapshotCopyRetentionPeriod:i SnapshotIdentifier Tags:[Tag] VpcSecurityGroupIds:[] | ClusterNamespaceArn DeferMaintenanceIdentifier Endpoint.Address Endpoint.Port Id MasterPasswordSecretArn
 Endpoint Address Port
 LoggingProperties BucketName LogDestinationType LogExports:[] S3KeyPrefix
AWS::Redshift::ClusterSubnetGroup Description! SubnetIds!:[] Tags:[Tag] | ClusterSubnetGroupName
AWS::Route53::CidrCollection Locations:[Location] Name! | Arn Id
 Location CidrList!:[] LocationName!
AWS::Route53::DNSSEC HostedZoneId! |
AWS::Route53::DelegationSet | Arn CallerReference Id NameServers:[]
AWS::Route53::HealthCheck HealthCheckConfig!:HealthCheckConfig HealthCheckTags:[HealthCheckTag] | HealthCheckId
 HealthCheckConfig AlarmIdentifier:AlarmIdentifier ChildHealthChecks:[] EnableSNI:b FailureThreshold:i FullyQualifiedDomainName HealthThreshold:i IPAddress InsufficientDataHealthStatus:=Healthy/LastKnownStatus/Unhealthy Inverted:b MeasureLatency:b Port:i Regions:[] RequestInterval:i ResourcePath RoutingControlArn SearchString Type!:=CALCULATED/CLOUDWATCH_METRIC/HTTP/HTTP_STR_MATCH/HTTPS/HTTPS_STR_MATCH/TCP/RECOVERY_CONTROL
 HealthCheckTag Key! Value!
 AlarmIdentifier Name! Region!
AWS::Route53::HostedZone HostedZoneConfig:HostedZoneConfig HostedZoneFeatures:HostedZoneFeatures HostedZoneTags:[HostedZoneTag] Name QueryLoggingConfig:QueryLoggingConfig VPCs:[VPC] | Id NameServers:[]
 HostedZoneConfig Comment
 HostedZoneFeatures EnableAcceleratedRecovery:b
 HostedZoneTag Key! Value!
 QueryLoggingConfig CloudWatchLogsLogGroupArn!
 VPC VPCId! VPCRegion!
AWS::Route53::KeySigningKey HostedZoneId! KeyManagementServiceArn! Name! Status!:=ACTIVE/INACTIVE |
AWS::Route53::QueryLoggingConfig CloudWatchLogsLogGroupArn! HostedZoneId! | Arn Id
AWS::Route53::RecordSet AliasTarget:AliasTarget CidrRoutingConfig:CidrRoutingConfig Comment Failover:=PRIMARY/SECONDARY GeoLocation:GeoLocation HealthCheckId HostedZoneId HostedZoneName MultiValueAnswer:b Name! Region ResourceRecords:[] SetIdentifier TTL Type! Weight:i |
 AliasTarget DNSName! EvaluateTargetHealth:b HostedZoneId!
 CidrRoutingConfig CollectionId! LocationName!
 GeoLocation ContinentCode CountryCode SubdivisionCode
AWS::Route53::RecordSetGroup Comment HostedZoneId HostedZoneName RecordSets:[RecordSet] | Id
 RecordSet AliasTarget:AliasTarget CidrRoutingConfig:CidrRoutingConfig Failover GeoLocation:GeoLocation GeoProximityLocation:GeoProximityLocation HealthCheckId HostedZoneId HostedZoneName MultiValueAnswer:b Name! Region ResourceRecords:[] SetIdentifier TTL Type! Weight:i
 AliasTarget DNSName! EvaluateTargetHealth:b HostedZoneId!
 CidrRoutingConfig CollectionId! LocationName!
 GeoLocation ContinentCode CountryCode SubdivisionCode
 GeoProximityLocation AWSRegion Bias:i Coordinates:Coordinates LocalZoneGroup
 Coordinates Latitude! Longitude!
AWS::Route53::TrafficPolicy Comment Document! Name! | Arn Id Type Version:i
AWS::Route53::TrafficPolicyInstance HostedZoneId! Name! TTL!:i TrafficPolicyId! TrafficPolicyVersion!:i | Arn Id State TrafficPolicyType
AWS::Route53Resolver::FirewallDomainList DomainFileUrl Domains:[] Name Tags:[Tag] | Arn CreationTime CreatorRequestId DomainCount:i Id ManagedOwnerName ModificationTime Status StatusMessage
AWS::Route53Resolver::FirewallRuleGroup FirewallRules:[FirewallRule] Name Tags:[Tag] | Arn CreationTime CreatorRequestId Id ModificationTime OwnerId RuleCount:i ShareStatus Status StatusMessage
 FirewallRule Action!:=ALLOW/BLOCK/ALERT BlockOverrideDnsType:=CNAME BlockOverrideDomain BlockOverrideTtl:i BlockResponse:=NODATA/NXDOMAIN/OVERRIDE ConfidenceThreshold:=LOW/MEDIUM/HIGH DnsThreatProtection:=DGA/DNS_TUNNELING/DICTIONARY_DGA FirewallDomainListId FirewallDomainRedirectionAction:=INSPECT_REDIRECTION_DOMAIN/TRUST_REDIRECTION_DOMAIN FirewallRuleType:FirewallRuleType FirewallThreatProtectionId Priority!:i Qtype Status:=COMPLETE/CREATING/CREATION_FAILED
 FirewallRuleType FirewallAdvancedContentCategory:FirewallAdvancedContentCategoryConfig FirewallAdvancedThreatCategory:FirewallAdvancedThreatCategoryConfig PartnerThreatProtection:PartnerThreatProtectionConfig
 FirewallAdvancedContentCategoryConfig Category!
 FirewallAdvancedThreatCategoryConfig Category!
 PartnerThreatProtectionConfig Partner!
AWS::Route53Resolver::FirewallRuleGroupAssociation FirewallRuleGroupId! MutationProtection:=ENABLED/DISABLED Name Priority!:i Tags:[Tag] VpcId! | Arn CreationTime CreatorRequestId Id ManagedOwnerName ModificationTime Status StatusMessage
AWS::Route53Resolver::OutpostResolver InstanceCount:i Name! OutpostArn! PreferredInstanceType! Tags:[Tag] | Arn CreationTime CreatorRequestId Id ModificationTime Status StatusMessage
AWS::Route53Resolver::ResolverConfig AutodefinedReverseFlag!:=DISABLE ResourceId! | AutodefinedReverse Id OwnerId
AWS::Route53Resolver::ResolverDNSSECConfig ResourceId | Id OwnerId ValidationStatus
AWS::Route53Resolver::ResolverEndpoint Direction! Dns64Enabled:b IpAddresses!:[IpAddressRequest] Ipv6InternetAccessEnabled:b Name OutpostArn PreferredInstanceType Protocols:[] ResolverEndpointType:=IPV6/IPV4/DUALSTACK RniEnhancedMetricsEnabled:b SecurityGroupIds!:[] Tags:[Tag] TargetNameServerMetricsEnabled:b | Arn Direction HostVPCId IpAddressCount Name OutpostArn PreferredInstanceType ResolverEndpointId ResolverEndpointType
 IpAddressRequest Ip Ipv6 SubnetId!
AWS::Route53Resolver::ResolverQueryLoggingConfig DestinationArn Name Tags:[Tag] | Arn AssociationCount:i CreationTime CreatorRequestId Id OwnerId ShareStatus Status
AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation ResolverQueryLogConfigId ResourceId | CreationTime Error ErrorMessage Id Status
AWS::Route53Resolver::ResolverRule DelegationRecord DomainName Name ResolverEndpointId RuleType!:=FORWARD/SYSTEM/RECURSIVE/DELEGATE Tags:[Tag] TargetIps:[TargetAddress] | Arn DomainName Name ResolverEndpointId ResolverRuleId TargetIps:[]
 TargetAddress Ip Ipv6 Port Protocol:=Do53/DoH ServerNameIndication
AWS::Route53Resolver::ResolverRuleAssociation Name ResolverRuleId! VPCId! | Name ResolverRuleAssociationId ResolverRuleId VPCId
AWS::S3::AccessPoint Bucket! BucketAccountId Name Policy:o PublicAccessBlockConfiguration:PublicAccessBlockConfiguration Tags:[Tag] VpcConfiguration:VpcConfiguration | Alias Arn Name NetworkOrigin
 PublicAccessBlockConfiguration BlockPublicAcls:b BlockPublicPolicy:b IgnorePublicAcls:b RestrictPublicBuckets:b
 VpcConfiguration VpcId
AWS::S3::Bucket AbacStatus:=Enabled/Disabled AccelerateConfiguration:AccelerateConfiguration AccessControl:=AuthenticatedRead/AwsExecRead/BucketOwnerFullControl/BucketOwnerRead/LogDeliveryWrite/Private/PublicRead/PublicReadWrite AnalyticsConfigurations:[AnalyticsConfiguration] BucketEncryption:BucketEncryption BucketName BucketNamePrefix BucketNamespace:=global/account-regional CorsConfiguration:CorsConfiguration IntelligentTieringConfigurations:[IntelligentTieringConfiguration] InventoryConfigurations:[InventoryConfiguration] LifecycleConfiguration:LifecycleConfiguration LoggingConfiguration:LoggingConfiguration MetadataConfiguration:MetadataConfiguration MetadataTableConfiguration:MetadataTableConfiguration MetricsConfigurations:[MetricsConfiguration] NotificationConfiguration:NotificationConfiguration ObjectLockConfiguration:ObjectLockConfiguration ObjectLockEnabled:b OwnershipControls:OwnershipControls PublicAccessBlockConfiguration:PublicAccessBlockConfiguration ReplicationConfiguration:ReplicationConfiguration Tags:[Tag] VersioningConfiguration:VersioningConfiguration WebsiteConfiguration:WebsiteConfiguration | Arn DomainName DualStackDomainName MetadataConfiguration.AnnotationTableConfiguration.TableArn MetadataConfiguration.AnnotationTableConfiguration.TableName MetadataConfiguration.Destination:* MetadataConfiguration.InventoryTableConfiguration.TableArn MetadataConfiguration.InventoryTableConfiguration.TableName MetadataConfiguration.JournalTableConfiguration.TableArn MetadataConfiguration.JournalTableConfiguration.TableName MetadataTableConfiguration.S3TablesDestination.TableArn MetadataTableConfiguration.S3TablesDestination.TableNamespace RegionalDomainName WebsiteURL
 AccelerateConfiguration AccelerationStatus!:=Enabled/Suspended
 AnalyticsConfiguration Id! Prefix StorageClassAnalysis!:StorageClassAnalysis TagFilters:[TagFilter]
 BucketEncryption ServerSideEncryptionConfiguration!:[ServerSideEncryptionRule]
 CorsConfiguration CorsRules!:[CorsRule]
 IntelligentTieringConfiguration Id! Prefix Status!:=Disabled/Enabled TagFilters:[TagFilter] Tierings!:[Tiering]
 InventoryConfiguration Destination!:Destination Enabled!:b Id! IncludedObjectVersions!:=All/Current OptionalFields:[] Prefix ScheduleFrequency!:=Daily/Weekly
 LifecycleConfiguration Rules!:[Rule] TransitionDefaultMinimumObjectSize:=varies_by_storage_class/all_storage_classes_128K
 LoggingConfiguration DestinationBucketName LogFilePrefix TargetObjectKeyFormat:TargetObjectKeyFormat
 MetadataConfiguration AnnotationTableConfiguration:AnnotationTableConfiguration Destination:MetadataDestination InventoryTableConfiguration:InventoryTableConfiguration JournalTableConfiguration!:JournalTableConfiguration
 MetadataTableConfiguration S3TablesDestination!:S3TablesDestination
 MetricsConfiguration AccessPointArn Id! Prefix TagFilters:[TagFilter]
 NotificationConfiguration EventBridgeConfiguration:EventBridgeConfiguration LambdaConfigurations:[LambdaConfiguration] QueueConfigurations:[QueueConfiguration] TopicConfigurations:[TopicConfiguration]
 ObjectLockConfiguration ObjectLockEnabled Rule:ObjectLockRule
 OwnershipControls Rules!:[OwnershipControlsRule]
 PublicAccessBlockConfiguration BlockPublicAcls:b BlockPublicPolicy:b IgnorePublicAcls:b RestrictPublicBuckets:b
 ReplicationConfiguration Role! Rules!:[ReplicationRule]
 VersioningConfiguration Status!:=Enabled/Suspended
 WebsiteConfiguration ErrorDocument IndexDocument RedirectAllRequestsTo:RedirectAllRequestsTo RoutingRules:[RoutingRule]
 StorageClassAnalysis DataExport:DataExport
 TagFilter Key! Value!
 ServerSideEncryptionRule BlockedEncryptionTypes:BlockedEncryptionTypes BucketKeyEnabled:b ServerSideEncryptionByDefault:ServerSideEncryptionByDefault
 CorsRule AllowedHeaders:[] AllowedMethods!:[] AllowedOrigins!:[] ExposedHeaders:[] Id MaxAge:i
 Tiering AccessTier!:=ARCHIVE_ACCESS/DEEP_ARCHIVE_ACCESS Days!:i
 Destination BucketAccountId BucketArn! Format!:=CSV/ORC/Parquet Prefix
 Rule AbortIncompleteMultipartUpload:AbortIncompleteMultipartUpload ExpirationDate ExpirationInDays:i ExpiredObjectDeleteMarker:b Id NoncurrentVersionExpiration:NoncurrentVersionExpiration NoncurrentVersionExpirationInDays:i NoncurrentVersionTransition:NoncurrentVersionTransition NoncurrentVersionTransitions:[NoncurrentVersionTransition] ObjectSizeGreaterThan:i ObjectSizeLessThan:i Prefix Status!:=Enabled/Disabled TagFilters:[TagFilter] Transition:Transition Transitions:[Transition]
 TargetObjectKeyFormat PartitionedPrefix:PartitionedPrefix SimplePrefix:o
 AnnotationTableConfiguration ConfigurationState!:=ENABLED/DISABLED EncryptionConfiguration:MetadataTableEncryptionConfiguration Role TableArn TableName
 MetadataDestination TableBucketArn TableBucketType!:=aws/customer TableNamespace
 InventoryTableConfiguration ConfigurationState!:=ENABLED/DISABLED EncryptionConfiguration:MetadataTableEncryptionConfiguration TableArn TableName
 JournalTableConfiguration EncryptionConfiguration:MetadataTableEncryptionConfiguration RecordExpiration!:RecordExpiration TableArn TableName
 S3TablesDestination TableArn TableBucketArn! TableName! TableNamespace
 EventBridgeConfiguration EventBridgeEnabled!:b
 LambdaConfiguration Event! Filter:NotificationFilter Function!
 QueueConfiguration Event! Filter:NotificationFilter Queue!
 TopicConfiguration Event! Filter:NotificationFilter Topic!
 ObjectLockRule DefaultRetention:DefaultRetention
 OwnershipControlsRule ObjectOwnership:=ObjectWriter/BucketOwnerPreferred/BucketOwnerEnforced
 ReplicationRule DeleteMarkerReplication:DeleteMarkerReplication Destination!:ReplicationDestination Filter:ReplicationRuleFilter Id Prefix Priority:i SourceSelectionCriteria:SourceSelectionCriteria Status!:=Disabled/Enabled
 RedirectAllRequestsTo HostName! Protocol:=http/https
 RoutingRule RedirectRule!:RedirectRule RoutingRuleCondition:RoutingRuleCondition
 DataExport Destination!:Destination OutputSchemaVersion!
 BlockedEncryptionTypes EncryptionType:[=NONE/SSE-C]
 ServerSideEncryptionByDefault KMSMasterKeyID SSEAlgorithm!:=aws:kms/AES256/aws:kms:dsse
 AbortIncompleteMultipartUpload DaysAfterInitiation!:i
 NoncurrentVersionExpiration NewerNoncurrentVersions:i NoncurrentDays!:i
 NoncurrentVersionTransition NewerNoncurrentVersions:i StorageClass!:=DEEP_ARCHIVE/GLACIER/Glacier/GLACIER_IR/INTELLIGENT_TIERING/ONEZONE_IA/STANDARD_IA TransitionInDays!:i
 Transition StorageClass!:=DEEP_ARCHIVE/GLACIER/Glacier/GLACIER_IR/INTELLIGENT_TIERING/ONEZONE_IA/STANDARD_IA TransitionDate TransitionInDays:i
 PartitionedPrefix PartitionDateSource:=EventTime/DeliveryTime
 MetadataTableEncryptionConfiguration KmsKeyArn SseAlgorithm!:=aws:kms/AES256
 RecordExpiration Days:i Expiration!:=ENABLED/DISABLED
 NotificationFilter S3Key!:S3KeyFilter
 DefaultRetention Days:i DefaultEventHold:DefaultEventHold Mode:=COMPLIANCE/GOVERNANCE Years:i
 DeleteMarkerReplication Status:=Disabled/Enabled
 ReplicationDestination AccessControlTranslation:AccessControlTranslation Account Bucket! EncryptionConfiguration:EncryptionConfiguration Metrics:Metrics ReplicationTime:ReplicationTime StorageClass:=DEEP_ARCHIVE/GLACIER/GLACIER_IR/INTELLIGENT_TIERING/ONEZONE_IA/REDUCED_REDUNDANCY/STANDARD/STANDARD_IA
 ReplicationRuleFilter And:ReplicationRuleAndOperator Prefix TagFilter:TagFilter
 SourceSelectionCriteria ReplicaModifications:ReplicaModifications SseKmsEncryptedObjects:SseKmsEncryptedObjects
 RedirectRule HostName HttpRedirectCode Protocol:=http/https ReplaceKeyPrefixWith ReplaceKeyWith
 RoutingRuleCondition HttpErrorCodeReturnedEquals KeyPrefixEquals
 S3KeyFilter Rules!:[FilterRule]
 DefaultEventHold Days:i Years:i
 AccessControlTranslation Owner!
 EncryptionConfiguration ReplicaKmsKeyID!
 Metrics EventThreshold:ReplicationTimeValue Status!:=Disabled/Enabled
 ReplicationTime Status!:=Disabled/Enabled Time!:ReplicationTimeValue
 ReplicationRuleAndOperator Prefix TagFilters:[TagFilter]
 ReplicaModifications Status!:=Enabled/Disabled
 SseKmsEncryptedObjects Status!:=Disabled/Enabled
 FilterRule Name! Value!
 ReplicationTimeValue Minutes!:i
AWS::S3::BucketPolicy Bucket! PolicyDocument!:o |
AWS::SNS::Subscription DeliveryPolicy:o Endpoint FilterPolicy:o FilterPolicyScope Protocol! RawMessageDelivery:b RedrivePolicy:o Region ReplayPolicy:o SubscriptionRoleArn TopicArn! | Arn
AWS::SNS::Topic ArchivePolicy:o ContentBasedDeduplication:b DataProtectionPolicy:o DeliveryStatusLogging:[LoggingConfig] DisplayName FifoThroughputScope FifoTopic:b KmsMasterKeyId MaximumMessageSize:i SignatureVersion Subscription:[Subscription] Tags:[Tag] TopicName TracingConfig | TopicArn TopicName
 LoggingConfig FailureFeedbackRoleArn Protocol! SuccessFeedbackRoleArn SuccessFeedbackSampleRate
 Subscription Endpoint! Protocol!
AWS::SNS::TopicPolicy PolicyDocument!:o Topics!:[] | Id
AWS::SQS::Queue ContentBasedDeduplication:b DeduplicationScope DelaySeconds:i FifoQueue:b FifoThroughputLimit KmsDataKeyReusePeriodSeconds:i KmsMasterKeyId MaximumMessageSize:i MessageRetentionPeriod:i QueueName ReceiveMessageWaitTimeSeconds:i RedriveAllowPolicy:o RedrivePolicy:o SqsManagedSseEnabled:b Tags:[Tag] VisibilityTimeout:i | Arn QueueName QueueUrl
AWS::SQS::QueuePolicy PolicyDocument!:o Queues!:[] | Id
AWS::SSM::Association ApplyOnlyAtCronInterval:b AssociationDispatchAssumeRole AssociationName AutomationTargetParameterName CalendarNames:[] ComplianceSeverity:=CRITICAL/HIGH/MEDIUM/LOW/UNSPECIFIED DocumentVersion InstanceId MaxConcurrency MaxErrors Name! OutputLocation:InstanceAssociationOutputLocation Parameters:{[]} ScheduleExpression ScheduleOffset:i SyncCompliance:=AUTO/MANUAL Tags:[Tag] Targets:[Target] WaitForSuccessTimeoutSeconds:i | AssociationId
 InstanceAssociationOutputLocation S3Location:S3OutputLocation
 Target Key! Values!:[]
 S3OutputLocation OutputS3BucketName OutputS3KeyPrefix OutputS3Region
AWS::SSM::Document Attachments:[AttachmentsSource] Content!:o DocumentFormat:=YAML/JSON/TEXT DocumentType Name Requires:[DocumentRequires] Tags:[Tag] TargetType UpdateMethod:=Replace/NewVersion VersionName |
 AttachmentsSource Key:=SourceUrl/S3FileUrl/AttachmentReference Name Values:[]
 DocumentRequires Name Version
AWS::SSM::Parameter AllowedPattern DataType:=text/aws:ec2:image Description Name Policies Tags:{} Tier:=Standard/Advanced/Intelligent-Tiering Type!:=String/StringList Value! | Arn Type Value
AWS::SecretsManager::ResourcePolicy BlockPublicPolicy:b ResourcePolicy!:o SecretId! | Id
AWS::SecretsManager::RotationSchedule ExternalSecretRotationMetadata:[ExternalSecretRotationMetadataItem] ExternalSecretRotationRoleArn HostedRotationLambda:HostedRotationLambda RotateImmediatelyOnUpdate:b RotationLambdaARN RotationRules:RotationRules SecretId! | Id
 ExternalSecretRotationMetadataItem Key! Value!
 HostedRotationLambda ExcludeCharacters KmsKeyArn MasterSecretArn MasterSecretKmsKeyArn RotationLambdaName RotationType! Runtime SuperuserSecretArn SuperuserSecretKmsKeyArn VpcSecurityGroupIds VpcSubnetIds
 RotationRules AutomaticallyAfterDays:i Duration ScheduleExpression
AWS::SecretsManager::Secret Description GenerateSecretString:GenerateSecretString KmsKeyId Name ReplicaRegions:[ReplicaRegion] SecretString Tags:[Tag] Type | Id
 GenerateSecretString ExcludeCharacters ExcludeLowercase:b ExcludeNumbers:b ExcludePunctuation:b ExcludeUppercase:b GenerateStringKey IncludeSpace:b PasswordLength:i RequireEachIncludedType:b SecretStringTemplate
 ReplicaRegion KmsKeyId Region!
AWS::SecretsManager::SecretTargetAttachment SecretId! TargetId! TargetType! | Id
AWS::ServiceDiscovery::HttpNamespace Description Name! Tags:[Tag] | Arn Id
AWS::ServiceDiscovery::Instance InstanceAttributes!:o InstanceId ServiceId! |
AWS::ServiceDiscovery::PrivateDnsNamespace Description Name! Properties:Properties Tags:[Tag] Vpc | Arn HostedZoneId Id
 Properties DnsProperties:PrivateDnsPropertiesMutable
 PrivateDnsPropertiesMutable SOA:SOA
 SOA TTL:n
AWS::ServiceDiscovery::PublicDnsNamespace Description Name! Properties:Properties Tags:[Tag] | Arn HostedZoneId Id
 Properties DnsProperties:PublicDnsPropertiesMutable
 PublicDnsPropertiesMutable SOA:SOA
 SOA TTL:n
AWS::ServiceDiscovery::Service Description DnsConfig:DnsConfig HealthCheckConfig:HealthCheckConfig HealthCheckCustomConfig:HealthCheckCustomConfig Name NamespaceId ServiceAttributes:{} Tags:[Tag] Type | Arn Id Name
 DnsConfig DnsRecords!:[DnsRecord] NamespaceId RoutingPolicy
 HealthCheckConfig FailureThreshold:n ResourcePath Type!
 HealthCheckCustomConfig FailureThreshold:n
 DnsRecord TTL!:n Type!
AWS::VpcLattice::AccessLogSubscription DestinationArn! ResourceIdentifier ServiceNetworkLogType:=SERVICE/RESOURCE Tags:[Tag] | Arn Id ResourceArn ResourceId
AWS::VpcLattice::AuthPolicy Policy!:o ResourceIdentifier! | State
AWS::VpcLattice::DomainVerification DomainName! Tags:[Tag] | Arn Id Status TxtMethodConfig:*
AWS::VpcLattice::Listener DefaultAction!:DefaultAction Name Port:i Protocol!:=HTTP/HTTPS/TLS_PASSTHROUGH ServiceIdentifier Tags:[Tag] | Arn Id ServiceArn ServiceId
 DefaultAction FixedResponse:FixedResponse Forward:Forward
 FixedResponse StatusCode!:i
 Forward TargetGroups!:[WeightedTargetGroup]
 WeightedTargetGroup TargetGroupIdentifier! Weight:i
AWS::VpcLattice::ResourceConfiguration AllowAssociationToSharableServiceNetwork:b CustomDomainName DomainVerificationId GroupDomain Name! PortRanges:[] ProtocolType:=TCP ResourceConfigurationAuthType:=NONE/AWS_IAM ResourceConfigurationDefinition:ResourceConfigurationDefinition ResourceConfigurationGroupId ResourceConfigurationType!:=GROUP/CHILD/SINGLE/ARN/CIDR ResourceGatewayId Tags:[Tag] | Arn Id
 ResourceConfigurationDefinition ArnResource CidrResource:CidrResource DnsResource:DnsResource IpResource
 CidrResource CidrRanges!:[]
 DnsResource DomainName! IpAddressType!:=IPV4/IPV6/DUALSTACK
AWS::VpcLattice::ResourceGateway IpAddressType:=IPV4/IPV6/DUALSTACK Ipv4AddressesPerEni:i Name! ResourceConfigDnsResolution:=IN_VPC/PUBLIC SecurityGroupIds:[] SubnetIds!:[] Tags:[Tag] VpcIdentifier! | Arn Id
AWS::VpcLattice::ResourcePolicy Policy!:o ResourceArn! |
AWS::VpcLattice::Rule Action!:Action ListenerIdentifier Match!:Match Name Priority!:i ServiceIdentifier Tags:[Tag] | Arn Id
 Action FixedResponse:FixedResponse Forward:Forward
 Match HttpMatch!:HttpMatch
 FixedResponse StatusCode!:i
 Forward TargetGroups!:[WeightedTargetGroup]
 HttpMatch HeaderMatches:[HeaderMatch] Method:=CONNECT/DELETE/GET/HEAD/OPTIONS/POST/PUT/TRACE PathMatch:PathMatch
 WeightedTargetGroup TargetGroupIdentifier! Weight:i
 HeaderMatch CaseSensitive:b Match!:HeaderMatchType Name!
 PathMatch CaseSensitive:b Match!:PathMatchType
 HeaderMatchType Contains Exact Prefix
 PathMatchType Exact Prefix
AWS::VpcLattice::Service AuthType:=NONE/AWS_IAM CertificateArn CustomDomainName DnsEntry:DnsEntry IdleTimeoutSeconds:i Name Tags:[Tag] | Arn CreatedAt DnsEntry.DomainName DnsEntry.HostedZoneId Id LastUpdatedAt Status
 DnsEntry DomainName HostedZoneId
AWS::VpcLattice::ServiceNetwork AuthType:=NONE/AWS_IAM Name SharingConfig:SharingConfig Tags:[Tag] | Arn CreatedAt Id LastUpdatedAt
 SharingConfig enabled!:b
AWS::VpcLattice::ServiceNetworkResourceAssociation PrivateDnsEnabled:b ResourceConfigurationId ServiceNetworkId Tags:[Tag] | Arn Id
AWS::VpcLattice::ServiceNetworkServiceAssociation DnsEntry:DnsEntry ServiceIdentifier ServiceNetworkIdentifier Tags:[Tag] | Arn CreatedAt DnsEntry.DomainName DnsEntry.HostedZoneId Id ServiceArn ServiceId ServiceName ServiceNetworkArn ServiceNetworkId ServiceNetworkName Status
 DnsEntry DomainName HostedZoneId
AWS::VpcLattice::ServiceNetworkVpcAssociation DnsOptions:DnsOptions PrivateDnsEnabled:b SecurityGroupIds:[] ServiceNetworkIdentifier Tags:[Tag] VpcIdentifier | Arn CreatedAt Id ServiceNetworkArn ServiceNetworkId ServiceNetworkName Status VpcId
 DnsOptions PrivateDnsPreference:=VERIFIED_DOMAINS_ONLY/ALL_DOMAINS/VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS/SPECIFIED_DOMAINS_ONLY PrivateDnsSpecifiedDomains:[]
AWS::VpcLattice::TargetGroup Config:TargetGroupConfig Name Tags:[Tag] Targets:[Target] Type!:=IP/LAMBDA/INSTANCE/ALB | Arn CreatedAt Id LastUpdatedAt Status
 TargetGroupConfig HealthCheck:HealthCheckConfig IpAddressType:=IPV4/IPV6 LambdaEventStructureVersion:=V1/V2 Port:i Protocol:=HTTP/HTTPS/TCP ProtocolVersion:=HTTP1/HTTP2/GRPC VpcIdentifier
 Target Id! Port:i
 HealthCheckConfig Enabled:b HealthCheckIntervalSeconds:i HealthCheckTimeoutSeconds:i HealthyThresholdCount:i Matcher:Matcher Path Port:i Protocol:=HTTP/HTTPS ProtocolVersion:=HTTP1/HTTP2 UnhealthyThresholdCount:i
 Matcher HttpCode!
`;
