/** Variables that stand for what a template says and Terraform cannot, by what they say of themselves. */
import type { ParsedConfiguration } from './parsedConfiguration';

export interface StandIn {
  readonly id: string;
  /** '' for what `Ref` gives. */
  readonly attribute: string;
}

/** The resource of the template that a variable stands for. */
export function standsFor({ variables }: ParsedConfiguration, variable: string): StandIn | undefined {
  const { description } = variables[variable] ?? {};
  if (typeof description !== 'string') return undefined;
  const [, id, attribute = ''] = /^Stands for (?:Ref|Fn::GetAtt) (\w+)(?:\.(\S+))?$/.exec(description) ?? [];
  return id === undefined ? undefined : { id, attribute };
}
