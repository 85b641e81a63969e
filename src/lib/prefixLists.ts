/**
 * The ids of AWS's own prefix lists for S3 and DynamoDB. They differ from Region to Region, and one id may mean two
 * services in two Regions. As `aws ec2 describe-prefix-lists` gives them.
 */
const ids: Readonly<Record<string, { readonly s3: string; readonly dynamodb: string }>> = {
  'ap-northeast-1': { s3: 'pl-61a54008', dynamodb: 'pl-78a54011' },
  'ap-northeast-2': { s3: 'pl-78a54011', dynamodb: 'pl-48a54021' },
  'ap-south-1': { s3: 'pl-78a54011', dynamodb: 'pl-66a7420f' },
  'ap-southeast-1': { s3: 'pl-6fa54006', dynamodb: 'pl-67a5400e' },
  'ap-southeast-2': { s3: 'pl-6ca54005', dynamodb: 'pl-62a5400b' },
  'ca-central-1': { s3: 'pl-7da54014', dynamodb: 'pl-4ea54027' },
  'eu-central-1': { s3: 'pl-6ea54007', dynamodb: 'pl-66a5400f' },
  'eu-west-1': { s3: 'pl-6da54004', dynamodb: 'pl-6fa54006' },
  'eu-west-2': { s3: 'pl-7ca54015', dynamodb: 'pl-b3a742da' },
  'eu-west-3': { s3: 'pl-23ad484a', dynamodb: 'pl-abb451c2' },
  'sa-east-1': { s3: 'pl-6aa54003', dynamodb: 'pl-60a54009' },
  'us-east-1': { s3: 'pl-63a5400a', dynamodb: 'pl-02cd2c6b' },
  'us-east-2': { s3: 'pl-7ba54012', dynamodb: 'pl-4ca54025' },
  'us-west-1': { s3: 'pl-6ba54002', dynamodb: 'pl-6ea54007' },
  'us-west-2': { s3: 'pl-68a54001', dynamodb: 'pl-00a54069' },
};

/** Whether a text names a prefix list, rather than addresses. */
export function isPrefixListName(text: string): boolean {
  return text.startsWith('com.amazonaws.');
}

/** The name of the list with that id in a Region; undefined when it is not in the table. */
export function prefixListName(region: string, id: string): string | undefined {
  const service = Object.entries(ids[region] ?? {}).find(([, each]) => each === id)?.[0];
  return service === undefined ? undefined : `com.amazonaws.${region}.${service}`;
}

/** The id of the list with that name; undefined when it is not in the table. */
export function prefixListId(name: string): string | undefined {
  const [, region, service] = /^com\.amazonaws\.([a-z0-9-]+)\.(s3|dynamodb)$/.exec(name) ?? [];
  const own = region === undefined ? undefined : ids[region];
  return service === 's3' ? own?.s3 : service === 'dynamodb' ? own?.dynamodb : undefined;
}
