import type { CfnTemplate, CfnValue } from '../template';
import { nodeOf } from './nodeOf';
import type { TemplateSource } from './parseTemplate';

/** A template that stands in no file as what is read of one: none of it has a place. */
export function detachedSource(template: CfnTemplate): TemplateSource {
  const { others = {}, ...sections } = template;
  // Sections are plain records of CfnValues.
  const whole = { ...sections, ...others } as unknown as CfnValue;
  return {
    root: nodeOf(whole),
    text: JSON.stringify(whole),
    format: 'json',
    duplicates: [],
    aliases: [],
    position: () => ({ line: 1, column: 1 }),
  };
}
