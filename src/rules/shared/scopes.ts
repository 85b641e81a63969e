/** What is expected of parts of the design, checked once for all rules. */
import { checkScopes, type ScopeResult } from '../../core/scopes/checkScopes';
import { asked } from '../../core/rules/asked';
import { sayResult } from '../../core/scopes/scopeWords';
import type { FoundFault, RuleContext } from '../../core/rules/rule';
import { called } from './words';

/** Those that are not as expected, or may not be. */
export const failedExpectations = asked((context): readonly ScopeResult[] => {
  const { catalog, document } = context;
  if (document.scopes.size === 0) return [];
  return checkScopes(catalog, document, context.network).filter(
    ({ verdict, expectation }) => verdict !== expectation.expect,
  );
});

/** One finding for one expectation, on those who break it; last comes the scope itself. */
export function asFault(context: RuleContext, result: ScopeResult): FoundFault {
  const { scope, key, verdict, contacts } = result;
  const blames = contacts[0]?.trace.blockedBy[0]?.resource;
  const [first = scope.id, ...others] = new Set([
    ...contacts.flatMap(({ members }) => members),
    ...(contacts.length === 0 ? Object.keys(scope.members) : []),
    scope.id,
  ]);
  return {
    on: [first, ...others],
    field: `expectations.${key}`,
    ...(verdict === 'unknown' ? { severity: 'warning' as const } : {}),
    ...(blames == null ? {} : { blames }),
    message: sayResult(result, (id) => called(context, id)),
  };
}
