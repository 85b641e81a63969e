/** When a version was made, as people say it: the time of today, the day and the time of other days. */
import type { Language, Words } from '../../lib/words';

export function timeWords(made: number, now: number): Words {
  return { en: timeText(made, now, 'en'), ja: timeText(made, now, 'ja') };
}

function timeText(made: number, now: number, language: Language): string {
  const [then, today] = [new Date(made), new Date(now)];
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(then);
  if (then.toDateString() === today.toDateString())
    return language === 'ja' ? `今日 ${time}` : `Today ${time}`;
  const isThisYear = then.getFullYear() === today.getFullYear();
  const day = new Intl.DateTimeFormat(
    language,
    isThisYear ? { month: 'short', day: 'numeric', weekday: 'short' } : { dateStyle: 'medium' },
  ).format(then);
  return `${day} ${time}`;
}

/** For a file name: `2026-11-29 14-03`. */
export function fileTime(made: number): string {
  const then = new Date(made);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())} ${two(then.getHours())}-${two(then.getMinutes())}`;
}
