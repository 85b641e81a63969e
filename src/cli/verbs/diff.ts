/**
 * `diff`: what changed from one version of a design to another. As JSON it is
 *
 *     { "same": false,
 *       "resources": [{ "change": "added | removed | renamed | moved | set | row-added | row-removed | row-changed",
 *                       "resource": "Web", "kind": "instance", "field": "…", "says": "…" }],
 *       "opened": [{ "from": ["…"], "to": ["…"], "ports": [{ "protocol", "ports": [[443, 443]] }] }],
 *       "closed": [], "doubtful": [],
 *       "flows": [{ "flow": {}, "before": "reachable | blocked | unknown | null", "after": "…" }],
 *       "region": { "before": "…", "after": "…" } }
 *
 * Each of `from` to each of `to`, itself left out. `doubtful` was reachable, and whether it still is cannot be said. A flow is
 * null where it is not drawn, `region` where it is one. `resource` is what the later file calls it, a removed one as the earlier does.
 */
import { catalog } from '../../aws';
import { diffOf, isSameNetwork } from '../../core/diff/diff';
import { openInput, printRemarks } from '../openInput';
import type { Given } from '../options';
import { paint } from '../print/colour';
import { diffJson, printDiff } from '../print/diff';
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
    en: `OLD and NEW are a diagram, a template or a folder of answers of the AWS CLI each, not necessarily of one sort. What is drawn
elsewhere, and is the same network, is no difference.

JSON: { same, resources: [{ change, resource, kind, field, says }], opened: [{ from, to, ports }], closed, doubtful,
        flows: [{ flow, before, after }], region }

Exit status: 0 the same network, 1 different; 2 the question has no meaning.
Example: git show HEAD~1:net.yaml | vpcanvas diff - net.yaml`,
    ja: `OLD と NEW は、それぞれダイアグラム、テンプレート、AWS CLI の結果のフォルダーのいずれかです。種類が異なっていても比較できます。
配置だけが異なり、ネットワークとして同じものは差分になりません。

JSON: { same, resources: [{ change, resource, kind, field, says }], opened: [{ from, to, ports }], closed, doubtful,
        flows: [{ flow, before, after }], region }

終了コード: 0 同じネットワーク、1 差分あり。質問が成り立たない場合は 2。
例: git show HEAD~1:net.yaml | vpcanvas diff - net.yaml`,
  },
  async run(given, { io, language }) {
    const [old, now, ...others] = given.rest;
    if (old === undefined || now === undefined || others.length > 0)
      throw new Refusal({
        en: `diff takes two FILEs, the earlier and the later one; ${given.rest.length} were named.`,
        ja: `diff には変更前と変更後の 2 つの FILE を指定してください (${given.rest.length} 個指定されています)。`,
      });
    if (old === '-' && now === '-')
      throw new Refusal({
        en: 'Standard input (“-”) can be read only once.',
        ja: '標準入力 (「-」) は 1 回しか指定できません。',
      });
    const before = await openInput(only(given, old), io);
    const after = await openInput(only(given, now), io);
    for (const input of [before, after]) printRemarks(input, io, language);
    const diff = diffOf(catalog, before.document, after.document);
    if (given.value('format') === 'json')
      io.out(`${JSON.stringify(diffJson(before, after, diff, language), null, 2)}\n`);
    else io.out(printDiff(before, after, diff, language, paint(io.colours)));
    return isSameNetwork(diff) ? 0 : 1;
  },
};

function only(given: Given, file: string): Given {
  return { ...given, rest: [file] };
}

export const { options, notes, run } = module;
