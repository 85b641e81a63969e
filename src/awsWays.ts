/** What offers ways to services; loaded in the worker that is asked for them. */
export { waysToService } from './rules/shared/ways/waysToService';
