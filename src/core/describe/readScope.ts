/** What the readers of the kinds are told of the answers as a whole, and what they find to be missing. */
import type { Words } from '../../lib/words';
import { prefixListName } from '../../lib/prefixLists';
import type { ImportProblem } from '../cfn/importProblems';
import type { CfnValue } from '../cfn/template';
import { baseOf } from './answerFiles';
import type { Answers } from './answers';
import type { AnyDescribeMapping, DescribeReadScope } from './describeMapping';
import { fileNameOf, recordsOf } from './ownersByFile';
import { listIn, textIn, type AwsRecord } from './record';

export interface Lacking {
  readonly problems: readonly ImportProblem[];
  readonly commands: readonly string[];
}

export function readScopeOf(
  mappings: readonly AnyDescribeMapping[],
  answers: Answers,
  wanted: string | undefined,
): {
  readonly scope: DescribeReadScope;
  readonly region: string;
  /**
   * `unresolved`: the ids that records refer to, of which there is no record. `reduced`: the files with records that do not say
   * what they are of.
   */
  readonly lacking: (unresolved: Iterable<string>, reduced: Iterable<string>) => Lacking;
} {
  const calls = mappings.flatMap((mapping) => mapping.calls);
  const region = wanted ?? mostOf(regionsIn(answers)) ?? 'ap-northeast-1';
  const account = mostOf(accountsIn(answers)) ?? '';
  const lists = new Map<string, ReadonlyMap<string, readonly AwsRecord[]>>();
  const owned = new Map<string, (owner: AwsRecord) => readonly AwsRecord[] | undefined>();
  const missing = new Map<string, Set<string>>();

  const scope: DescribeReadScope = {
    region,
    account,
    all: (list) => answers.all(list),
    where(list, member, text) {
      const key = `${list} ${member}`;
      let index = lists.get(key);
      if (index === undefined) lists.set(key, (index = indexed(answers.all(list), member)));
      return index.get(text) ?? [];
    },
    of(list, owner, member) {
      const own = member === undefined ? [] : scope.where(list, member, textIn(owner, member));
      if (own.length > 0) return own;
      const owners = answers.listOf(owner);
      const key = `${list} ${owners}`;
      let find = owned.get(key);
      if (find === undefined) owned.set(key, (find = recordsOf(answers, list, answers.all(owners))));
      const found = find(owner);
      return member === undefined
        ? found
        : found?.filter((each) => textIn(each, member) === textIn(owner, member));
    },
    prefixList(id) {
      if (id === '') return undefined;
      const [list] = scope.where('PrefixLists', 'PrefixListId', id);
      const name = textIn(list, 'PrefixListName');
      return name.startsWith('com.amazonaws.') ? name : { Ref: id };
    },
    isGiven: (list) => answers.lists.has(list),
    tags(record) {
      const given = [...listIn(record, 'Tags'), ...listIn(record, 'TagSet'), ...listIn(record, 'TagList')];
      const arn = ['LoadBalancerArn', 'TargetGroupArn']
        .map((name) => textIn(record, name))
        .find((each) => each !== '');
      if (arn !== undefined)
        given.push(
          ...scope.where('TagDescriptions', 'ResourceArn', arn).flatMap((each) => listIn(each, 'Tags')),
        );
      const tags = given.map((tag): CfnValue => ({ Key: textIn(tag, 'Key'), Value: textIn(tag, 'Value') }));
      return tags.length === 0 ? undefined : tags;
    },
    lacks(command, argument) {
      const known = missing.get(command) ?? new Set();
      missing.set(command, known);
      if (argument !== undefined && argument !== '') known.add(argument);
    },
  };

  return {
    scope,
    region,
    lacking: (unresolved, reduced) => {
      for (const command of ownersNotGiven(mappings, answers)) scope.lacks(command);
      const elsewhere: string[] = [];
      for (const id of unresolved) {
        const call = calls.find((each) => each.ids !== undefined && isIdOf(id, each.ids));
        if (call === undefined || isAwsOwn(id, region)) continue;
        if (answers.lists.has(call.list)) elsewhere.push(id);
        else scope.lacks(call.command);
      }
      const commands = [...missing].flatMap(([command, names]) => {
        const option = calls.find((call) => call.command === command)?.of;
        const file = baseOf(command);
        return option === undefined
          ? [lineOf(command, region, file)]
          : [...names].flatMap((name) =>
              isPlain(name)
                ? [lineOf(`${command} ${option} ${name}`, region, `${file}.${fileNameOf(name)}`)]
                : [],
            );
      });
      return {
        commands,
        problems: [
          ...answers.strange.map(({ name, why }) => warning(why ?? strange, name)),
          ...[...new Set([...answers.reduced, ...reduced])].map((file) => warning(reducedByQuery, file)),
          ...answers.cut.map((file) => warning(cut, file)),
          ...(elsewhere.length === 0 ? [] : [warning(notThere(elsewhere))]),
          ...[...missing].map(([command, names]) => warning(notGiven(command, [...names]))),
        ],
      };
    },
  };
}

