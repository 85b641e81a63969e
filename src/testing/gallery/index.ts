import type { Example } from './example';
import { dynamodbPrivate } from './dynamodbPrivate';
import { noNat } from './noNat';
import { privateDns } from './privateDns';
import { privateLink } from './privateLink';
import { threePaths } from './threePaths';

/** Every example of the gallery, in the order in which it is shown. */
export const gallery: readonly Example[] = [threePaths, noNat, privateLink, dynamodbPrivate, privateDns];
