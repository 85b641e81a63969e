/** Gathers how kinds are written as answers of AWS's commands; loaded when somebody asks for these. */
import type { AnyAnswerWriting } from './core/describe/answerWriting';

const modules = import.meta.glob<{ readonly default: AnyAnswerWriting }>('./kinds/*/answers.ts', {
  eager: true,
});

export const answerWritings: readonly AnyAnswerWriting[] = Object.values(modules).map((each) => each.default);
