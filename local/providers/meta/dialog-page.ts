import { facebookPerson } from './app.ts';
import { escapeHtml, framed } from './html.ts';
import type { Page } from './state.ts';

/** Always granted: without it the app would learn nothing at all. */
const Needed = 'pages_show_list';

export function consentPage(pages: readonly Page[], scopes: readonly string[]): string {
  return framed(
    'Log in',
    `
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
    </form>`,
  );
}

export function refusalPage(reason: string): string {
  return framed('Log in', `<h1>Sorry, something went wrong.</h1><p>${escapeHtml(reason)}</p>`);
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
