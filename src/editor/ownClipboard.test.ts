import { afterEach, describe, expect, it, vi } from 'vitest';
import { meantByPaste, putOnClipboard } from './ownClipboard';

afterEach(() => vi.unstubAllGlobals());

/** A clipboard that has written when `finish` is called. */
function slowClipboard(): () => void {
  let finish = (): void => undefined;
  const written = new Promise<void>((resolve) => (finish = resolve));
  vi.stubGlobal('navigator', { clipboard: { writeText: async () => written } });
  return finish;
}

describe('what a paste means', () => {
  it('is what was copied here as long as the browser has not written it, and then what the browser hands over', async () => {
    const finish = slowClipboard();
    const written = putOnClipboard('ours');

    expect(meantByPaste('of before', false)).toBe('ours');
    finish();
    await written;
    expect(meantByPaste('copied elsewhere since', false)).toBe('copied elsewhere since');
  });

  it('is what was copied here where the browser hands over nothing, or bars its clipboard', async () => {
    vi.stubGlobal('navigator', {});
    await putOnClipboard('ours alone');

    expect(meantByPaste('', false)).toBe('ours alone');
  });

  it('is what was copied here where the browser handed over what was there before that', async () => {
    slowClipboard()();
    await putOnClipboard('ours');

    expect(meantByPaste('of before', true)).toBe('ours');
  });
});
