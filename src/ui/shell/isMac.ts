/** Whether shortcuts are shown and read as on a Mac. */
export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
