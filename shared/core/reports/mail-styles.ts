/** The colours of a mail by day; mail programs without a style sheet show these. */
export const MailColors = {
  page: '#f1f3f6',
  card: '#ffffff',
  panel: '#f5f7fa',
  text: '#1b2430',
  muted: '#5b6675',
  line: '#e3e7ed',
  link: '#1f5fbf',
  good: '#1a7a58',
  bad: '#b8352f',
} as const;

/** By night, and on narrow screens. `!important` because the colours by day stand on the elements themselves. */
export const mailStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) {
  .around { padding: 0 !important; }
  .card { border-radius: 0 !important; }
  .pad { padding-left: 20px !important; padding-right: 20px !important; }
  .tiles { padding-left: 12px !important; padding-right: 12px !important; }
  .tile { display: block !important; width: auto !important; }
  .minor { display: none !important; }
  .line { white-space: normal !important; }
  .words { overflow-wrap: anywhere !important; }
}
@media (prefers-color-scheme: dark) {
  .page { background: #0e1116 !important; }
  .card { background: #171c24 !important; color: #e8ecf2 !important; }
  .panel { background: #212833 !important; }
  .muted { color: #a3aebd !important; }
  .line { border-color: #313a47 !important; }
  .link { color: #8db8ff !important; }
  .button { background: #8db8ff !important; color: #0e1116 !important; }
  .good { color: #5fd3a8 !important; }
  .bad { color: #ff928c !important; }
}
`;
