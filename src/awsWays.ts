/** What offers ways to services, and what else would make a flow pass; loaded in the workers that are asked for them. */
export { waysToService } from './rules/shared/ways/waysToService';
export { ways } from './rules/shared/ways';
