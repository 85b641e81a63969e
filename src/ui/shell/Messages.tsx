/** Shows the messages, and reads them out. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { CloseGlyph, FailureGlyph, NoteGlyph, WarningGlyph } from '../glyphs';
import { useSay } from '../useEditor';
import { messages, putAway, type Message } from './messages';
import { words } from './words';
import './messages.css';

/** How long what is only to be known stays, in ms: long enough to read it and reach its button; what to look into, longer. */
const stay = { note: 6000, caution: 9000 };

export function Messages() {
  const say = useSay();
  const all = useStore(messages);
  return (
    <section
      className="messages"
      aria-label={say(words.messages)}
      aria-live="polite"
      aria-relevant="additions"
    >
      {all.map((message) => (
        <MessageCard key={message.id} message={message} />
      ))}
    </section>
  );
}

const signs = { note: NoteGlyph, caution: WarningGlyph, failure: FailureGlyph };

function MessageCard({ message }: { readonly message: Message }) {
  const say = useSay();
  const [held, setHeld] = useState(false);
  const { tone } = message;
  useEffect(() => {
    if (tone === 'failure' || held) return;
    const timer = setTimeout(() => putAway(message.id), stay[tone]);
    return () => clearTimeout(timer);
  }, [held, tone, message.id]);
  const Sign = signs[message.tone];
  const { particulars = [], offers = [] } = message;
  return (
    <div
      className="message"
      role={message.tone === 'failure' ? 'alert' : 'status'}
      data-tone={message.tone}
      // It does not go while somebody is about to use it.
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Sign />
      <div className="message-body">
        <p>{say(message.words)}</p>
        {particulars.length > 0 && (
          <details className="message-particulars">
            <summary>{`${say(words.particulars)} (${particulars.length})`}</summary>
            <ul>
              {particulars.map((each, index) => (
                <li key={index}>{say(each)}</li>
              ))}
            </ul>
          </details>
        )}
        {offers.length > 0 && (
          <div className="message-offers">
            {offers.map((offer) => (
              <button
                key={offer.label.en}
                type="button"
                className="button button-outlined"
                onClick={() => {
                  putAway(message.id);
                  offer.run();
                }}
              >
                {say(offer.label)}
              </button>
            ))}
          </div>
        )}
      </div>
      <button
        type="button"
        className="icon-button"
        aria-label={say(words.close)}
        onClick={() => putAway(message.id)}
      >
        <CloseGlyph />
      </button>
    </div>
  );
}
