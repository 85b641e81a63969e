/** Reads the records of AWS's answers, which may hold anything: what is missing or of another shape is empty. */

/** One object of an answer: a VPC of `describe-vpcs`, say. */
export type AwsRecord = Readonly<Record<string, unknown>>;

export function isAwsRecord(value: unknown): value is AwsRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(record: AwsRecord | undefined, key: string): unknown {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** A text, or a number as text; empty where there is none. */
export function textIn(record: AwsRecord | undefined, key: string): string {
  const value = own(record, key);
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function numberIn(record: AwsRecord | undefined, key: string): number | undefined {
  const value = own(record, key);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

export function flagIn(record: AwsRecord | undefined, key: string): boolean | undefined {
  const value = own(record, key);
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

export function partIn(record: AwsRecord | undefined, key: string): AwsRecord | undefined {
  const value = own(record, key);
  return isAwsRecord(value) ? value : undefined;
}

/** The objects of a list. */
export function listIn(record: AwsRecord | undefined, key: string): readonly AwsRecord[] {
  const value = own(record, key);
  return Array.isArray(value) ? value.filter(isAwsRecord) : [];
}

/** The texts of a list. */
export function textsIn(record: AwsRecord | undefined, key: string): readonly string[] {
  const value = own(record, key);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** What is no longer there, or never came to be. */
const gone: ReadonlySet<string> = new Set([
  'deleted',
  'deleting',
  'failed',
  'failing',
  'failed-insufficient-capacity',
  'failed-creation',
  'failed-creation-insufficient-ec2-capacity-in-outpost',
  'failed-resource-gone',
  'rollingback',
  'rejected',
  'rejecting',
  'expired',
  'terminated',
  'shutting-down',
  'disassociated',
  'disassociating',
  'disabled',
  'disabling',
  'disable-complete',
  'disable-in-progress',
  'detached',
  'detaching',
  'create-failed',
  'delete-complete',
  'delete-in-progress',
]);

/** Whether a record is of something that is being deleted, was, or failed to be made. */
export function isGone(record: AwsRecord | undefined): boolean {
  if (record === undefined) return false;
  return ['State', 'Status', 'VpcEndpointState', 'status'].some((key) => {
    const value = own(record, key);
    const part = isAwsRecord(value)
      ? [textIn(value, 'Code'), textIn(value, 'Name'), textIn(value, 'State'), textIn(value, 'code')]
      : [typeof value === 'string' ? value : ''];
    return part.some((text) => gone.has(text.toLowerCase().replaceAll('_', '-')));
  });
}
