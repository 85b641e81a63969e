/** Lists of records as the files that the commands we propose would write. */
import { answerNames } from './answerNames';
import type { AnswerRecord } from './answerWriting';
import type { AnyDescribeMapping } from './describeMapping';
import { fileNameOf } from './ownersByFile';

/** `lists`: by their names, and by whose they are; empty for a call that is made once. */
export function answerFiles(
  mappings: readonly AnyDescribeMapping[],
  lists: ReadonlyMap<string, ReadonlyMap<string, readonly AnswerRecord[]>>,
): readonly { readonly path: string; readonly text: string }[] {
  const calls = new Map(mappings.flatMap(({ calls: own }) => own.map((call) => [call.command, call])));
  const files = new Map<string, string>();
  for (const { command, list, of } of calls.values()) {
    const base = baseOf(command);
    const byOwner = lists.get(fileList(command, list));
    if (of === undefined) {
      // What nobody has is an empty answer of AWS.
      const records = byOwner?.get('') ?? [];
      if (answerNames[list] === 'whole') {
        if (records[0] !== undefined) files.set(`${base}.json`, printed(records[0]));
      } else
        files.set(
          `${base}.json`,
          printed({ [list]: list === 'TableNames' ? records.map(({ Name }) => Name) : records }),
        );
      continue;
    }
    for (const [owner, records] of byOwner ?? []) {
      if (owner === '') continue;
      const whole = answerNames[list] === 'whole' ? records[0] : { [list]: records };
      if (whole !== undefined) files.set(`${base}.${fileNameOf(owner)}.json`, printed(whole));
    }
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, text]) => ({ path, text }));
}

/** Two calls may give lists of one name: those are kept apart by the command. */
function fileList(command: string, list: string): string {
  return shared.has(list) ? `${command} ${list}` : list;
}

const shared: ReadonlySet<string> = new Set(['Routes', 'Attributes']);

export function baseOf(command: string): string {
  return command.replace(/ --filters .*/, '').replaceAll(/[^A-Za-z0-9]+/g, '-');
}

/** As the AWS CLI prints it, whose indent is four spaces. */
export function printed(value: unknown): string {
  return `${JSON.stringify(value, null, 4)}\n`;
}
