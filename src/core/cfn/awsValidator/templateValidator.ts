/** AWS's validator, kept from one template to the next, and made anew after one that broke it. */
import type { Given, Report, Validated } from './report';

/** The part that we use of what its glue exports. */
export interface Bindings {
  readonly WasmCompositeEngine: new (rules: {
    readonly regoRules: readonly never[];
    readonly celRules: readonly never[];
    readonly guardRules: readonly never[];
  }) => Engine;
  /** Told the words of a panic, which the error that it ends in does not have. */
  setPanicListener(listener: (message: string) => void): void;
}

interface Engine {
  validateTemplate(template: Uint8Array, options: object, name: string): unknown;
}

/**
 * Not asked for: that a property cannot be changed without a replacement, which it says of nearly every property there is;
 * that there are no tags; that its own blocks of metadata for language models are missing; that no Region was given.
 */
const unwanted = ['I4010', 'I9001', 'I9003', 'I9040'];

export interface TemplateValidator {
  /** Never throws. */
  validate(text: string, given: Given): Validated;
}

/** `fresh` makes an instance of the WebAssembly. To make its engine takes a second, so that is done when it is needed. */
export function templateValidator(fresh: () => Bindings): TemplateValidator {
  let engine: Engine | undefined;
  let panic: string | undefined;
  const start = (): Engine => {
    const bindings = fresh();
    bindings.setPanicListener((message) => (panic = message));
    return new bindings.WasmCompositeEngine({ regoRules: [], celRules: [], guardRules: [] });
  };
  return {
    validate(text, { region, parameters = {} }) {
      panic = undefined;
      try {
        engine ??= start();
        const options = {
          severityLevel: 'INFO',
          exclude: { ids: unwanted },
          parameterOverrides: parameters,
          pseudoParameterOverrides: region === undefined ? {} : { region },
        };
        // It is AWS's, and of the version that its types are read from.
        return {
          report: engine.validateTemplate(new TextEncoder().encode(text), options, 'template') as Report,
        };
      } catch (error) {
        // What a panic leaves behind is good for nothing: neither memory nor locks are put back.
        engine = undefined;
        return { broke: panic ?? (error instanceof Error ? error.message : String(error)) };
      }
    },
  };
}
