import type { CfnTemplate } from '../cfn/template';
import { isPlainObject } from './properties';
import type { ModuleNames } from './moduleNames';

/** Macros of AWS whose work is done here; of SAM's types, what is not written stands in remarks of its own. */
const writtenTransforms: ReadonlySet<string> = new Set([
  'AWS::LanguageExtensions',
  'AWS::Serverless-2016-10-31',
]);

function isWrittenTransform(macro: unknown): boolean {
  return typeof macro === 'string' && writtenTransforms.has(macro);
}

/** The sections that a module has no place for. */
export function remarkSections({ others = {} }: CfnTemplate, names: ModuleNames): void {
  for (const [name, value] of Object.entries(others)) {
    if (name === 'Conditions' || name === 'Mappings' || name === 'AWSTemplateFormatVersion') continue;
    if (name === 'Transform' && [value].flat().every(isWrittenTransform)) continue;
    const kept =
      name === 'Metadata'
        ? Object.keys(isPlainObject(value) ? value : {}).filter(
            (key) => key !== 'AWS::CloudFormation::Interface',
          )
        : [name];
    if (kept.length > 0)
      names.remark({
        en: `The section ${name} has no equivalent in Terraform and was left out`,
        ja: `セクション ${name} は Terraform で表せないため、出力していません`,
      });
  }
}
