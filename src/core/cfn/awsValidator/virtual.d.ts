/** What the build makes of AWS's validator of templates; see `cli/build/cloudformationValidate.ts`. */
declare module 'virtual:cloudformation-validate' {
  /** Where its WebAssembly lies. */
  export const wasmAddress: string;
  /** A fresh instance, with a memory of its own. */
  export function instantiate(module: WebAssembly.Module): import('./templateValidator').Bindings;
}
