/** Loops that CloudFormation does not take: without the transform that knows them, or making a key twice. */
import { isLoop } from '../loops/unroll';
import { entryOf, valueOf, type SyntaxNode } from '../source/syntax';
import { textOf, type Stack } from '../stack';
import type { TemplateFault } from './templateFault';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html */
const transform = 'AWS::LanguageExtensions';

export function* checkLoops({ source: { root }, loops }: Stack): Generator<TemplateFault> {
  const isKnown = namesIn(valueOf(root, 'Transform')).includes(transform);
  for (const section of ['Conditions', 'Resources', 'Outputs']) {
    const node = entryOf(root, section)?.value;
    for (const [key, { keyStart }] of node?.is === 'map' ? node.entries : [])
      if (!isKnown && isLoop(key))
        yield {
          rule: 'template-wrong-shape',
          on: key,
          path: [section, key],
          offset: keyStart,
          message: {
            en: `${key} needs “Transform: ${transform}” at the top of the template`,
            ja: `${key} を使うには、テンプレートの先頭に「Transform: ${transform}」が必要です`,
          },
        };
  }
  for (const { key, offset } of loops.twice)
    yield {
      rule: 'template-duplicate-key',
      on: key,
      path: [],
      offset,
      message: {
        en: `a loop makes “${key}” a second time`,
        ja: `繰り返しで「${key}」が 2 回作られます`,
      },
    };
}

function namesIn(node: SyntaxNode | undefined): readonly (string | undefined)[] {
  return node?.is === 'list' ? node.items.map(textOf) : [textOf(node)];
}
