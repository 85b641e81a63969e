/** The built app in Chromium, for what is measured there. */
import { spawn } from 'node:child_process';
import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumArguments, obtainChromium } from '../../e2e/findChromium';
import { runProgram } from './commands';

// Another one lets two checkouts be measured side by side.
const port = Number(process.env['BENCH_PORT'] ?? 41739);
const url = `http://127.0.0.1:${port}/`;

/** Builds and serves the app for as long as the work takes; 1 where it cannot be built. `isBuilt`: as it stands in `dist`. */
export async function withBuiltApp(
  work: (browser: Browser) => Promise<void>,
  isBuilt = false,
): Promise<number> {
  if (!isBuilt && (await runProgram('npx', ['vite', 'build', '--logLevel', 'error'])) !== 0) return 1;
  const server = spawn('npx', ['vite', 'preview', '--port', `${port}`, '--strictPort'], {
    stdio: 'ignore',
    detached: true,
  });
  const browser = await chromium.launch({ executablePath: obtainChromium(), args: [...chromiumArguments] });
  try {
    await answering();
    await work(browser);
    return 0;
  } finally {
    await browser.close();
    // The whole group: npx does not hand signals on to what it has started.
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

/** A page of it that opens a file, and when it was given it. */
export async function openedPage(
  browser: Browser,
  file: { readonly name: string; readonly text: string },
): Promise<{ readonly page: Page; readonly asked: number }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
  });
  await page.goto(url);
  await page.getByRole('application', { name: 'Diagram' }).waitFor();
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const asking = await chooser;
  const asked = performance.now();
  await asking.setFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) });
  return { page, asked };
}

async function answering(): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nothing answers at ${url}`);
}
