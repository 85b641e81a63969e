/**
 * Questions that many rules ask of one design. Each is answered once, and by the editor's worker again only when something
 * that the answer was taken from has changed; answers that come out as before leave those alone who have asked.
 */
import type { RuleContext } from './rule';

/** An answer depends on the context and on what it is asked about, and on nothing else. */
export interface Question {
  (context: RuleContext, ...about: readonly string[]): unknown;
  readonly isAskedByMany?: boolean;
}

export function asked<A extends readonly string[], T>(
  answer: (context: RuleContext, ...about: A) => T,
): (context: RuleContext, ...about: A) => T {
  // The context hands back what this very function gave for arguments of its own types.
  const question = answer as unknown as Question;
  return (context, ...about) => context.ask(question, about) as T;
}

/**
 * The same for what checks of thousands of resources ask of the whole design. The worker answers it anew before it looks at
 * those who have asked, and leaves them alone if the answer is as before. It is not for what only fixes ask: that can wait.
 */
export function askedByMany<T>(answer: (context: RuleContext) => T): (context: RuleContext) => T {
  return asked(Object.assign(answer, { isAskedByMany: true }));
}
