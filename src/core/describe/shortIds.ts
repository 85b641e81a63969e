/**
 * What each is called by in the diagram: AWS's id as it is, and the last part of an ARN, which alone people know. Two that
 * would be called the same keep the whole.
 */
export function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const uses = new Map<string, number>();
  for (const id of ids) uses.set(shortId(id), (uses.get(shortId(id)) ?? 0) + 1);
  return new Map(ids.map((id) => [id, (uses.get(shortId(id)) ?? 0) > 1 ? id : shortId(id)]));
}

export function shortId(id: string): string {
  return id.replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:[a-z-]+[:/])?(?=.)/, '');
}
