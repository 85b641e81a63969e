import type { Io } from './io';
import { Refusal } from './refusal';

/** Writes a file whole or not at all; refuses in one line where it cannot be written. */
export async function replaceFile(path: string, content: Uint8Array, io: Io): Promise<void> {
  await refuseFailing(path, () => io.replaceFile(path, content));
}

/** `attempt`: something done to a file, which the line names. */
export async function refuseFailing(path: string, attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      {
        en: `cannot be written, and was left as it was: ${why}`,
        ja: `書き込めないため、変更していません: ${why}`,
      },
      { file: path },
    );
  }
}
