/**
 * An RDS database instance. It runs in one subnet of its DB subnet group at a time and may move to another, so we take it
 * to be in all of them. A subnet group needs subnets in at least two Availability Zones.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { firstAndOthers, listed, standsIn } from '../../core/catalog/standing';
import { isUnknown, known, type Value } from '../../core/model/value';
import { verbatim, type Words } from '../../lib/words';

interface RdsInstanceProps {
  readonly engine: Value<string>;
  readonly instanceClass: Value<string>;
  /** Null: the engine's own port. */
  readonly port: Value<number | null>;
  readonly storage: Value<number>;
  readonly multiAz: Value<boolean>;
  readonly publiclyAccessible: Value<boolean>;
  /** Besides the subnet it is drawn in. */
  readonly subnets: Refs;
  readonly securityGroups: Refs;
}

declare module '../../core/model/kinds' {
  interface KindProps {
    'rds-instance': RdsInstanceProps;
  }
}

const engines: Readonly<Record<string, { readonly name: string; readonly port: number }>> = {
  postgres: { name: 'PostgreSQL', port: 5432 },
  mysql: { name: 'MySQL', port: 3306 },
  mariadb: { name: 'MariaDB', port: 3306 },
  'sqlserver-ex': { name: 'SQL Server Express', port: 1433 },
  'oracle-se2': { name: 'Oracle SE2', port: 1521 },
};

