/**
 * A template as data: CloudFormation's JSON form, in which an intrinsic function is an object with one key
 * (`{ Ref: 'Vpc' }`, `{ 'Fn::GetAtt': ['Eip', 'AllocationId'] }`). Printers turn it into YAML with short forms, or JSON.
 */
export type CfnValue =
  string | number | boolean | null | readonly CfnValue[] | { readonly [key: string]: CfnValue | undefined };

export interface CfnTemplate {
  readonly Description?: string;
  readonly Parameters: Readonly<Record<string, CfnParameter>>;
  readonly Resources: Readonly<Record<string, CfnResource>>;
  readonly Outputs: Readonly<Record<string, CfnOutput>>;
  /** The sections that no kind writes and an imported template may have: `Mappings`, `Conditions`, `Transform`, … */
  readonly others?: Readonly<Record<string, CfnValue>>;
}

export interface CfnParameter {
  readonly Type: string;
  readonly Default?: string | number;
  readonly Description?: string;
  readonly AllowedPattern?: string;
  readonly ConstraintDescription?: string;
  readonly NoEcho?: boolean;
}

export interface CfnResource {
  readonly Type: string;
  /** The name of the condition under which it is made. */
  readonly Condition?: string;
  /** One logical ID, or several. */
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties?: Readonly<Record<string, CfnValue | undefined>>;
}

export interface CfnOutput {
  readonly Description?: string;
  readonly Value: CfnValue;
  readonly Export?: { readonly Name: CfnValue };
}
