import { classOf } from './names';
import type { StackProgram } from './stackProgram';

/** The modules of the library that the classes of a program are in, by the names that they have in code. */
export function importsOf({
  resources,
}: StackProgram): readonly { readonly alias: string; readonly module: string }[] {
  const modules = new Map<string, string>();
  for (const { type, as } of resources) {
    const found = as === 'class' ? classOf(type) : undefined;
    if (found !== undefined) modules.set(found.service, found.module);
  }
  return [...modules]
    .map(([alias, module]) => ({ alias, module }))
    .sort((one, other) => (one.alias < other.alias ? -1 : 1));
}
