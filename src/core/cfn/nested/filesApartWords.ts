import type { Template } from '../../model/document';
import type { ExportProblem } from '../exported';
import { lastPart, type Nested } from './withUrls';

/** That a file has become two, and what the stack around does not say of it. */
export function saidOfFiles(
  { template, fileName }: { readonly template: Template; readonly fileName: string },
  nested: readonly Nested[],
): readonly ExportProblem[] {
  if (fileName === template.fileName) return [];
  const [old, now] = [lastPart(template.fileName), lastPart(fileName)];
  const owner = nested.find((each) => each.template.id === template.id);
  if (owner === undefined) return [warning(openedTwice(old, now))];
  const around = lastPart(owner.around.fileName);
  return owner.canRename
    ? [warning(namedAnew(old, now, owner.logicalId, around))]
    : [{ severity: 'error', on: null, message: toBeNamed(old, now, owner.logicalId, around) }];
}

function warning(message: ExportProblem['message']): ExportProblem {
  return { severity: 'warning', on: null, message };
}

function openedTwice(old: string, now: string): ExportProblem['message'] {
  return {
    en: `${old} was opened more than once, and the diagram changes one of them alone: that one is written as ${now}`,
    ja: `${old} は複数回開かれており、ダイアグラムではその 1 つだけが変更されています。変更後のテンプレートは ${now} として書き出します`,
  };
}

function namedAnew(old: string, now: string, stack: string, around: string): ExportProblem['message'] {
  return {
    en: `Several stacks are made of ${old}, and they no longer have the same resources: ${stack} is now made of a file of its own, ${now}, which ${around} names`,
    ja: `${old} から作る複数のスタックの内容が、同じではなくなりました。${stack} は別のファイル ${now} から作成し、${around} の参照先も ${now} に変更しています`,
  };
}

function toBeNamed(old: string, now: string, stack: string, around: string): ExportProblem['message'] {
  return {
    en: `Several stacks are made of ${old}, and they no longer have the same resources: ${stack} needs a file of its own, ${now}, and ${around} has to be changed by hand to name it`,
    ja: `${old} から作る複数のスタックの内容が、同じではなくなりました。${stack} には別のファイル ${now} が必要です。${around} の参照先を手動で ${now} に変更してください`,
  };
}
