/** The editor knows line feeds only; a text keeps the line breaks that it had. */
import { changedLines } from './lineChanges';

export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** `text` with the line breaks of `raw`, what it was before: each line its own, and a new one those that most lines have. */
export function withLineBreaksOf(raw: string, text: string): string {
  if (!raw.includes('\r')) return text;
  const before = withLineFeeds(raw);
  const breaks = raw.match(/\r\n|\r|\n/g) ?? [];
  const [most = '\n'] = ['\r\n', '\n', '\r'].sort(
    (a, b) => breaks.filter((each) => each === b).length - breaks.filter((each) => each === a).length,
  );
  const old = before.split('\n');
  const fresh = new Set(changedLines(before, text));
  const lines = text.split('\n');
  let at = 0;
  return lines
    .map((line, index) => {
      let own = most;
      if (!fresh.has(index + 1)) {
        while (at < old.length && old[at] !== line) at++;
        own = breaks[at] ?? most;
        at++;
      }
      return index === lines.length - 1 ? line : line + own;
    })
    .join('');
}
