/** New mail appears by itself: the list is fetched again every few seconds and replaced when it changed. */
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch('./').catch(() => undefined);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const selector of ['header', '#mails']) {
    const shown = document.querySelector(selector);
    const found = fresh.querySelector(selector);
    if (shown && found && shown.innerHTML !== found.innerHTML) shown.replaceWith(found);
  }
}, 3000);
