import type { ImportProblem } from '../importProblems';
import type { NestedStacks } from './openedStacks';

/** Says of each nested stack that was not opened which file it takes. Stacks in a circle are told of as a fault. */
export function* unopenedStacks({ unopened }: NestedStacks): Generator<ImportProblem> {
  for (const { stack, resource, path, because } of unopened) {
    if (because === 'circle') continue;
    const { logicalId, keyStart } = resource;
    const file = path.replace(/^.*[\\/]/, '');
    yield {
      severity: 'warning',
      logicalId,
      file: stack.file,
      ...stack.source.position(keyStart),
      message:
        because === 'no-file'
          ? {
              en: `${logicalId} is a nested stack made of ${file}; open ${file} together with this file to see what it makes`,
              ja: `${logicalId} は ${file} から作るネストされたスタックです。中身を見るには、${file} をこのファイルと一緒に開いてください`,
            }
          : {
              en: `${logicalId} is one nested stack more than are opened at once; what it makes is not drawn`,
              ja: `${logicalId} は一度に開けるネストされたスタックの数を超えています。作られるものは描画されません`,
            },
    };
  }
}
