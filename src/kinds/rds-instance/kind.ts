/**
 * An RDS database instance. It runs in one subnet of its DB subnet group at a time and may move to another, so we take it
 * to be in all of them. A subnet group needs subnets in at least two Availability Zones.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
 */
import type { Refs } from '../../core/catalog/field';
import { defineKind } from '../../core/catalog/kind';
import { standsIn } from '../../core/catalog/standing';
import { known, type Value } from '../../core/model/value';
import { verbatim } from '../../lib/words';

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
      label: { en: 'Other subnets', ja: 'その他のサブネット' },
      help: {
        en: 'Besides the one it is drawn in; a subnet group spans at least two Availability Zones',
        ja: '図で置かれているサブネット以外のサブネット。サブネットグループには 2 つ以上のアベイラビリティーゾーンが必要です',
      },
      property: 'subnet-group/SubnetIds',
      default: {},
    },
    engine: {
      control: 'choice',
      label: { en: 'Engine', ja: 'エンジン' },
      property: 'Engine',
      default: 'postgres',
      options: () => Object.entries(engines).map(([value, { name }]) => ({ value, label: verbatim(name) })),
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
  tidy: () => ({ column: '1' }),
  *facts({ id, props }, around) {
    const subnets = standsIn(around.ancestor('subnet')?.id, props.subnets, around);
    for (const subnet of subnets.length === 0 ? [null] : subnets)
      yield {
        fact: 'interface',
        by: id,
        subnet,
        privateIpv4: null,
        ipv6: false,
        publicIpv4: props.publiclyAccessible,
        securityGroups: Object.keys(props.securityGroups),
        sourceDestinationCheck: true,
        clientPorts: [32768, 65535],
        workload: true,
      };
  },
});
