import { rules } from '../aws';
import { templateRules } from '../core/cfn/templateRules';
import type { Rule } from '../core/rules/rule';

/** A rule as its documentation: what it checks does not matter here. */
export type DocumentedRule = Pick<Rule, 'id' | 'severity' | 'summary' | 'why'> & {
  readonly sources: readonly string[];
};

const ofFiles: readonly DocumentedRule[] = [
  {
    id: 'diagram-file',
    severity: 'error',
    summary: { en: 'A diagram file is whole', ja: 'ダイアグラムファイルが壊れていないこと' },
    why: {
      en: 'Something in the file is not as the editor writes it: two records share an id, a value has the wrong type, a container stands in itself. What could be repaired was, and the message says how; open the file in the editor and save it to keep the repair. A warning tells of something that a later version wrote: it is kept as it is.',
      ja: 'ファイルの内容が、エディターが書き出す形と異なります。ID の重複、値の型の誤り、入れ子の循環などです。修復できたものは修復しており、その内容をメッセージに示します。エディターで開いて保存すると修復が確定します。警告は、新しいバージョンが書き出した内容を示します。そのまま保持されます。',
    },
    sources: [],
  },
  {
    id: 'expectation',
    severity: 'error',
    summary: {
      en: 'What is expected of a flow, or of a part of the design, is so (`check --expect`)',
      ja: '通信や設計の一部に期待したことが成り立つこと (`check --expect`)',
    },
    why: {
      en: 'A flow that should arrive is blocked, or one that should be blocked arrives. The message names the component to change first; `vpcanvas trace` follows the flow hop by hop. What cannot be decided is a warning.',
      ja: '到達するはずの通信がブロックされるか、ブロックされるはずの通信が到達します。最初に変更すべきコンポーネントはメッセージに示します。`vpcanvas trace` で通信をホップごとに追跡できます。判定できないものは警告です。',
    },
    sources: [],
  },
  {
    id: 'template-not-validated',
    severity: 'warning',
    summary: {
      en: 'AWS’s validator comes to an end with a template (`check --schemas`)',
      ja: 'AWS の検証ツールがテンプレートの検証を完了すること (`check --schemas`)',
    },
    why: {
      en: 'It broke off, or took more than half a minute, as deeply nested conditions or many thousands of resources can make it. All other findings stand; whether it would have found more is not known. Split the template, or report it at https://github.com/aws-cloudformation/cloudformation-validate/issues.',
      ja: '検証が途中で止まったか、30 秒を超えました。深く入れ子になった条件や数千のリソースが原因になることがあります。ほかの検出結果は有効ですが、さらに問題があるかどうかはわかりません。テンプレートを分割するか、https://github.com/aws-cloudformation/cloudformation-validate/issues に報告してください。',
    },
    sources: ['https://github.com/aws-cloudformation/cloudformation-validate'],
  },
];

/** All that `check` can report, by id: rules about designs, about templates, and about files. */
export const allRules: ReadonlyMap<string, DocumentedRule> = new Map(
  [...rules.values(), ...templateRules, ...ofFiles].map((rule) => [rule.id, rule]),
);
