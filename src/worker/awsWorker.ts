/** AWS's validator of templates, off the thread of the page, started when somebody asks for it. */
import { instantiate, wasmAddress } from 'virtual:cloudformation-validate';
import { catalog, rules } from '../aws';
import { findingsOfReport } from '../core/cfn/awsValidator/findingsOfReport';
import { templateValidator, type TemplateValidator } from '../core/cfn/awsValidator/templateValidator';
import { textsToValidate } from '../core/cfn/awsValidator/textsToValidate';
import { templateFindings } from '../core/cfn/templateFindings';
import { templateRules } from '../core/cfn/templateRules';
import type { Document } from '../core/model/document';
import { validate } from '../core/rules/validate';
import type { AwsAnswer, AwsRequest } from './awsProtocol';

self.addEventListener('message', ({ data: { document } }: MessageEvent<AwsRequest>) => {
  void validatorOf(started).then(
    (validator) => self.postMessage(answerTo(validator, document) satisfies AwsAnswer),
    // Told as an error of the worker, which is what it is.
    (error: unknown) => self.reportError(error),
  );
});

const started = load();

async function load(): Promise<WebAssembly.Module> {
  const response = await fetch(wasmAddress);
  if (!response.ok) throw new Error(`${wasmAddress}: ${response.status}`);
  // Not while it streams, which asks servers for a content type that not all of them know.
  return WebAssembly.compile(await response.arrayBuffer());
}

let known: TemplateValidator | undefined;

async function validatorOf(module: Promise<WebAssembly.Module>): Promise<TemplateValidator> {
  const loaded = await module;
  return (known ??= templateValidator(() => instantiate(loaded)));
}

const cfnLint = new Map([...rules.values(), ...templateRules].map((rule) => [rule.id, rule.cfnLint ?? []]));

function answerTo({ validate: ask }: TemplateValidator, document: Document): AwsAnswer {
  // What somebody has suppressed is not told again in other words.
  const all = { ...document, suppressions: new Map() };
  const own = {
    findings: validate(catalog, rules, all, templateFindings(catalog, all)).findings,
    cfnLintOf: (rule: string) => cfnLint.get(rule) ?? [],
  };
  const { region } = document.settings;
  const given = region === undefined ? {} : { region };
  const answers = textsToValidate(catalog, document).map((text) => ({ text, answer: ask(text.text, given) }));
  return {
    findings: answers.flatMap(({ text, answer }) =>
      'report' in answer ? findingsOfReport(catalog, document, text, answer.report, own) : [],
    ),
    broke: answers.flatMap(({ text, answer }) =>
      'broke' in answer ? [{ file: text.file, words: answer.broke }] : [],
    ),
  };
}