/** The commands whose records others are parts of: of answers that were made for each of them, while theirs is not there. */
function* ownersNotGiven(mappings: readonly AnyDescribeMapping[], answers: Answers): Generator<string> {
  const ownersOf = (list: string): readonly (readonly string[])[] =>
    mappings
      .filter(({ calls }) => calls.some((call) => call.of !== undefined && call.list === list))
      .map(({ calls }) => calls.filter(({ of }) => of === undefined).map((call) => call.list));
  for (const { calls } of mappings)
    for (const { of, list } of calls) {
      if (of === undefined || answers.all(list).length === 0) continue;
      const isOwned = ownersOf(list).some((owners) => owners.some((owner) => answers.lists.has(owner)));
      const [owner] = calls.filter((call) => call.of === undefined);
      if (!isOwned && owner !== undefined) yield owner.command;
    }
}

/** A line for a shell: bash and PowerShell read it alike. */
export function lineOf(command: string, region: string, file: string): string {
  return `aws ${command} --region ${region} --output json > ${file}.json`;
}

function isIdOf(id: string, start: string): boolean {
  if (start.startsWith('arn:')) return id.startsWith('arn:') && id.split(':')[2] === start.split(':')[2];
  return id.startsWith(start) && /^[0-9a-f]+$/.test(id.slice(start.length));
}

/** A prefix list of AWS that is known without being asked for. */
function isAwsOwn(id: string, region: string): boolean {
  return id.startsWith('pl-') && prefixListName(region, id) !== undefined;
}

function notThere(ids: readonly string[]): Words {
  const most = 5;
  const some = ids.slice(0, most).join(', ') + (ids.length > most ? ', …' : '');
  return {
    en: `Referred to, and in no file (another account, another Region, or deleted): ${some}; what hangs on it is unknown`,
    ja: `参照されていますが、ファイルにないリソースがあります (別のアカウントやリージョン、または削除済み): ${some}。それに左右される内容は不明とみなします`,
  };
}

/** Whether a shell takes an id for nothing but a word: files may hold anything, and people paste what they copy. */
function isPlain(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9:/._-]*$/.test(id);
}

function notGiven(command: string, names: readonly string[]): Words {
  const most = 3;
  const some = names.slice(0, most).join(', ') + (names.length > most ? ', …' : '');
  return names.length === 0
    ? {
        en: `The answer of “aws ${command}” is not among the files; what hangs on it is unknown or left out`,
        ja: `「aws ${command}」の結果がファイルにありません。それに左右される内容は不明とみなすか、省いています`,
      }
    : {
        en: `The answer of “aws ${command}” is not among the files for ${some}; what hangs on it is unknown or left out`,
        ja: `「aws ${command}」の結果 (${some}) がファイルにありません。それに左右される内容は不明とみなすか、省いています`,
      };
}

const strange: Words = {
  en: 'nothing of this file is drawn: it holds no answer of a command that is read here',
  ja: 'このファイルの内容は図に描かれません (読み取れるコマンドの結果が含まれていません)',
};

const reducedByQuery: Words = {
  en: 'something in this file does not say what it is of, and is left out (an id is missing); run the command without --query',
  ja: 'どのリソースのものか分からない項目があるため、省いています (ID がありません)。--query を付けずに実行してください',
};

const cut: Words = {
  en: 'the answer has further pages (NextToken); make sure that their files are here too, or run the command without --max-items',
  ja: '結果に続きのページ (NextToken) があります。続きのファイルも一緒に開くか、--max-items を付けずに実行してください',
};

function warning(message: Words, file?: string): ImportProblem {
  return { severity: 'warning', message, ...(file === undefined ? {} : { file }) };
}

function indexed(records: readonly AwsRecord[], member: string): ReadonlyMap<string, readonly AwsRecord[]> {
  const index = new Map<string, AwsRecord[]>();
  for (const record of records) {
    const key = textIn(record, member);
    const known = index.get(key);
    if (known === undefined) index.set(key, [record]);
    else known.push(record);
  }
  return index;
}

function* regionsIn(answers: Answers): Generator<string> {
  for (const list of answers.lists)
    for (const record of answers.all(list)) {
      const region = regionOf(record);
      if (region !== undefined) yield region;
    }
}

/** The Region that a record is of, by the zone or the ARN in it. */
export function regionOf(record: AwsRecord): string | undefined {
  const zone = /^([a-z]{2}(?:-[a-z]+)+-\d)(?:[a-z]|-[a-z]+-\d[a-z])$/.exec(
    textIn(record, 'AvailabilityZone'),
  );
  if (zone !== null) return zone[1];
  for (const [name, value] of Object.entries(record))
    if (name.endsWith('Arn') && typeof value === 'string') {
      const region = value.split(':')[3];
      if (region !== undefined && region !== '') return region;
    }
  return undefined;
}

function* accountsIn(answers: Answers): Generator<string> {
  for (const list of ['Vpcs', 'Subnets', 'RouteTables', 'SecurityGroups'])
    for (const record of answers.all(list)) {
      const account = textIn(record, 'OwnerId');
      if (account !== '') yield account;
    }
}

function mostOf(values: Iterable<string>): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: string | undefined;
  for (const [value, count] of counts) if (count > (counts.get(most ?? '') ?? 0)) most = value;
  return most;
}
