import { nearest } from '../../lib/nearest';
import type { Language } from '../../lib/words';
import { allRules, type DocumentedRule } from '../allRules';
import { severityWords } from '../print/check';
import { paint } from '../print/colour';
import { aligned } from '../print/columns';
import { Refusal } from '../refusal';
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
    en: 'Example: vpcanvas rules subnet-cidr-overlap',
    ja: '例: vpcanvas rules subnet-cidr-overlap',
  },
  run(given, { io, language }) {
    const [id, ...more] = given.rest;
    if (more.length > 0)
      throw new Refusal({
        en: 'rules takes one rule’s ID, or none.',
        ja: 'rules に指定できるルールの ID は 1 つだけです。',
      });
    const asJson = given.value('format') === 'json';
    if (id === undefined) {
      const all = [...allRules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      io.out(
        asJson
          ? `${JSON.stringify({ rules: all.map((rule) => ruleJson(rule, language)) }, null, 2)}\n`
          : `${aligned(all.map((rule) => [rule.id, severityWords[rule.severity][language], rule.summary[language]]))}\n`,
      );
      return Promise.resolve(0);
    }
    const rule = allRules.get(id);
    if (rule === undefined) {
      const meant = nearest(id, allRules.keys());
      throw new Refusal({
        en: `There is no rule “${id}”; ${meant === undefined ? '`vpcanvas rules` lists them.' : `did you mean ${meant}?`}`,
        ja: `ルール「${id}」はありません。${meant === undefined ? '一覧は vpcanvas rules で表示できます。' : `${meant} の誤りではありませんか。`}`,
      });
    }
    if (asJson) io.out(`${JSON.stringify(ruleJson(rule, language), null, 2)}\n`);
    else {
      const { strong, quiet } = paint(io.colours);
      io.out(
        `${strong(rule.id)}  ${severityWords[rule.severity][language]}\n\n${rule.summary[language]}\n\n${rule.why[language]}\n\n${rule.sources.map((source) => quiet(source)).join('\n')}\n`,
      );
    }
    return Promise.resolve(0);
  },
};

function ruleJson({ id, severity, summary, why, sources }: DocumentedRule, language: Language): object {
  return { id, severity, summary: summary[language], why: why[language], sources };
}

export const { options, notes, run } = module;
