/** An attachment of a transit gateway belongs to the network that it attaches. What it does stands in `transit/`. */
import type { TransitGatewayAttachmentFact } from '../facts';
import type { Behaviour } from './behaviour';

export const transitGatewayAttachment: Behaviour<TransitGatewayAttachmentFact> = {
  networks: ({ to }) => (to.is === 'network' && to.network !== null ? [to.network] : []),
};
