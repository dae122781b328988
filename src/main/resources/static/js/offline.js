// Forms that are filled where there is no net (visits): kept on the device, sent later under the same request id, so that twice is once.
import { toast, word } from './words.js';

const PREFIX = 'sanban.outbox:';
const form = () => document.querySelector('form[data-offline-kept]');

async function connected() {
  if (!navigator.onLine) return false;
  try {
    await fetch('/icon.svg', { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}

function keep(one) {
  const body = new URLSearchParams(new FormData(one));
  localStorage.setItem(PREFIX + body.get('requestId'), JSON.stringify({ to: one.getAttribute('action'), body: body.toString() }));
  toast(one.dataset.offlineKept);
}

window.addEventListener('submit', async event => {
  const one = event.target;
  if (!one.matches?.('form[data-offline-kept]')) return;
  if (one.dataset.connected) { delete one.dataset.connected; return; }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!await connected()) {
    if (one.checkValidity()) keep(one);
    else toast(one.dataset.offlineIncomplete);
    return;
  }
  one.dataset.connected = 'yes';
  one.requestSubmit();
}, true);

/** Sends what was kept; what the house refuses stays kept, so that nothing typed is lost. */
async function send() {
  const token = form()?.querySelector('input[name=_csrf]')?.value;
  for (const key of Object.keys(localStorage).filter(k => k.startsWith(PREFIX))) {
    const { to, body } = JSON.parse(localStorage.getItem(key));
    const fields = new URLSearchParams(body);
    if (token) fields.set('_csrf', token);
    try {
      const answer = await fetch(to, { method: 'POST', body: fields });
      if (!answer.redirected || answer.url.includes('/login')) continue;
      localStorage.removeItem(key);
      toast(form()?.dataset.offlineSent ?? word('take'), { href: answer.url, text: '→' });
    } catch {
      return;
    }
  }
}

if (form()) {
  addEventListener('online', send);
  send();
}
