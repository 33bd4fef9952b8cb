/** The frame of every page that people see of the simulated Facebook and Instagram. */
export function framed(title: string, content: string, site = 'Facebook'): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · simulated ${site}</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f0f2f5, #18191a); }
  main { width: min(36rem, 100% - 2rem); margin: 2rem 0; background: light-dark(#fff, #242526); border-radius: 12px;
    overflow: hidden; box-shadow: 0 2px 16px #0003; }
  header { background: #1877f2; color: #fff; padding: .6rem 1.5rem; font-weight: 700; }
  header small { font-weight: 400; }
  .body { padding: 1.5rem; } h1 { font-size: 1.25rem; margin: 0 0 .5rem; } a { color: light-dark(#0a66c2, #6fb1ff); }
  fieldset, article { border: 1px solid light-dark(#ccd0d5, #3e4042); border-radius: 8px; margin: 1rem 0; padding: .5rem 1rem; }
  article > p { white-space: pre-line; } ul { list-style: none; padding-left: 1rem; margin: .5rem 0; }
  li > p { margin: .25rem 0; padding: .4rem .75rem; border-radius: 12px; background: light-dark(#f0f2f5, #3a3b3c);
    width: fit-content; overflow-wrap: anywhere; }
  li > p.own { background: light-dark(#e7f3ff, #263951); } li > p.hidden { opacity: .55; font-style: italic; }
  label { display: flex; gap: .75rem; align-items: center; padding: .4rem 0; }
  .actions { display: flex; gap: .75rem; justify-content: flex-end; margin-top: 1.25rem; }
  form.comment { display: flex; gap: .5rem; margin: .75rem 0; } form.comment input[name=message] { flex: 1; min-width: 0; }
  input:not([type=checkbox]) { font: inherit; padding: .4rem .75rem; border-radius: 8px; min-width: 0; width: 8rem;
    border: 1px solid light-dark(#8a8d91, #65676b); background: transparent; color: inherit; }
  button { font: inherit; font-weight: 600; padding: .55rem 1.1rem; border: 0; border-radius: 8px; cursor: pointer;
    background: light-dark(#e4e6eb, #3a3b3c); color: inherit; }
  button.primary { background: #1877f2; color: #fff; }
</style></head>
<body><main><header>${site.toLowerCase()} <small>simulated, on this machine</small></header><div class="body">${content}</div></main></body></html>`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
