import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './findChromium';

// Another one lets two checkouts run their journeys side by side.
const port = Number(process.env['E2E_PORT'] ?? 41733);
const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // One browser at a time: two on two cores are no faster, and frame times would lie.
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    // Only the journeys about it: each would load the whole editor into a browser of its own.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: [...chromiumArguments],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    // A server that is there already is somebody else's: the journeys must see what was just built.
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
