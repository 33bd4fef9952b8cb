import { facebookPerson } from './app.ts';
import { escapeHtml, framed } from './html.ts';
import type { InstagramAccount } from './instagram/state.ts';
import type { MetaState, Page } from './state.ts';

/** Always granted: without it the app would learn nothing at all. */
const Needed = 'pages_show_list';

export function consentPage({ pages, instagram }: MetaState, scopes: readonly string[]): string {
  const asksForInstagram = scopes.some((scope) => scope.startsWith('instagram_'));
  const linked = asksForInstagram ? instagram.accounts.all() : [];
  const accounts = linked.map((account) => accountChoice(account, pages.get(account.pageId)));
  return framed(
    'Log in',
    `
    <form method="post">
      <h1>Earshot would like to manage your Pages</h1>
      <p>You are signed in as <strong>${escapeHtml(facebookPerson.name)}</strong>.</p>
      <fieldset><legend>Which Pages?</legend>${pages.all().map(pageChoice).join('')}</fieldset>
      ${accounts.length > 0 ? `<fieldset><legend>Which Instagram accounts?</legend>${accounts.join('')}</fieldset>` : ''}
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

function pageChoice({ id, name, category, tickedByDefault }: Page): string {
  return assetChoice('page', { id, name, about: category, isTicked: tickedByDefault });
}

function accountChoice({ id, username, name }: InstagramAccount, page: Page | undefined): string {
  const isTicked = page?.tickedByDefault ?? false;
  return assetChoice('instagram', { id, name: username, about: name, isTicked });
}

interface AssetChoice {
  id: string;
  name: string;
  about: string;
  isTicked: boolean;
}

function assetChoice(field: string, { id, name, about, isTicked }: AssetChoice): string {
  return `<label><input type="checkbox" name="${field}" value="${escapeHtml(id)}"${isTicked ? ' checked' : ''}>
    <span><strong>${escapeHtml(name)}</strong><br><small>${escapeHtml(about)}</small></span></label>`;
}

function scopeChoice(scope: string): string {
  if (scope === Needed) {
    return `<input type="hidden" name="scope" value="${Needed}"><label><input type="checkbox" checked disabled> ${Needed}</label>`;
  }
  return `<label><input type="checkbox" name="scope" value="${escapeHtml(scope)}" checked> ${escapeHtml(scope)}</label>`;
}
