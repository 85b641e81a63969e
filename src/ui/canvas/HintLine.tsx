import { Fragment } from 'react';
import type { Words } from '../../lib/words';
import { useSay } from '../useEditor';

/** One plate of the hints. Its lines break between two things that can be done, and nothing is left of the dot there. */
export function HintLine({ className, says }: { readonly className?: string; readonly says: Words }) {
  const text = useSay()(says);
  return (
    <p key={text} ref={hug} className={className}>
      {text.split(' · ').map((part) => (
        <Fragment key={part}>
          <span>{part}</span>{' '}
        </Fragment>
      ))}
    </p>
  );
}

/**
 * As wide as the text has become: a box whose text takes several lines stays as wide as it may be, whatever the lines need,
 * and no style sheet can say otherwise.
 */
function hug(box: HTMLElement | null): (() => void) | undefined {
  if (box === null) return undefined;
  const text = document.createRange();
  text.selectNodeContents(box);
  box.style.boxSizing = 'content-box';
  const observer = new ResizeObserver(() => {
    box.style.width = '';
    box.style.width = `${Math.ceil(text.getBoundingClientRect().width)}px`;
  });
  observer.observe(box.closest('.canvas') ?? box);
  return () => observer.disconnect();
}
