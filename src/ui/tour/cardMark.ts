/** Marks the card of the tour, for whoever brings the keyboard to it. */
export const cardMark = 'data-tour-card';
