import type { WorldResponse } from '../provider.ts';

/** A page of the simulated Google or YouTube, as people see it. */
export function framed(title: string, content: string, status = 200): WorldResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · simulated YouTube</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f1f1f1, #0f0f0f); }
  main { width: min(36rem, 100% - 2rem); margin: 2rem 0; padding: 1.5rem; border-radius: 12px; box-sizing: border-box;
    background: light-dark(#fff, #212121); box-shadow: 0 2px 16px #0003; }
  small { opacity: .7; } h1 { font-size: 1.25rem; margin: .25rem 0 .75rem; } a { color: light-dark(#065fd4, #3ea6ff); }
  fieldset, article { border: 1px solid light-dark(#ccc, #444); border-radius: 8px; margin: 1rem 0; padding: .5rem 1rem; }
  ul { list-style: none; padding-left: 1rem; } li p { margin: .25rem 0; overflow-wrap: anywhere; }
  .held { opacity: .6; font-style: italic; } label { display: flex; gap: .75rem; padding: .4rem 0; }
  form.comment { display: flex; gap: .5rem; flex-wrap: wrap; } input:not([type=radio]) { font: inherit; flex: 1; min-width: 6rem; }
  .actions { display: flex; gap: .75rem; justify-content: flex-end; } button { font: inherit; padding: .4rem 1rem; }
</style></head><body><main><small>YouTube, simulated on this machine</small>${content}</main></body></html>`,
  };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
