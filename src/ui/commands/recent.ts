/** Which commands were used last, kept in this browser: lost without harm. */
const place = 'vpcanvas.recent-commands';
const most = 8;

/** Ids, the newest first. */
export function recentCommands(): readonly string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(read)
      ? read.filter((each): each is string => typeof each === 'string').slice(0, most)
      : [];
  } catch {
    // Storage is forbidden, or somebody wrote something else there.
    return [];
  }
}

export function rememberCommand(id: string): void {
  try {
    const ids = [id, ...recentCommands().filter((each) => each !== id)].slice(0, most);
    localStorage.setItem(place, JSON.stringify(ids));
  } catch {
    // The list only stays in its usual order.
  }
}
