/** Marks the card that offers ways to an arrow. */
export const offerMark = 'data-offers-ways';

/** Brings the keyboard to the ways that are offered; false where none are. */
export function focusOffer(): boolean {
  const first = document.querySelector<HTMLElement>(`[${offerMark}] li button`);
  first?.focus();
  return first !== null;
}
