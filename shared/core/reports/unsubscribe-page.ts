import { html } from './mail-html.ts';
import { reportTexts } from './report-texts.ts';
import type { Unsubscription } from './unsubscribe-token.ts';

/** A page that works without scripts, in the language of the mail: it asks, or says that it is done. */
export function unsubscribePage(language: Unsubscription['language'], step: 'ask' | 'done'): string {
  const texts = reportTexts(language);
  const content =
    step === 'ask'
      ? html`<p>${texts.unsubscribeQuestion}</p><form method="post"><button>${texts.unsubscribeButton}</button></form>`
      : html`<p role="status">${texts.unsubscribed}</p>`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Earshot · ${texts.unsubscribe}</title>
<style>${{ html: styles }}</style>
</head>
<body><main><h1>Earshot</h1>${content}</main></body>
</html>
`.html;
}

const styles = `
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f1f3f6, #0e1116); color: light-dark(#1b2430, #e8ecf2); font: 17px/1.5 system-ui, sans-serif; }
main { max-width: 26rem; margin: 1rem; padding: 2rem; border-radius: 12px; background: light-dark(#fff, #171c24); }
h1 { margin: 0; font-size: 1rem; color: light-dark(#5b6675, #a3aebd); }
button { padding: .75rem 1.25rem; border: 0; border-radius: 8px; background: light-dark(#1f5fbf, #8db8ff); color: light-dark(#fff, #0e1116); font: inherit; font-weight: 600; cursor: pointer; }
`;

/** The page loads nothing and can only be sent back to where it came from. */
export const UnsubscribePagePolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'";
