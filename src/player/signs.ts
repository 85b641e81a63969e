/** The signs on the buttons: lines in a field of 16 px. */
export const previousSign = 'M10 3 5 8l5 5';
export const nextSign = 'M6 3l5 5-5 5';
export const playSign = 'M5 3l8 5-8 5z';
export const pauseSign = 'M5.5 3v10M10.5 3v10';
export const againSign = 'M12.9 6A5.3 5.3 0 1 0 13.3 9M13.2 2.6V6H9.8';
export const darkSign = 'M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z';
export const blankSign = 'M2 3h12v8H2zM5 13.5h6M4.5 5.5h7v3h-7z';
export const fullSign = 'M6 2H2v4M10 2h4v4M14 10v4h-4M6 14H2v-4';
export const printSign = 'M4.5 6V2h7v4M4.5 11H2V6h12v5h-2.5M4.5 9h7v5h-7z';
