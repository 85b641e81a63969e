/**
 * What failed, read from the reports that Vitest and Playwright write as JSON. `npm test` says it once more at its end,
 * since of a log of twelve thousand tests often only the last lines are kept.
 */
import { relative } from 'node:path';

/** Lines of a message that are told: a stack trace below them says nothing new. */
const linesOfMessage = 12;

interface VitestReport {
  readonly testResults?: readonly {
    readonly name?: string;
    /** Of a file that does not load. */
    readonly message?: string;
    readonly assertionResults?: readonly {
      readonly fullName?: string;
      readonly status?: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

interface PlaywrightSuite {
  readonly file?: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title?: string;
    readonly file?: string;
    readonly tests?: readonly {
      readonly status?: string;
      readonly results?: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

/** A paragraph for each unit test that failed, and each file that did not load; none for a report that is none. */
export function failedUnitTests(report: unknown): string[] {
  const told: string[] = [];
  for (const file of (report as VitestReport | undefined)?.testResults ?? []) {
    const path = relative(process.cwd(), file.name ?? '');
    const failed = (file.assertionResults ?? []).filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failed)
      told.push(paragraph(`${path} › ${fullName ?? ''}`, failureMessages?.[0]));
    if (failed.length === 0 && file.message !== undefined && file.message !== '')
      told.push(paragraph(path, file.message));
  }
  return told;
}

/** A paragraph for each journey that failed, or passed only at a second try; none for a report that is none. */
export function failedJourneys(report: unknown): string[] {
  const told: string[] = [];
  const visit = (suite: PlaywrightSuite): void => {
    for (const { title, file, tests } of suite.specs ?? [])
      for (const { status, results } of tests ?? [])
        if (status === 'unexpected' || status === 'flaky')
          told.push(
            paragraph(
              `${file ?? suite.file ?? ''} › ${title ?? ''}`,
              results?.find(({ error }) => error !== undefined)?.error?.message,
            ),
          );
    for (const inner of suite.suites ?? []) visit(inner);
  };
  visit((report ?? {}) as PlaywrightSuite);
  return told;
}

function paragraph(name: string, message = ''): string {
  // oxlint-disable-next-line no-control-regex -- the colours of a terminal
  const lines = message.replaceAll(/\u001B\[[0-9;]*m/g, '').split('\n');
  return [
    `FAIL  ${name}`,
    ...lines.slice(0, linesOfMessage).map((line) => `      ${line.slice(0, 1_000)}`),
  ].join('\n');
}
