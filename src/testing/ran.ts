import { vi } from 'vitest';
import type { TestEditor } from './testEditor';

/** Runs an action whose code is loaded when it is asked for, and waits for what comes of it. */
export async function ran(canvas: TestEditor, action: string): Promise<void> {
  canvas.run(action);
  await vi.dynamicImportSettled();
}
