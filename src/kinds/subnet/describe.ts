/** Subnets in the answers of AWS. Which route table and network ACL one has, those say. */
import { describes, refTo, type DescribeReadScope } from '../../core/describe/describeMapping';
import { flagIn, isGone, listIn, partIn, textIn } from '../../core/describe/record';

export default describes({
  kind: 'subnet',
  calls: [{ command: 'ec2 describe-subnets', list: 'Subnets', ids: 'subnet-' }],
  reads: {
    *Subnets(subnet, scope) {
      if (isGone(subnet)) return;
      const id = textIn(subnet, 'SubnetId');
      const ipv6 = listIn(subnet, 'Ipv6CidrBlockAssociationSet').find(
        (each) => !isGone(partIn(each, 'Ipv6CidrBlockState')),
      );
      const isNative = flagIn(subnet, 'Ipv6Native');
      const exclusion = scope
        .all('VpcBlockPublicAccessExclusions')
        .find((each) => textIn(each, 'ResourceArn').endsWith(`:subnet/${id}`) && !isGone(each));
      yield {
        id,
        type: 'AWS::EC2::Subnet',
        properties: {
          VpcId: refTo(textIn(subnet, 'VpcId')),
          AvailabilityZone: textIn(subnet, 'AvailabilityZone') || undefined,
          CidrBlock: isNative === true ? undefined : textIn(subnet, 'CidrBlock') || undefined,
          Ipv6CidrBlock: ipv6 === undefined ? undefined : textIn(ipv6, 'Ipv6CidrBlock'),
          Ipv6Native: isNative,
          EnableDns64: flagIn(subnet, 'EnableDns64'),
          MapPublicIpOnLaunch: flagIn(subnet, 'MapPublicIpOnLaunch'),
          AssignIpv6AddressOnCreation: flagIn(subnet, 'AssignIpv6AddressOnCreation'),
          Tags: scope.tags(subnet),
        },
        says: {
          ...(exclusion === undefined
            ? {}
            : { publicAccess: textIn(exclusion, 'InternetGatewayExclusionMode') }),
          ...unsaid(id, textIn(subnet, 'VpcId'), scope),
        },
      };
    },
  },
});

/** A subnet has a table and an ACL: where no answer says which, it is not known, and not that AWS's own do as AWS made them. */
function unsaid(id: string, vpc: string, scope: DescribeReadScope): Readonly<Record<string, unknown>> {
  const { tables, acls } = associated(scope);
  const hasTable = tables.has(id) || tables.has(mainOf(vpc));
  if (!hasTable) scope.lacks('ec2 describe-route-tables');
  if (!acls.has(id)) scope.lacks('ec2 describe-network-acls');
  return {
    ...(hasTable
      ? {}
      : {
          routeTable: {
            unknown: {
              en: `the route table of ${id} is not among the files`,
              ja: `${id} のルートテーブルがファイルにありません`,
            },
          },
        }),
    ...(acls.has(id)
      ? {}
      : {
          networkAcl: {
            unknown: {
              en: `the network ACL of ${id} is not among the files`,
              ja: `${id} のネットワーク ACL がファイルにありません`,
            },
          },
        }),
  };
}

interface Associated {
  /** The subnets that tables name, and the VPCs that have a main one. */
  readonly tables: ReadonlySet<string>;
  readonly acls: ReadonlySet<string>;
}

const known = new WeakMap<DescribeReadScope, Associated>();

function associated(scope: DescribeReadScope): Associated {
  const found = known.get(scope);
  if (found !== undefined) return found;
  const tables = new Set<string>();
  for (const table of scope.all('RouteTables'))
    for (const each of listIn(table, 'Associations')) {
      tables.add(textIn(each, 'SubnetId'));
      if (flagIn(each, 'Main') === true) tables.add(mainOf(textIn(table, 'VpcId')));
    }
  const acls = new Set(
    scope
      .all('NetworkAcls')
      .flatMap((acl) => listIn(acl, 'Associations').map((each) => textIn(each, 'SubnetId'))),
  );
  const made = { tables, acls };
  known.set(scope, made);
  return made;
}

function mainOf(vpc: string): string {
  return `main of ${vpc}`;
}
