/** What the interface tells a person in passing: a few short messages in the corner, newest last. */
import { createStore } from 'zustand/vanilla';
import type { Words } from '../../lib/words';

export interface Message {
  readonly id: number;
  readonly tone: 'note' | 'caution' | 'failure';
  /** What, where, what to do: one or two sentences. */
  readonly words: Words;
  /** The particulars, one a line: the problems of a file. */
  readonly particulars?: readonly Words[];
  readonly offers?: readonly Offer[];
}

export interface Offer {
  readonly label: Words;
  run(): void;
}

export const messages = createStore<readonly Message[]>(() => []);

/** More than this many at once is noise; the oldest goes. */
const most = 4;
let count = 0;

/** Shows a message. A failure stays until it is put away, the others go by themselves. Gives back how to put it away. */
export function tell(message: Omit<Message, 'id'>): () => void {
  const id = ++count;
  // A newer note makes the older ones old news, and the same thing said twice is one message.
  const others = messages
    .getState()
    .filter(({ tone, words }) => tone !== 'note' && words.en !== message.words.en);
  messages.setState([...others, { ...message, id }].slice(-most), true);
  return () => putAway(id);
}

export function putAway(id: number): void {
  messages.setState(
    messages.getState().filter((message) => message.id !== id),
    true,
  );
}
