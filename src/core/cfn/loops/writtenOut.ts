/** A template as data with its loops taken apart, and SAM's Globals in each function, for languages that cannot say them. */
import { createEvaluator } from '../evaluate/evaluate';
import { detachedSource } from '../source/detachedSource';
import { withGlobals } from '../source/withGlobals';
import { toValue } from '../source/syntax';
import { stackOf } from '../stack';
import type { CfnTemplate, CfnValue } from '../template';
import { hasLoops, isLoop, unrolled } from './unroll';

export interface WrittenOut {
  readonly template: CfnTemplate;
  /** Loops over a parameter: they were taken apart for the default that it has. */
  readonly overParameters: readonly { readonly loop: string; readonly parameter: string }[];
}

export function writtenOut(template: CfnTemplate, region: string): WrittenOut {
  const { others = {} } = template;
  const source = detachedSource(template);
  const { root } = source;
  if (!hasLoops(root) && others['Globals'] === undefined) return { template, overParameters: [] };
  const evaluator = createEvaluator(stackOf('template', source), {
    region,
    parameters: {},
    evaluators: () => [],
    faulty: new Map(),
  });
  const whole = withGlobals(unrolled(root, (node) => evaluator.evaluate(node)).root);
  const { Globals: given, ...kept } = others;
  const isGiven = given !== undefined && whole !== root;
  // They have the shape that they had, with other keys.
  const { Resources, Outputs, Conditions } = toValue(whole) as unknown as CfnTemplate & {
    readonly Conditions?: CfnValue;
  };
  return {
    template: {
      ...template,
      Resources,
      Outputs,
      ...(template.others === undefined
        ? {}
        : { others: { ...(isGiven ? kept : others), ...(Conditions === undefined ? {} : { Conditions }) } }),
    },
    overParameters: [...loopsOverParameters(root.is === 'map' ? toValue(root) : {}, template)],
  };
}

function* loopsOverParameters(
  value: CfnValue,
  template: CfnTemplate,
): Generator<{ readonly loop: string; readonly parameter: string }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value) as [string, CfnValue][]) {
    if (isLoop(key) && Array.isArray(inner)) {
      const named = JSON.stringify(inner[1] ?? null).matchAll(/"Ref":"([^"]*)"/g);
      for (const [, parameter = ''] of named)
        if (Object.hasOwn(template.Parameters, parameter)) yield { loop: key, parameter };
    }
    yield* loopsOverParameters(inner, template);
  }
}
