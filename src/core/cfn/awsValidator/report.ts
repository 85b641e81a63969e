/** What AWS's validator says of a template, as far as it is read here. */

export interface Report {
  /** `ANALYSIS_INCOMPLETE`: it stopped at a limit of its own, and may have found more. `ERROR`: the text is no template. */
  readonly status: 'OK' | 'ANALYSIS_INCOMPLETE' | 'ERROR';
  readonly diagnostics: readonly Diagnostic[];
}

export interface Diagnostic {
  readonly ruleId: string;
  readonly severity: 'FATAL' | 'ERROR' | 'WARN' | 'INFO' | 'DEBUG';
  readonly message: string;
  readonly entity?: { readonly logicalId?: string };
  /** `Properties.Tags.0.Key` of a resource, `Parameters/Name` of other things. */
  readonly propertyPath?: string;
  readonly suggestedFix?: string;
  /** Counted from 1. */
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly documentationUrl?: string;
  /** What the rule asks for, in a few words. */
  readonly ruleDescription?: string;
}

/** Where there is no report, nothing is known of the template. */
export type Validated =
  | { readonly report: Report }
  /** It broke off, in its own words. */
  | { readonly broke: string }
  /** It was given up after so many seconds. */
  | { readonly gaveUpAfter: number };

/** What it is to take for given. */
export interface Given {
  readonly region?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}
