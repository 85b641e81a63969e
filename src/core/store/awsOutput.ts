/**
 * What the AWS CLI prints and nobody can read as a whole answer: another output format, what `--query` leaves of one, or what it
 * says when a command fails. Each is told apart, because what to do differs.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-output-format.html
 */
import { answerNames } from '../describe/answerNames';
import { isRecord } from './plain';
import type { Problem } from './problem';

/** Of a text that is not JSON. */
export function awsOutputFailure(text: string): Problem | undefined {
  const start = text.slice(0, 20_000);
  const failed = /An error occurred \((\w+)\) when calling the (\w+) operation/.exec(start);
  if (failed !== null) return failure(commandFailed(failed[1] ?? '', failed[2] ?? ''));
  const format = outputFormatOf(start);
  return format === undefined ? undefined : failure(otherFormat(format));
}

function outputFormatOf(start: string): string | undefined {
  const names = Object.keys(answerNames);
  if (names.some((name) => new RegExp(`^(?:- )?${name}:(?:[ \\t]*|[ \\t]+\\[\\])\\r?$`, 'm').test(start)))
    return 'yaml';
  // A line begins with the name of the list or of the part that it is of.
  const first = /^([A-Z][A-Z0-9]+)\t/m.exec(start.trimStart())?.[1];
  if (first !== undefined && names.some((name) => name.toUpperCase() === first)) return 'text';
  if (/^-{5,}\r?\n\|/.test(start.trimStart())) return 'table';
  return undefined;
}

/** Whether a JSON value is what `--query` leaves of an answer: a list without its name, or a single record. */
export function isLeftByQuery(value: unknown): boolean {
  if (isRecord(value))
    return Object.entries(value).some(
      ([name, member]) => /^[A-Z][A-Za-z]*(?:Id|Arn)$/.test(name) && typeof member === 'string',
    );
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    (value.every((each) => isRecord(each) || typeof each === 'string') || value.every(Array.isArray))
  );
}

export const leftByQuery: Problem = {
  severity: 'error',
  message: {
    en: 'This is a bare list, or a single record of one, as the AWS CLI prints it with --query. Run the command without --query, so that the list has its name (“Vpcs”, say).',
    ja: '名前のないリスト、またはその中の 1 件だけです (AWS CLI の --query を付けた結果など)。「Vpcs」などの名前が付くように、--query を付けずに実行してください。',
  },
  line: 1,
  column: 1,
};

function failure(message: Problem['message']): Problem {
  return { severity: 'error', message };
}

function otherFormat(format: string): Problem['message'] {
  return {
    en: `This is an answer of the AWS CLI in the format “${format}”, which is not read. Run the command again with --output json.`,
    ja: `AWS CLI の結果ですが、形式が「${format}」のため読み取れません。--output json を付けて、もう一度実行してください。`,
  };
}

function commandFailed(code: string, operation: string): Problem['message'] {
  return {
    en: `This is what the AWS CLI says when a command fails: ${operation} was answered with ${code}. Run the command again once its cause is mended.`,
    ja: `AWS CLI のエラーメッセージです (${operation} が ${code} で失敗しています)。原因を解消してから、もう一度実行してください。`,
  };
}
