import { nearest } from '../../lib/nearest';
import type { ImportFailure, TemplateSource } from './source/parseTemplate';
import { sectionNames } from './stack';

/** Why a text that parses is no template; undefined when it is one. */
export function notATemplate(file: string, { root, position }: TemplateSource): ImportFailure | undefined {
  if (root.is === 'map' && root.entries.has('Resources')) return undefined;
  const { line, column } = position(root.start);
  const keys = root.is === 'map' ? [...root.entries.keys()] : [];
  const isTemplate = keys.some((key) => sectionNames.some((name) => name === key));
  const likely = keys.find((key) => nearest('Resources', [key]) !== undefined);
  const { en, ja } =
    likely === undefined
      ? { en: '', ja: '' }
      : {
          en: `; “${likely}” should be “Resources”`,
          ja: `。「${likely}」は「Resources」の誤りではありませんか`,
        };
  return {
    file,
    line,
    column,
    message: isTemplate
      ? {
          en: `there is no Resources section, which every CloudFormation template needs${en}`,
          ja: `Resources セクションがありません。CloudFormation テンプレートには必須です${ja}`,
        }
      : {
          en: `this is no CloudFormation template: it has no Resources section${en}`,
          ja: `CloudFormation テンプレートではありません。Resources セクションがありません${ja}`,
        },
  };
}
