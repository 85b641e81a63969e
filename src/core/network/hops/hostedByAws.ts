/**
 * A workload in a network that AWS runs. It begins connections to public addresses, those of services included; nothing
 * can be sent to it, since it is called through the API of its service.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
import type { HostedByAwsFact } from '../facts';
import type { Behaviour } from './behaviour';

export const hostedByAws: Behaviour<HostedByAwsFact> = {
  asEnd: () => ({ is: 'hosted-by-aws' }),
};
