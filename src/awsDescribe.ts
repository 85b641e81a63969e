/** Gathers how kinds are found in the answers of AWS's commands, and written as such; loaded when somebody has such files. */
import type { AnyDescribeMapping } from './core/describe/describeMapping';

const modules = import.meta.glob<{ readonly default: AnyDescribeMapping }>('./kinds/*/describe.ts', {
  eager: true,
});

export const describeMappings: readonly AnyDescribeMapping[] = Object.values(modules).map(
  (each) => each.default,
);
