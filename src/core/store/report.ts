import type { JsonText } from '../../lib/json';
import type { Words } from '../../lib/words';
import type { Problem } from './problem';

/** Collects what was wrong with a file while it is being read. */
export interface Report {
  /** `part` is the object of the file it is about, whose line and column are told. */
  tell(severity: Problem['severity'], message: Words, path: string, part?: unknown): void;
  /** Says one thing once, however many records it is true of. `sentence` is given their number. */
  tellOnce(key: string, sentence: (count: number) => Words, path: string, part?: unknown): void;
  problems(): readonly Problem[];
}

const most = 200;

export function createReport(json: JsonText): Report {
  const told: Problem[] = [];
  const repeated = new Map<string, { count: number; sentence: (count: number) => Words; first: Problem }>();
  let leftOut = 0;

  const problemAt = (severity: Problem['severity'], message: Words, path: string, part: unknown): Problem => {
    const place = json.placeOf(part);
    return { severity, message, path, ...(place === undefined ? {} : place) };
  };

  return {
    tell(severity, message, path, part) {
      if (told.length < most) told.push(problemAt(severity, message, path, part));
      else leftOut++;
    },
    tellOnce(key, sentence, path, part) {
      const before = repeated.get(key);
      if (before !== undefined) before.count++;
      else
        repeated.set(key, {
          count: 1,
          sentence,
          first: problemAt('warning', { en: '', ja: '' }, path, part),
        });
    },
    problems() {
      const all = [...told];
      for (const { count, sentence, first } of repeated.values())
        all.push({ ...first, message: sentence(count) });
      if (leftOut > 0)
        all.push({
          severity: 'error',
          message: { en: `${leftOut} more of this sort.`, ja: `ほかにも ${leftOut} 件あります。` },
        });
      return all;
    },
  };
}
