/**
 * AWS's service specification, reduced to what the importer of templates checks: `UPDATE=1 npx vitest run
 * src/core/cfn/schema` writes the two files from it.
 */
import { createRequire } from 'node:module';

export interface SchemaFiles {
  /** The properties and attributes of the types that matter in a network. */
  readonly resourceTypes: string;
  /** The names of all types. */
  readonly typeNames: string;
}

/** The text of both files, from the package that is installed. */
export function schemaFiles(): SchemaFiles {
  const { db, version } = load();
  const all = [...db.all('resource')].sort((a, b) => compare(a.cloudFormationType, b.cloudFormationType));
  const chosen = all.filter(({ cloudFormationType }) => isOfNetworks(cloudFormationType));
  return {
    resourceTypes: file(
      version,
      [
        'What CloudFormation takes of the resource types that matter in a network.',
        '',
        'A line has a type, its properties, and behind a bar its attributes; the lines indented below it have the objects',
        'that stand in its properties. `!` marks what is required. Behind the colon stands what a property takes, where it is',
        'not a text: `i` a whole number, `n` a number, `b` true or false, `*` anything, `o` an object of any form, `=a/b` one',
        'of these texts, `[x]` a list, `{x}` a map, a name the object of that line. Of an attribute stands there what it',
        'gives.',
      ],
      'resourceTypes',
      chosen.map((resource) => resourceLines(db, resource)).join('\n'),
    ),
    typeNames: file(
      version,
      ['The names of all resource types of AWS, those of a service on one line.'],
      'typeNames',
      serviceLines(all.map(({ cloudFormationType }) => cloudFormationType)).join('\n'),
    ),
  };
}

/** Whole services, and the types of others that stand in subnets, are absorbed by what does, or come in most templates of networks. */
const chosenTypes: Readonly<Record<string, RegExp>> = {
  ApplicationAutoScaling: /./,
  AutoScaling: /./,
  Backup: /^(?:BackupPlan|BackupSelection|BackupVault)$/,
  CertificateManager: /^Certificate$/,
  CloudFormation: /^(?:Stack|WaitCondition|WaitConditionHandle)$/,
  CloudTrail: /^Trail$/,
  CloudWatch: /^(?:Alarm|Dashboard)$/,
  DirectConnect: /./,
  DynamoDB: /^Table$/,
  EC2: /./,
  ECR: /^Repository$/,
  ECS: /^(?:CapacityProvider|Cluster|ClusterCapacityProviderAssociations|Service|TaskDefinition)$/,
  EFS: /./,
  EKS: /^(?:AccessEntry|Addon|Cluster|FargateProfile|Nodegroup)$/,
  ElastiCache: /^(?:CacheCluster|ParameterGroup|ReplicationGroup|ServerlessCache|SubnetGroup)$/,
  ElasticLoadBalancing: /./,
  ElasticLoadBalancingV2: /./,
  Events: /^Rule$/,
  GlobalAccelerator: /./,
  IAM: /^(?:AccessKey|Group|InstanceProfile|ManagedPolicy|OIDCProvider|Policy|Role|RolePolicy|ServiceLinkedRole|User)$/,
  KMS: /^(?:Alias|Key)$/,
  Lambda: /^(?:Alias|EventSourceMapping|Function|LayerVersion|Permission|Url|Version)$/,
  Logs: /^(?:LogGroup|LogStream|MetricFilter|ResourcePolicy|SubscriptionFilter)$/,
  NetworkFirewall: /./,
  OpenSearchService: /^Domain$/,
  RAM: /^ResourceShare$/,
  RDS: /./,
  Redshift: /^(?:Cluster|ClusterSubnetGroup)$/,
  Route53: /./,
  Route53Resolver: /./,
  S3: /^(?:AccessPoint|Bucket|BucketPolicy)$/,
  SNS: /^(?:Subscription|Topic|TopicPolicy)$/,
  SQS: /^(?:Queue|QueuePolicy)$/,
  SSM: /^(?:Association|Document|Parameter)$/,
  SecretsManager: /^(?:ResourcePolicy|RotationSchedule|Secret|SecretTargetAttachment)$/,
  ServiceDiscovery: /./,
  VpcLattice: /./,
};

/** Types of EC2 that are large, or that no network has to do with. */
const notOfNetworks =
  /^AWS::EC2::(?:ApplicationStatusCheck|Capacity.*|EC2Fleet|Enclave.*|FpgaImage|Host|SnapshotBlockPublicAccess|SpotFleet|SqlHa.*)$/;

function isOfNetworks(type: string): boolean {
  const [, service = '', name = ''] = type.split('::');
  return chosenTypes[service]?.test(name) === true && !notOfNetworks.test(type);
}

/** A longer list of texts grows with every new thing that a service offers, and would soon be wrong. */
const mostTexts = 12;

