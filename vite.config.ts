import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { cloudformationValidate } from './src/cli/build/cloudformationValidate.ts';
import { licences } from './src/cli/build/licences.ts';
import { playerProgram } from './src/cli/build/playerProgram.ts';
import { contentSecurityPolicy } from './src/ui/build/contentSecurityPolicy.ts';
import { iconFiles } from './src/ui/build/iconFiles.ts';
import { oneFile } from './src/ui/build/oneFile.ts';
import { offlineFiles } from './src/ui/build/offlineFiles.ts';
import { kindsForPage } from './src/ui/build/kindsForPage.ts';

const { plugin: licencesOfPage, forWorkers } = licences();

export default defineConfig(({ mode }) => ({
  // Relative addresses, so that the built files work under any path.
  base: './',
  plugins: [
    react(),
    kindsForPage(),
    iconFiles(),
    cloudformationValidate(),
    playerProgram(),
    licencesOfPage,
    ...(mode === 'single' ? [oneFile()] : [contentSecurityPolicy(), offlineFiles()]),
  ],
  worker: { format: 'es', plugins: () => [cloudformationValidate(), forWorkers] },
  // Every browser of the target preloads modules by itself.
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // What the page starts with is one file: forty small ones are 12 kB more when compressed.
    rolldownOptions:
      mode === 'single'
        ? {}
        : { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  server: { host: '127.0.0.1', port: 41732, strictPort: true },
  preview: { host: '127.0.0.1', port: 41731, strictPort: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/shortProperties.ts', 'src/testing/loadedParts.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Test files share their modules: nothing of ours keeps state beside what a test makes, and reading all of it anew for
    // each file takes longer than the tests.
    isolate: false,
    // Property tests take their time where others use the machine as well.
    testTimeout: 30_000,
    // What is loaded when it is asked for comes late there.
    expect: { poll: { timeout: 20_000 } },
  },
}));
