/**
 * `virtual:cloudformation-validate`: AWS's offline validator of templates as a module for browsers and for the bundled
 * command line. Its stable versions are published only inside the CDK library, as a CommonJS module that reads its
 * WebAssembly from beside itself at once. Here the same glue makes an instance when it is asked for one, of a file that is
 * loaded when it is needed: AWS's file as it is.
 * https://github.com/aws-cloudformation/cloudformation-validate
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

const library = createRequire(createRequire(import.meta.url).resolve('aws-cdk-lib'));
/** The folder of the package, with its licences. */
export const validatorFolder = dirname(library.resolve('@aws/cloudformation-validate'));

const name = 'virtual:cloudformation-validate';
const wasmFile = join(validatorFolder, 'bindings_wasm_bg.wasm');
const wasmName = 'cloudformation-validate.wasm';

export function cloudformationValidate(): Plugin {
  let isBuild = false;
  return {
    name: 'vpcanvas-cloudformation-validate',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      return `${addressOfWasm(this.environment.config.consumer, isBuild)}\n${instanceMaker()}`;
    },
    generateBundle() {
      if (this.environment.config.consumer === 'server')
        this.emitFile({ type: 'asset', fileName: wasmName, source: readFileSync(wasmFile) });
    },
  };
}

/** A browser loads what Vite puts among its assets; the command line reads a file beside itself, wherever that is. */
function addressOfWasm(consumer: 'client' | 'server', isBuild: boolean): string {
  if (consumer === 'client')
    return `export { default as wasmAddress } from ${JSON.stringify(`${wasmFile}?url`)};`;
  // In two steps, so that Vite does not take it for an asset.
  return isBuild
    ? `const beside = ${JSON.stringify(`./${wasmName}`)};\nexport const wasmAddress = new URL(beside, import.meta.url).href;`
    : `export const wasmAddress = ${JSON.stringify(pathToFileURL(wasmFile).href)};`;
}

/** The glue, whose last lines read the file and make the only instance, as a function that makes one each time. */
function instanceMaker(): string {
  const glue = readFileSync(join(validatorFolder, 'bindings_wasm.js'), 'utf8');
  const [body = '', ending = ''] = glue.split('\nconst wasmPath = ');
  if (
    !ending.includes('new WebAssembly.Module(wasmBytes)') ||
    !body.includes('exports.WasmCompositeEngine = ')
  )
    throw new Error('@aws/cloudformation-validate is not built as it was: read its bindings_wasm.js anew');
  return `export function instantiate(module) {
const exports = {};
${body}
const wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
wasm.__wbindgen_start();
return exports;
}`;
}
