/**
 * `guidelines`: where a drawing departs from AWS's drawing guidelines. As JSON it is
 *
 *     { "departures": [{ "guideline", "hint": false, "message", "on": ["…"], "fix": { "title" } }],
 *       "summary": { "departures": 2, "hints": 1 } }
 *
 * `fix` is null where only a person can mend it. It says nothing of the network: that is `check`.
 */
import { catalog } from '../../aws';
import { guidelines } from '../../core/guidelines';
import { createChecker } from '../../core/guidelines/mended';
import type { Language, Words } from '../../lib/words';
import { openInput, printRemarks } from '../openInput';
import { paint, type Paint } from '../print/colour';
import { plain } from '../print/columns';
import type { VerbModule } from '../verb';

const module: VerbModule = {
  options: [
    {
      name: 'format',
      value: 'text|json',
      oneOf: ['text', 'json'],
      about: { en: 'default: text', ja: '既定は text' },
    },
  ],
  notes: {
    en: `Only the drawing is looked at, as the editor has it: “Check the drawing” mends what can be mended.
Exit status: 0 nothing found, or hints alone; 1 something found; 2 no diagram can be made of the input.
Example: vpcanvas guidelines network.vpcanvas.json`,
    ja: `作図だけを確認します。エディターの「作図を確認」と同じ内容で、修正はエディターで行えます。
終了コード: 0 該当なし、または推奨のみ、1 該当あり、2 入力からダイアグラムを作れない。
例: vpcanvas guidelines network.vpcanvas.json`,
  },
  async run(given, { io, language }) {
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const checker = createChecker(catalog);
    const checked = checker.check(input.document);
    const departures = checked.found.map((found): Told => {
      const plan = checker.fixFor(checked, found);
      return {
        guideline: found.guideline,
        hint: guidelines.some(({ id, isHint }) => id === found.guideline && isHint === true),
        message: found.message[language],
        on: found.on.map(input.nameOf),
        fix: plan === undefined ? null : { title: plan.title[language] },
      };
    });
    const hints = departures.filter(({ hint }) => hint).length;
    const summary = { departures: departures.length - hints, hints };
    io.out(
      given.value('format') === 'json'
        ? `${JSON.stringify({ departures, summary }, null, 2)}\n`
        : told(departures, summary, language, paint(io.colours)),
    );
    return Promise.resolve(summary.departures > 0 ? 1 : 0);
  },
};

interface Told {
  readonly guideline: string;
  readonly hint: boolean;
  readonly message: string;
  readonly on: readonly string[];
  readonly fix: { readonly title: string } | null;
}

const hintWord: Words = { en: 'hint', ja: '推奨' };

/** The count first, then what is found by guideline. */
function told(
  departures: readonly Told[],
  summary: { readonly departures: number; readonly hints: number },
  language: Language,
  { good, bad, quiet, strong }: Paint,
): string {
  const count = summary.departures;
  const words: Words = {
    en: `${count} ${count === 1 ? 'place departs' : 'places depart'} from the guidelines, ${summary.hints} hint${summary.hints === 1 ? '' : 's'}`,
    ja: `ガイドラインに沿っていない箇所 ${count} 件、推奨 ${summary.hints} 件`,
  };
  const parts = [count > 0 ? bad(words[language]) : good(words[language])];
  for (const { id, summary: asked, isHint } of guidelines) {
    const found = departures.filter(({ guideline }) => guideline === id);
    if (found.length === 0) continue;
    const title = `${strong(asked[language])}  ${quiet(isHint === true ? `${id}, ${hintWord[language]}` : id)}`;
    const lines = found.map(
      ({ message, fix }) => `  ${plain(message)}${fix === null ? '' : `\n    → ${plain(fix.title)}`}`,
    );
    parts.push([title, ...lines].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

export const { options, notes, run } = module;
