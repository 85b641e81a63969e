/** The thread in which AWS's validator runs, so that a template on which it does not come to an end can be given up. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { instantiate, wasmAddress } from 'virtual:cloudformation-validate';
import type { Given } from '../../core/cfn/awsValidator/report';
import { templateValidator } from '../../core/cfn/awsValidator/templateValidator';
import type { FromThread } from './validateInThread';

// What `validateInThread` gives to the threads it starts.
const { texts, given } = workerData as { readonly texts: readonly string[]; readonly given: Given };
const tell = (message: FromThread): void => parentPort?.postMessage(message);

const module = await WebAssembly.compile(new Uint8Array(await readFile(fileURLToPath(wasmAddress))));
const { validate } = templateValidator(() => instantiate(module));
// The smallest template, so that the time it takes to start is not counted as time for one of the texts.
validate('Resources: {}', {});
tell('ready');
for (const text of texts) tell(validate(text, given));
