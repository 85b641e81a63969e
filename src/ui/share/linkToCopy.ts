/** The link that could not be put on the clipboard, for the box in which it is selected. */
export const linkToCopy = { link: '' };