function resourceLines(db: Database, resource: Resource): string {
  const objects = new Map<string, Definition>();
  const waiting: Definition[] = [];

  const valueText = (type: PropertyType): string => {
    switch (type.type) {
      case 'string': {
        const texts = type.allowedValues ?? [];
        if (texts.length === 0 || texts.length > mostTexts) return '';
        // What the file has no way to write is not checked.
        if (texts.some((text) => /[\s/\]}|`\\$]/.test(text))) return '';
        return `=${texts.join('/')}`;
      }
      case 'date-time':
        return '';
      case 'integer':
        return 'i';
      case 'number':
        return 'n';
      case 'boolean':
        return 'b';
      case 'tag':
        return 'Tag';
      case 'array':
        return `[${valueText(type.element)}]`;
      case 'map':
        return `{${valueText(type.element)}}`;
      case 'ref': {
        const definition = db.get('typeDefinition', type.reference.$ref);
        // An object of which nothing is said takes anything.
        if (Object.keys(definition.properties).length === 0) return '*';
        const known = objects.get(definition.name);
        if (known !== undefined && known !== definition)
          throw new Error(`${resource.cloudFormationType} has two objects of the name ${definition.name}`);
        if (known === undefined) waiting.push(definition);
        objects.set(definition.name, definition);
        return definition.name;
      }
      case 'json':
        return 'o';
      case 'union': {
        // Some objects may be a text of JSON as well; nobody writes that who writes a template.
        const [only, ...more] = type.types.filter(({ type: each }) => each !== 'json');
        const isObjects = only?.type === 'array' || only?.type === 'ref';
        if (isObjects && more.length === 0) return valueText(only);
        return type.types.some(({ type: each }) => each === 'json') ? 'o' : '*';
      }
      default:
        return '*';
    }
  };

  const propertiesText = (properties: Definition['properties']): string =>
    Object.entries(properties)
      .sort(([a], [b]) => compare(a, b))
      .map(([name, { type, required }]) => {
        const value = valueText(type);
        return `${name}${required === true ? '!' : ''}${value === '' ? '' : `:${value}`}`;
      })
      .join(' ');

  const attributes = Object.entries(resource.attributes)
    .sort(([a], [b]) => compare(a, b))
    .map(([name, { type }]) => `${name}${attributeText(type)}`)
    .join(' ');
  const lines = [
    [resource.cloudFormationType, propertiesText(resource.properties), '|', attributes]
      .filter((part) => part !== '')
      .join(' '),
  ];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
    lines.push(` ${next.name} ${propertiesText(next.properties)}`);
  return lines.join('\n');
}

/** What an attribute gives; nobody looks into the objects that some give. */
function attributeText({ type }: PropertyType): string {
  switch (type) {
    case 'string':
    case 'date-time':
      return '';
    case 'integer':
      return ':i';
    case 'number':
      return ':n';
    case 'boolean':
      return ':b';
    case 'array':
      return ':[]';
    default:
      return ':*';
  }
}

function serviceLines(types: readonly string[]): string[] {
  const services = new Map<string, string[]>();
  for (const type of types) {
    const [owner = '', service = '', ...name] = type.split('::');
    const names = services.get(`${owner}::${service}`) ?? [];
    services.set(`${owner}::${service}`, names);
    names.push(name.join('::'));
  }
  return [...services].map(([service, names]) => `${service} ${names.join(' ')}`);
}

function file(version: string, about: readonly string[], name: string, content: string): string {
  const comment = [
    ...about,
    '',
    `Made from @aws-cdk/aws-service-spec ${version} (Apache-2.0, by Amazon.com, Inc. or its affiliates) by`,
    '`UPDATE=1 npx vitest run src/core/cfn/schema`; do not edit.',
  ].map((line) => ` * ${line}`.trimEnd());
  return ['/**', ...comment, ' */', `export const ${name} = \`\\`, content, '`;', ''].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The part of the package's interface that we use. */
interface Database {
  all(kind: 'resource'): readonly Resource[];
  get(kind: 'typeDefinition', id: string): Definition;
}

interface Definition {
  readonly name: string;
  readonly properties: Readonly<Record<string, { readonly type: PropertyType; readonly required?: boolean }>>;
}

interface Resource extends Definition {
  readonly cloudFormationType: string;
  readonly attributes: Readonly<Record<string, { readonly type: PropertyType }>>;
}

type PropertyType =
  | { readonly type: 'string'; readonly allowedValues?: readonly string[] }
  | { readonly type: 'integer' | 'number' | 'boolean' | 'json' | 'date-time' | 'null' | 'tag' }
  | { readonly type: 'union'; readonly types: readonly PropertyType[] }
  | { readonly type: 'array' | 'map'; readonly element: PropertyType }
  | { readonly type: 'ref'; readonly reference: { readonly $ref: string } };

function load(): { readonly db: Database; readonly version: string } {
  const library = createRequire(import.meta.url);
  const name = '@aws-cdk/aws-service-spec';
  try {
    // The package is AWS's; only what is declared above is used of it.
    const { loadAwsServiceSpecSync } = library(name) as { readonly loadAwsServiceSpecSync: () => Database };
    const { version } = library(`${name}/package.json`) as { readonly version: string };
    return { db: loadAwsServiceSpecSync(), version };
  } catch (error) {
    throw new Error(`${name} cannot be loaded; npm ci installs it`, { cause: error });
  }
}
