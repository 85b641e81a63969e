/**
 * Facts as literals, for tests of the engine: each function states what the kind of that name would. What is not said is
 * the usual.
 */
export * from './connections';
export * from './endpoints';
export * from './ends';
export * from './filters';
export * from './flow';
export * from './gateways';
export * from './interfaces';
export * from './loadBalancers';
export * from './names';
export * from './networks';
export * from './routes';
export * from './unknown';
export * from './unmodelled';
