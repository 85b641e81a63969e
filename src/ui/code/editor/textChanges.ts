/** One text as another with as little changed as can be, so that the cursor, the selection and the view stay. */
import { changedLines } from './lineChanges';

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Both with line feeds only. In the order of the text, whole lines where several places differ. */
export function textChanges(before: string, after: string): readonly TextChange[] {
  if (before === after) return [];
  const fresh = new Set(changedLines(before, after));
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changes: TextChange[] = [];
  let offset = 0;
  let at = 0;
  let gathered: string[] = [];
  let from = 0;
  const close = (): void => {
    // Up to the line that stays: `from` is where the first line that goes begins.
    if (offset > from || gathered.length > 0)
      changes.push({ from, to: offset, insert: gathered.map((line) => `${line}\n`).join('') });
    gathered = [];
  };
  for (const [index, line] of now.entries()) {
    if (fresh.has(index + 1)) {
      gathered.push(line);
      continue;
    }
    while (at < old.length && old[at] !== line) offset += (old[at++]?.length ?? 0) + 1;
    close();
    offset += line.length + 1;
    at++;
    from = offset;
  }
  for (; at < old.length; at++) offset += (old[at]?.length ?? 0) + 1;
  close();
  return changes.flatMap((change) => narrowed(before, change));
}

/** Without what is the same at its beginning and end; the last line has no line feed. */
function narrowed(before: string, { from, to, insert }: TextChange): readonly TextChange[] {
  let old = before.slice(from, to);
  let now = insert;
  if (to > before.length) {
    // The end of the text: the line feed that every line was given here belongs to the line before.
    const isWhole = from > before.length;
    from = isWhole ? before.length : from;
    old = before.slice(from);
    now = isWhole ? `\n${insert.slice(0, -1)}` : insert.slice(0, -1);
    if (insert === '' && from > 0) {
      from -= 1;
      old = before.slice(from);
      now = '';
    }
  }
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  if (old.length === now.length && head === old.length) return [];
  return [{ from: from + head, to: from + old.length - tail, insert: now.slice(head, now.length - tail) }];
}
