import type { Example } from './example';
import { noNat } from './noNat';
import { threePaths } from './threePaths';

/** Every example of the gallery, in the order in which it is shown. */
export const gallery: readonly Example[] = [threePaths, noNat];
