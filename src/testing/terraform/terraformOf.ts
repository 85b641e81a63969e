/** The blocks that a template of a few resources becomes, as they are printed; and what is said about them. */
import { translationOf } from '../../awsTerraform';
import type { CfnTemplate, CfnValue } from '../../core/cfn/template';
import { printFile } from '../../core/terraform/printHcl';
import { readModule } from '../../core/terraform/readModule';

type Sections = Readonly<Record<string, unknown>>;

export function terraformOf(sections: Sections): {
  readonly main: string;
  readonly variables: string;
  readonly outputs: string;
  readonly remarks: readonly string[];
} {
  const { Parameters = {}, Resources = {}, Outputs = {}, ...others } = sections;
  const template = {
    Parameters,
    Resources,
    Outputs,
    others: others as Readonly<Record<string, CfnValue>>,
  } as CfnTemplate;
  const module = readModule(template, translationOf, { region: 'ap-northeast-1', name: 'net' });
  const printed = (items: Parameters<typeof printFile>[0]): string =>
    items.length === 0 ? '' : printFile(items);
  return {
    main: printed(module.main),
    variables: printed(module.variables),
    outputs: printed(module.outputs),
    remarks: module.remarks.map(({ en }) => en),
  };
}

/** What the one output of a template with this value is. */
export function valueOf(value: CfnValue, sections: Sections = {}): string {
  const { outputs } = terraformOf({ ...sections, Outputs: { X: { Value: value } } });
  return outputs.replace(/^output "x" \{\n {2}value = /, '').replace(/\n\}\n$/, '');
}
