/** Defaults of parameters that CloudFormation would not take as values of them. */
import { isSecret, notAllowed } from '../constraints';
import { entryOf, isNull } from '../source/syntax';
import type { Stack } from '../stack';
import type { TemplateFault } from './templateFault';

export function* checkParameters(stack: Stack): Generator<TemplateFault> {
  for (const [name, { value: definition }] of stack.parameters) {
    const entry = entryOf(definition, 'Default');
    if (entry?.value.is !== 'scalar' || isNull(entry.value)) continue;
    const { text } = entry.value;
    const allowed = notAllowed(stack, definition, text);
    if (allowed === undefined) continue;
    const shown = isSecret(definition) ? '…' : text;
    yield {
      rule: 'template-default-not-allowed',
      on: name,
      path: ['Parameters', name, 'Default'],
      offset: entry.keyStart,
      message: {
        en: `the default “${shown}” of the parameter ${name} is not allowed: ${allowed.en}`,
        ja: `パラメータ ${name} の Default「${shown}」は許可されていません。${allowed.ja}`,
      },
    };
  }
}
