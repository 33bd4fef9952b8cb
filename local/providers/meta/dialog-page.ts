import { facebookPerson } from './app.ts';
import type { Page } from './state.ts';

/** Always granted: without it the app would learn nothing at all. */
const Needed = 'pages_show_list';

export function consentPage(pages: readonly Page[], scopes: readonly string[]): string {
  return framed(`
    <form method="post">
      <h1>Earshot would like to manage your Pages</h1>
      <p>You are signed in as <strong>${escapeHtml(facebookPerson.name)}</strong>.</p>
      <fieldset><legend>Which Pages?</legend>${pages.map(pageChoice).join('')}</fieldset>
      <details><summary>What will be allowed</summary>${scopes.map(scopeChoice).join('')}</details>
      <div class="actions">
        <button name="decision" value="deny">Not now</button>
        <button class="primary" name="decision" value="continue">
          Continue as ${escapeHtml(facebookPerson.name.split(' ').at(0) ?? '')}
        </button>
      </div>
    </form>`);
}

export function refusalPage(reason: string): string {
  return framed(`<h1>Sorry, something went wrong.</h1><p>${escapeHtml(reason)}</p>`);
}

function pageChoice(page: Page): string {
  const checked = page.tickedByDefault ? ' checked' : '';
  return `<label><input type="checkbox" name="page" value="${escapeHtml(page.id)}"${checked}>
    <span><strong>${escapeHtml(page.name)}</strong><br><small>${escapeHtml(page.category)}</small></span></label>`;
}

function scopeChoice(scope: string): string {
  if (scope === Needed) {
    return `<input type="hidden" name="scope" value="${Needed}"><label><input type="checkbox" checked disabled> ${Needed}</label>`;
  }
  return `<label><input type="checkbox" name="scope" value="${escapeHtml(scope)}" checked> ${escapeHtml(scope)}</label>`;
}

function framed(content: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Log in with Facebook (simulated)</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f0f2f5, #18191a); }
  main { width: min(26rem, 100% - 2rem); background: light-dark(#fff, #242526); border-radius: 12px; overflow: hidden;
    box-shadow: 0 2px 16px #0003; }
  header { background: #1877f2; color: #fff; padding: .6rem 1.5rem; font-weight: 700; }
  header small { font-weight: 400; opacity: .9; }
  .body { padding: 1.5rem; } h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
  fieldset { border: 1px solid light-dark(#ccd0d5, #3e4042); border-radius: 8px; margin: 1rem 0; padding: .5rem 1rem; }
  label { display: flex; gap: .75rem; align-items: center; padding: .4rem 0; }
  .actions { display: flex; gap: .75rem; justify-content: flex-end; margin-top: 1.25rem; }
  button { font: inherit; font-weight: 600; padding: .55rem 1.1rem; border: 0; border-radius: 8px; cursor: pointer;
    background: light-dark(#e4e6eb, #3a3b3c); color: inherit; }
  button.primary { background: #1877f2; color: #fff; }
</style></head>
<body><main><header>facebook <small>simulated, on this machine</small></header><div class="body">${content}</div></main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
