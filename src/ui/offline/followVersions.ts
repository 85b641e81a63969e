/** Has the browser keep the editor for use without a network, and offers a newer version when there is one. */
import type { Desk } from '../files/desk';
import { tell } from '../shell/messages';
import { words } from './words';

export async function followVersions(desk: Desk): Promise<void> {
  const { serviceWorker } = navigator;
  let isAsked = false;
  const isFirst = serviceWorker.controller === null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (isAsked) location.reload();
    // Asked for in another tab: what this page has not loaded yet is gone with the old version.
    else if (!isFirst) offer(() => location.reload());
  });
  // A browser that keeps nothing, or a server that is away: the page works all the same.
  const registration = await serviceWorker
    .register('./sw.js', { updateViaCache: 'none' })
    .catch(() => undefined);
  if (registration === undefined) return;
  const offerWaiting = (): void => {
    // The very first version has nobody to wait for.
    if (registration.waiting === null || serviceWorker.controller === null) return;
    offer(() => {
      isAsked = true;
      registration.waiting?.postMessage('take-over');
    });
  };
  const watch = (): void => registration.installing?.addEventListener('statechange', offerWaiting);
  registration.addEventListener('updatefound', watch);
  watch();
  offerWaiting();

  function offer(change: () => void): void {
    tell({
      tone: 'caution',
      words: words.newVersion,
      // What cannot be kept is asked about by the page as it is left.
      offers: [{ label: words.reload, run: () => void desk.settled().then(change) }],
    });
  }
}
