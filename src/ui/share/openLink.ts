/** Opens the diagram that a link holds, by the same way as an opened file. */
import { textOfLink } from '../../core/store/shareLink';
import type { Words } from '../../lib/words';
import type { Desk } from '../files/desk';
import { openShared } from '../files/openDiagram';
import { readTexts } from '../files/readFiles';
import { tell } from '../shell/messages';
import { faultWords } from './words';

/** Gives back why it could not be opened; null once it is on the desk, or one was asked whether it may be. */
export async function openLink(desk: Desk, given: string): Promise<Words | null> {
  const read = await textOfLink(given);
  if ('fault' in read) return faultWords[read.fault];
  const opened = await readTexts([{ name: '', text: read.text }]);
  if (opened.as === 'nothing') return opened.failure.message;
  // Nothing of ours puts anything else into a link.
  if (opened.as !== 'diagram') return faultWords.damaged;
  await openShared(desk, opened.document, opened.problems);
  return null;
}

/**
 * Opens what the page's own address holds, and takes it out of the address, so that a reload goes on with what was made of
 * it instead of opening it again.
 */
export async function openFromAddress(desk: Desk): Promise<void> {
  const { hash, href } = window.location;
  window.history.replaceState(window.history.state, '', href.replace(/#.*$/s, ''));
  const failure = await openLink(desk, hash);
  if (failure !== null) tell({ tone: 'failure', words: failure });
}
