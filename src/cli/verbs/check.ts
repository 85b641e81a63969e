import type { Scope } from '../../core/model/document';
import { checkInput, type ExpectedFlow } from '../checkResult';
import { openInput, parametersOf, printRemarks } from '../openInput';
import { printCheck } from '../print/check';
import { paint } from '../print/colour';
import type { VerbModule } from '../verb';

const module: VerbModule = {
  options: [
    {
      name: 'expect',
      value: 'FLOWS',
      many: true,
      about: {
        en: 'a YAML or JSON list of flows with what is expected of them',
        ja: '期待する通信の一覧 (YAML または JSON)',
      },
    },
    {
      name: 'schemas',
      about: {
        en: 'ask AWS’s own validator of templates, too (takes a few seconds more; its messages are in English)',
        ja: 'AWS 公式のテンプレート検証ツールでも検査 (数秒余分にかかります。メッセージは英語です)',
      },
    },
    {
      name: 'format',
      value: 'text|json|sarif',
      oneOf: ['text', 'json', 'sarif'],
      about: { en: 'default: text', ja: '既定は text' },
    },
  ],
  notes: {
    en: `Exit status: 0 no error, 1 errors found, 2 no diagram can be made of the input.
Example: vpcanvas check network.yaml --expect flows.yaml
  where flows.yaml holds  [{ from: Web, to: service:s3, port: 443, expect: reachable }]
  and of whole parts      [{ nothing-in: PrivateSubnet, reaches: internet }]
                          [{ nothing-in: Databases, reached-from: internet, port: 22 }]
                          [{ everything-in: Apps, reaches: service:s3, port: 443 }]`,
    ja: `終了コード: 0 エラーなし、1 エラーあり、2 入力からダイアグラムを作れない。
例: vpcanvas check network.yaml --expect flows.yaml
  flows.yaml の内容:    [{ from: Web, to: service:s3, port: 443, expect: reachable }]
  設計の一部については: [{ nothing-in: PrivateSubnet, reaches: internet }]
                        [{ nothing-in: Databases, reached-from: internet, port: 22 }]
                        [{ everything-in: Apps, reaches: service:s3, port: 443 }]`,
  },
  async run(given, { io, language }) {
    const input = await openInput(given, io);
    printRemarks(input, io, language);
    const files = given.values('expect');
    const expected: ExpectedFlow[] = [];
    const scopes: Scope[] = [];
    if (files.length > 0) {
      const { readExpectations } = await import('../expectationFile');
      for (const file of files) {
        const read = await readExpectations(input, file, io);
        expected.push(...read.flows);
        scopes.push(...read.scopes);
      }
    }
    // It runs beside our own rules, in a thread of its own.
    const asked = given.has('schemas')
      ? (await import('../schemas/askAws')).askAws(input, parametersOf(given), io)
      : undefined;
    const own = checkInput(input, expected, scopes, language);
    const result = asked === undefined ? own : await asked.addTo(own, language);
    switch (given.value('format')) {
      case 'json':
        io.out(`${JSON.stringify(result, null, 2)}\n`);
        break;
      case 'sarif': {
        const { sarifOf } = await import('../sarif');
        io.out(`${JSON.stringify(sarifOf(result, given.rest, language), null, 2)}\n`);
        break;
      }
      default:
        io.out(printCheck(result, language, paint(io.colours)));
    }
    return result.summary.error > 0 ? 1 : 0;
  },
};

export const { options, notes, run } = module;