export default defineKind({
  kind: 'rds-instance',
  label: { en: 'RDS database', ja: 'RDS データベース' },
  summary: { en: 'A managed relational database', ja: 'マネージドリレーショナルデータベース' },
  group: 'data',
  icon: 'resource/AmazonAuroraAmazonRDSInstance',
  defaultName: 'Database',
  parents: ['subnet', 'vpc'],
  isEnd: true,
  shape: { as: 'icon', size: { w: 96, h: 88 } },
  fields: {
    securityGroups: {
      control: 'refs',
      kinds: ['security-group'],
      label: { en: 'Security groups', ja: 'セキュリティグループ' },
      property: 'VPCSecurityGroups',
      default: {},
    },
    subnets: {
      control: 'refs',
      kinds: ['subnet'],
      whenCopied: 'join',
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in; a subnet group spans at least two Availability Zones',
        ja: '図で置かれているサブネット以外のサブネット。サブネットグループには 2 つ以上のアベイラビリティーゾーンが必要です',
      },
      property: 'subnet-group/SubnetIds',
      default: {},
    },
    engine: {
      control: 'text',
      label: { en: 'Engine', ja: 'エンジン' },
      property: 'Engine',
      default: 'postgres',
      suggestions: () => Object.keys(engines),
    },
    port: {
      control: 'number',
      min: 1150,
      max: 65535,
      optional: true,
      label: { en: 'Port', ja: 'ポート' },
      help: { en: 'Empty: the engine’s own', ja: '空欄の場合はエンジンの既定のポート' },
      property: 'Port',
      default: null,
    },
    publiclyAccessible: {
      control: 'toggle',
      label: { en: 'Publicly accessible', ja: 'パブリックアクセス' },
      property: 'PubliclyAccessible',
      default: false,
    },
    multiAz: {
      control: 'toggle',
      label: { en: 'Multi-AZ', ja: 'マルチ AZ 配置' },
      property: 'MultiAZ',
      default: false,
      advanced: true,
    },
    instanceClass: {
      control: 'text',
      label: { en: 'Instance class', ja: 'DB インスタンスクラス' },
      property: 'DBInstanceClass',
      default: 'db.t4g.micro',
      suggestions: () => ['db.t4g.micro', 'db.t4g.medium', 'db.t3.micro', 'db.m7g.large', 'db.r7g.large'],
      advanced: true,
    },
    storage: {
      control: 'number',
      min: 5,
      max: 65536,
      unit: { en: 'GiB', ja: 'GiB' },
      label: { en: 'Storage', ja: 'ストレージ割り当て' },
      property: 'AllocatedStorage',
      default: 20,
      advanced: true,
    },
  },
  look({ props }) {
    const engine = engines[known(props.engine) ?? ''];
    const port = known(props.port) ?? engine?.port;
    return {
      ...(engine === undefined ? {} : { label: verbatim(`RDS for ${engine.name}`) }),
      ...(port === undefined ? {} : { detail: `:${port}` }),
    };
  },
  propose(_, around) {
    // A subnet group needs a second zone.
    const own = around.ancestor('subnet');
    const other = around
      .all('subnet', around.ancestor('vpc')?.id)
      .find(({ id }) => own === undefined || known(around.zoneOf(id)) !== known(around.zoneOf(own.id)));
    const subnets: Refs = own === undefined || other === undefined ? {} : { [other.id]: true };
    return { subnets };
  },
  tidy: () => ({ column: '1' }),
  *facts({ id, name, props, provenance }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    const isElsewhere = provenance !== undefined && provenance.satellites?.['subnet-group'] === undefined;
    for (const subnet of subnets.length === 0 ? [null] : subnets)
      yield {
        fact: 'interface',
        by: id,
        subnet,
        ...(subnet === null && isElsewhere ? { elsewhere: elsewhere(name) } : {}),
        privateIpv4: null,
        ipv6: false,
        publicIpv4: props.publiclyAccessible,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [32768, 65535],
        workload: true,
      };
  },
  cfn: {
    types: ['AWS::RDS::DBInstance'],
    satellites: [
      {
        role: 'subnet-group',
        type: 'AWS::RDS::DBSubnetGroup',
        from: 'owner',
        property: 'DBSubnetGroupName',
      },
    ],
    *write(database, scope) {
      const { props } = database;
      const subnets = standsIn(scope.ancestor('subnet')?.id, props.subnets, scope);
      const groups = listed(props.securityGroups, scope).flatMap(({ id }) => scope.ref(id) ?? []);
      const standsSomewhere = subnets.length > 0 || scope.ancestor('vpc') !== undefined;
      yield {
        role: '',
        type: 'AWS::RDS::DBInstance',
        properties: {
          Engine: scope.plain(props.engine),
          DBInstanceClass: scope.plain(props.instanceClass),
          AllocatedStorage: isUnknown(props.storage) ? undefined : String(props.storage),
          StorageEncrypted: true,
          MasterUsername: 'dbadmin',
          ManageMasterUserPassword: true,
          Port: props.port === null || isUnknown(props.port) ? undefined : String(props.port),
          BackupRetentionPeriod: 7,
          MultiAZ: props.multiAz === true ? true : undefined,
          PubliclyAccessible: scope.plain(props.publiclyAccessible),
          DBSubnetGroupName: standsSomewhere ? scope.ref(database.id, 'subnet-group') : undefined,
          VPCSecurityGroups: groups.length === 0 ? undefined : groups,
          Tags: scope.nameTags(database),
        },
        // A public address can be given only once an internet gateway is attached.
        dependsOn:
          props.publiclyAccessible === true
            ? scope
                .all('internet-gateway', scope.ancestor('vpc')?.id)
                .flatMap(({ id }) => scope.attachmentOf(id))
            : [],
        deletionPolicy: 'Snapshot',
      };
      if (standsSomewhere)
        yield {
          role: 'subnet-group',
          type: 'AWS::RDS::DBSubnetGroup',
          properties: {
            DBSubnetGroupDescription: `Subnets of ${scope.logicalId(database.id) ?? 'the database'}`,
            SubnetIds: subnets.flatMap((id) => scope.ref(id) ?? []),
          },
        };
    },
    read(reader) {
      const group = reader.satellites('subnet-group')[0];
      const { own, others } = firstAndOthers(group?.refs('subnets', 'SubnetIds', ['subnet']) ?? {});
      return {
        parentId: own,
        props: {
          engine: reader.text('engine', 'Engine', ''),
          instanceClass: reader.text('instanceClass', 'DBInstanceClass', ''),
          port: reader.number('port', 'Port', null),
          storage: reader.number('storage', 'AllocatedStorage', 20),
          multiAz: reader.toggle('multiAz', 'MultiAZ', false),
          publiclyAccessible: reader.toggle('publiclyAccessible', 'PubliclyAccessible', false),
          subnets: others,
          securityGroups: reader.refs('securityGroups', 'VPCSecurityGroups', ['security-group']),
        },
      };
    },
  },
});

/**
 * Without a subnet group of the template, a database stands in the group that it names, where its cluster or its source
 * stands, or in the default VPC.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
function elsewhere(name: string): Words {
  return {
    en: `${name} stands in a subnet group that the template does not make, with its cluster or source, or in the account’s default VPC, which is not in the design`,
    ja: `${name} は、テンプレートの外のサブネットグループ、クラスターやソース DB のある場所、またはアカウントのデフォルト VPC にあり、それは設計に含まれていません`,
  };
}
