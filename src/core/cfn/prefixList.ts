/** AWS's own prefix lists, which templates can only name by id, and ids differ from Region to Region. */
import { isPrefixListName, prefixListId, prefixListName } from '../../lib/prefixLists';
import type { Peer } from '../catalog/field';
import type { Value } from '../model/value';
import type { CfnWriteScope } from './mapping';
import type { CfnValue } from './template';

/** A parameter with the list's id, which has the Region's own id as its default where we know it. */
export function prefixListParameter(name: string, scope: CfnWriteScope): CfnValue {
  const id = prefixListId(name);
  const service = name.split('.').slice(3).join('.');
  return scope.parameter(`${parameterWord(service)}PrefixListId`, {
    Type: 'String',
    Description: `The ID of the prefix list ${name}`,
    ...(id === undefined ? {} : { Default: id }),
  });
}

/** A peer as a template says it, with the name in place of the id of a list that we know. */
export function peerByName(peer: Value<Peer> | null, region: string): Value<Peer> {
  if (peer === null) return '';
  if (typeof peer !== 'string' || isPrefixListName(peer)) return peer;
  if (!peer.startsWith('pl-')) return peer;
  return (
    prefixListName(region, peer) ?? {
      unknown: {
        en: `which addresses the prefix list ${peer} holds`,
        ja: `プレフィックスリスト ${peer} に含まれるアドレスが不明です`,
      },
    }
  );
}

/** `s3` as `S3`, `global.cloudfront` as `GlobalCloudfront`. */
function parameterWord(service: string): string {
  const words = service.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
