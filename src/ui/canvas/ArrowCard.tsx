/** A card beside the label of an arrow, once the pointer has rested there: where it covers least of what is drawn around. */
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { grown, type Rect } from '../../lib/rect';
import { cardPlace } from './cardPlace';

/** A pointer that only passes asks for nothing, in ms. */
const rest = 250;
/** Between the card and the edge of the canvas, in px of the screen. */
const margin = 8;
/** Icons with their names, the labels of other arrows, and the titles of boxes; a box itself may be covered. */
const drawnSelector =
  '.icon[data-node], .folded[data-node], .note[data-node], .arrow-plate, .box-words, .chip';

export function ArrowCard({ children }: { readonly children: ReactNode }) {
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), rest);
    return () => clearTimeout(timer);
  }, []);
  return isRested ? <Card>{children}</Card> : null;
}

function Card({ children }: { readonly children: ReactNode }) {
  const card = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const canvas = element?.closest('main');
    const label = element?.parentElement?.querySelector('.arrow-plate');
    if (element === null || canvas == null || label == null) return;
    // The canvas is drawn at a zoom; what is measured on the screen is set before it.
    const { width, height } = element.getBoundingClientRect();
    const zoom = element.offsetWidth === 0 ? 1 : width / element.offsetWidth;
    const own = rectOf(label);
    const others = [...canvas.querySelectorAll(drawnSelector)].filter((each) => each !== label);
    const at = cardPlace(
      { w: width, h: height },
      own,
      grown(rectOf(canvas), -margin),
      others.map((each) => rectOf(each)),
    );
    element.style.left = `${(at.x - own.x) / zoom}px`;
    element.style.top = `${(at.y - own.y) / zoom}px`;
  }, []);
  return (
    <p ref={card} className="arrow-card">
      {children}
    </p>
  );
}

function rectOf(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, w: width, h: height };
}
