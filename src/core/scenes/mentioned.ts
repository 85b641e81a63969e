/** The flows and resources that a scene refers to, wherever it does; what its change names is not among them. */
import type { Scene } from '../model/document';

export function mentionedBy({ flows, asks, builds = {} }: Scene): ReadonlySet<string> {
  const ids = new Set(Object.keys(flows));
  if (asks !== undefined) ids.add(asks);
  for (const build of Object.values(builds)) {
    for (const id of Object.keys(build.flows ?? {})) ids.add(id);
    for (const id of Object.keys(build.resources ?? {})) ids.add(id);
    if (build.packet !== undefined) ids.add(build.packet);
  }
  return ids;
}
