/**
 * Where `SHORT_PROPERTIES` is set, as `npm run check` does, each property is tried for a moment only; `npm test` tries it
 * as often as it says. Whoever waits for the answer before a commit gets it within a minute.
 */
import fc from 'fast-check';

/** ms. A property that could not be tried once in it fails. */
const moment = 600;

if (process.env['SHORT_PROPERTIES'] !== undefined) fc.configureGlobal({ interruptAfterTimeLimit: moment });
