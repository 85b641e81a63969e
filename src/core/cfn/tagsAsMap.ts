import { isListValue } from './source/syntax';
import type { CfnValue } from './template';

/** Tags as types say them that take a map of keys to values, those of SAM: what is no list of tags stays as it is. */
export function tagsAsMap(tags: CfnValue): CfnValue {
  if (!isListValue(tags)) return tags;
  const entries: [string, CfnValue | undefined][] = [];
  for (const tag of tags)
    if (typeof tag === 'object' && tag !== null && 'Key' in tag && typeof tag.Key === 'string')
      entries.push([tag.Key, tag['Value']]);
  return Object.fromEntries(entries);
}
