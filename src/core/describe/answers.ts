/** Files with answers of the AWS CLI, as lists of records. */
import { readJsonTexts } from '../../lib/json';
import { failureOf } from '../store/diagramFile';
import { awsOutputFailure } from '../store/awsOutput';
import type { Problem } from '../store/problem';
import type { Words } from '../../lib/words';
import { answerNames, isAnswer } from './answerNames';
import { isAwsRecord, textIn, type AwsRecord } from './record';

export interface AnswerFile {
  readonly name: string;
  readonly text: string;
}

export interface Answers {
  /** All records of a list, in the order of the files. */
  all(list: string): readonly AwsRecord[];
  /** The file that a record came from. */
  fileOf(record: AwsRecord): string;
  /** The list that a record came from. */
  listOf(record: AwsRecord): string;
  /** The files in which there is such a list. */
  filesOf(list: string): ReadonlySet<string>;
  /** The names of the lists that were given, empty ones among them. */
  readonly lists: ReadonlySet<string>;
  /** Files whose answer was cut into pages of which the next one may be missing. */
  readonly cut: readonly string[];
  /** Files in which lists hold what is no record. */
  readonly reduced: ReadonlySet<string>;
  /** Files of which nothing was taken, with what they are where that can be told. */
  readonly strange: readonly { readonly name: string; readonly why: Words | undefined }[];
}

export function readAnswers(
  files: readonly AnswerFile[],
): Answers | { readonly file: string; readonly failure: Problem } {
  const lists = new Map<string, AwsRecord[]>();
  const fileOf = new WeakMap<AwsRecord, string>();
  const listOf = new WeakMap<AwsRecord, string>();
  const cut: string[] = [];
  const strange: { name: string; why: Words | undefined }[] = [];
  const reduced = new Set<string>();
  const filesOf = new Map<string, Set<string>>();
  const add = (list: string, record: AwsRecord, file: string): void => {
    const records = lists.get(list) ?? [];
    lists.set(list, records);
    records.push(record);
    fileOf.set(record, file);
    if (!listOf.has(record)) listOf.set(record, list);
  };
  for (const { name, text } of files) {
    if (!/^\ufeff?\s*[[{]/.test(text)) {
      strange.push({ name, why: awsOutputFailure(text)?.message });
      continue;
    }
    const read = readJsonTexts(text);
    if ('fault' in read) return { file: name, failure: failureOf(read.fault) };
    let taken = false;
    // Other tools gather pages in one list.
    for (const value of read.json.values.flat()) {
      if (!isAwsRecord(value) || !isAnswer(value)) continue;
      taken = true;
      if (['NextToken', 'NextMarker', 'Marker', 'nextToken'].some((token) => textIn(value, token) !== ''))
        cut.push(name);
      for (const [list, items] of Object.entries(value)) {
        const shape = Object.hasOwn(answerNames, list) ? answerNames[list] : undefined;
        if (shape === 'whole') add(list, value, name);
        else if (shape === 'items' && Array.isArray(items)) {
          if (!lists.has(list)) lists.set(list, []);
          filesOf.set(list, (filesOf.get(list) ?? new Set()).add(name));
          for (const item of items)
            if (isAwsRecord(item)) add(list, item, name);
            else if (typeof item === 'string') add(list, { Name: item }, name);
            else reduced.add(name);
        }
      }
    }
    if (!taken) strange.push({ name, why: undefined });
  }
  return {
    all: (list) => lists.get(list) ?? [],
    fileOf: (record) => fileOf.get(record) ?? '',
    listOf: (record) => listOf.get(record) ?? '',
    filesOf: (list) => filesOf.get(list) ?? new Set(),
    lists: new Set(lists.keys()),
    cut,
    reduced,
    strange,
  };
}
