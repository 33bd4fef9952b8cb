import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm start` serves the API; the development server hands over everything that is not the console. */
const localStack = 'http://127.0.0.1:4400';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // One stylesheet: the order of its layers must not depend on which page is opened first.
    cssCodeSplit: false,
  },
  server: {
    host: '127.0.0.1',
    port: 4410,
    proxy: Object.fromEntries(
      ['/v1', '/hooks', '/config.json', '/_cognito', '/_outbox', '/_world', '/_sim'].map((path) => [
        path,
        localStack,
      ]),
    ),
  },
});
