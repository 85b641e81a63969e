/** What offers ways to services, makes a flow pass, and compares the ways that a flow can take; loaded where it is asked for. */
export { compareAsked, compareFlow } from './rules/shared/ways/compareWays';
export { waysToService } from './rules/shared/ways/waysToService';
export { ways } from './rules/shared/ways';
