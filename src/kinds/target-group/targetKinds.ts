import type { KindName } from '../../core/model/kinds';

/** What can be registered by a reference to it. An ECS service registers its tasks by itself. */
export const targetKinds: readonly KindName[] = [
  'instance',
  'network-interface',
  'application-load-balancer',
  'lambda-function',
];
