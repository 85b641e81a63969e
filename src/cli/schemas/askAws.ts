/** `check --schemas`: AWS's validator on the templates that are given, or on those that the diagrams make. */
import { catalog, rules } from '../../aws';
import type { Validated } from '../../core/cfn/awsValidator/report';
import { findingsOfReport } from '../../core/cfn/awsValidator/findingsOfReport';
import {
  textsAsRead,
  textsToValidate,
  type TextToValidate,
} from '../../core/cfn/awsValidator/textsToValidate';
import { templateRules } from '../../core/cfn/templateRules';
import type { Finding } from '../../core/rules/rule';
import { shown, validate } from '../../core/rules/validate';
import type { Language, Words } from '../../lib/words';
import { resultOf, type CheckFinding, type CheckResult } from '../checkResult';
import type { Io } from '../io';
import { shownFile, type Input } from '../openInput';

export interface Asked {
  /** With what AWS has found that is not found already. */
  addTo(result: CheckResult, language: Language): Promise<CheckResult>;
}

export function askAws(input: Input, parameters: Readonly<Record<string, string>>, io: Io): Asked {
  const { document } = input;
  const onlyTemplates = input.report !== undefined;
  const texts = onlyTemplates ? textsAsRead(document) : textsToValidate(catalog, document);
  const { region } = document.settings;
  const answers = io.validateTemplates(
    texts.map(({ text }) => text),
    { parameters, ...(region === undefined ? {} : { region }) },
  );
  return {
    async addTo({ findings, expectations }, language) {
      const validated = await answers;
      const found = texts.flatMap((text, index) => {
        const answer = validated[index];
        if (answer === undefined) return [];
        return 'report' in answer
          ? findingsIn(input, text, answer, language)
          : [notValidated(text, answer, language)];
      });
      return resultOf([...findings, ...found], expectations);
    },
  };
}

function findingsIn(
  input: Input,
  text: TextToValidate,
  { report }: Extract<Validated, { report: unknown }>,
  language: Language,
): CheckFinding[] {
  const { document } = input;
  // What somebody has suppressed is not told again in other words.
  const own = validate(catalog, rules, { ...document, suppressions: new Map() }, input.findings).findings;
  const found = findingsOfReport(catalog, document, text, report, { findings: own, cfnLintOf });
  return shown(document, found).findings.map((finding) => checkFindingOf(input, finding, language));
}

const cfnLint: ReadonlyMap<string, readonly string[]> = new Map(
  [...rules.values(), ...templateRules].map((rule) => [rule.id, rule.cfnLint ?? []]),
);

function cfnLintOf(rule: string): readonly string[] {
  return cfnLint.get(rule) ?? [];
}

function checkFindingOf(
  input: Input,
  { rule, severity, message, on: [about], place, aws = {} }: Finding,
  language: Language,
): CheckFinding {
  const { logicalId, property, suggestion, about: asks, page } = aws;
  return {
    rule,
    severity,
    message: message[language],
    on: logicalId === undefined ? [] : [nameOf(input, about, logicalId)],
    ...(property === undefined ? {} : { field: property }),
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
    fixes: suggestion === undefined ? [] : [{ title: suggestion }],
    source: 'cloudformation-validate',
    ...(asks === undefined ? {} : { about: asks }),
    ...(page === undefined ? {} : { page }),
  };
}

/** In a template, that of the part at fault and not of what is drawn of it. */
function nameOf(input: Input, about: string, logicalId: string): string {
  const own = input.document.resources.get(about);
  return own === undefined || (own.provenance !== undefined && own.provenance.logicalId !== logicalId)
    ? logicalId
    : input.nameOf(about);
}

function notValidated(
  { file }: TextToValidate,
  answer: Exclude<Validated, { report: unknown }>,
  language: Language,
): CheckFinding {
  const words: Words =
    'broke' in answer
      ? {
          en: `AWS’s validator broke off on this template (${answer.broke}); it may have found more`,
          ja: `AWS の検証ツールがこのテンプレートで異常終了しました (${answer.broke})。ほかにも問題がある可能性があります`,
        }
      : {
          en: `AWS’s validator was given up on this template after ${answer.gaveUpAfter} seconds; it may have found more`,
          ja: `AWS の検証ツールがこのテンプレートで ${answer.gaveUpAfter} 秒以内に完了しなかったため、打ち切りました。ほかにも問題がある可能性があります`,
        };
  return {
    rule: 'template-not-validated',
    severity: 'warning',
    message: words[language],
    on: [],
    ...(file === undefined ? {} : { file: shownFile(file), line: 1, column: 1 }),
    fixes: [],
  };
}
