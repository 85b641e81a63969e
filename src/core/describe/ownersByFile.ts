/**
 * Whose an answer is that does not say so: the health of a target group's targets, the records of a zone. The commands that
 * we propose write each of them to a file that is named after its owner; where there is one owner and one file, any name does.
 */
import type { Answers } from './answers';
import { isAwsRecord, type AwsRecord } from './record';

/** The records of a list that are an owner's; undefined where no file is. `owners`: all that have such an answer. */
export function recordsOf(
  answers: Answers,
  list: string,
  owners: readonly AwsRecord[],
): (owner: AwsRecord) => readonly AwsRecord[] | undefined {
  const byFile = new Map<string, AwsRecord[]>([...answers.filesOf(list)].map((file) => [file, []]));
  for (const record of answers.all(list)) {
    const file = answers.fileOf(record);
    const records = byFile.get(file) ?? [];
    byFile.set(file, records);
    records.push(record);
  }
  const named = new Map<AwsRecord, AwsRecord[]>();
  let rest = 0;
  let orphan: readonly AwsRecord[] = [];
  for (const [file, records] of byFile) {
    const owner = ownerIn(file.replace(/^.*[\\/]/, ''), owners);
    if (owner !== undefined) named.set(owner, [...(named.get(owner) ?? []), ...records]);
    else {
      rest++;
      orphan = records;
    }
  }
  const [only, ...others] = owners;
  if (rest === 1 && others.length === 0 && only !== undefined && !named.has(only))
    named.set(only, [...orphan]);
  return (owner) => named.get(owner);
}

/** The owner that a file's name names at the greatest length: by its id, or by its name where it has none. */
function ownerIn(file: string, owners: readonly AwsRecord[]): AwsRecord | undefined {
  let found: AwsRecord | undefined;
  let longest = 0;
  for (const owner of owners)
    for (const token of tokensOf(owner))
      if (token.length > longest && file.includes(token)) {
        found = owner;
        longest = token.length;
      }
  return found;
}

/** What a file may be named after. */
export function tokensOf(owner: AwsRecord): readonly string[] {
  const own = /^(?:[A-Za-z]*Id|[A-Za-z]*Arn|LoadBalancerName|TargetGroupName)$/;
  return Object.entries(owner).flatMap(([name, value]) =>
    typeof value === 'string' && own.test(name) && !name.startsWith('Vpc') && !name.startsWith('Owner')
      ? [fileNameOf(value)]
      : name === 'HostedZone' && isAwsRecord(value)
        ? tokensOf(value)
        : [],
  );
}

/** An id as a part of a file's name: what stands behind the last colon of an ARN, with dashes in place of slashes. */
export function fileNameOf(id: string): string {
  return id
    .replace(/^arn:.*:|^\/hostedzone\//, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^-+/, '');
}
