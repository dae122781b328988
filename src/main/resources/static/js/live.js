// What changes while a page stands open: the tray count, "5 minutes ago", a session that ended.
import { toast, word } from './words.js';

const EVERY = 30_000;
const logIn = () => ({ href: `/login?back=${encodeURIComponent(location.pathname + location.search)}`, text: word('logIn') });

const lines = () => document.querySelectorAll('.nav a[href="/tray"]');

function badge(line) {
  return line.querySelector('b') ?? line.appendChild(Object.assign(document.createElement('b'), { className: 'hot' }));
}

async function count() {
  if (document.hidden) return;
  const answer = await fetch('/tray/count', { headers: { Accept: 'text/plain' }, redirect: 'manual' }).catch(() => null);
  if (!answer) return;
  if (answer.status === 401 || answer.type === 'opaqueredirect') { toast(word('expired'), logIn()); return; }
  if (!answer.ok) return;
  const text = (await answer.text()).trim();
  if (/^\d{1,4}\+?$/.test(text)) lines().forEach(line => badge(line).textContent = text === '0' ? '' : text);
  document.body.dispatchEvent(new CustomEvent('sanban:tick'));
}

function ago() {
  document.querySelectorAll('time[data-relative]').forEach(time => {
    const minutes = Math.round((Date.parse(time.dateTime) - Date.now()) / 60_000);
    const words = new Intl.RelativeTimeFormat(time.dataset.relative, { numeric: 'auto' });
    if (Math.abs(minutes) < 60) time.textContent = words.format(minutes, 'minute');
    else if (Math.abs(minutes) < 24 * 60) time.textContent = words.format(Math.round(minutes / 60), 'hour');
  });
}

document.addEventListener('htmx:responseError', event => {
  const { status } = event.detail.xhr;
  const quiet = event.detail.elt.closest?.('.bell');
  if (status === 401) toast(word('expired'), logIn());
  else if (quiet) return;
  else if (status === 403) toast(word('refused'));
  else if (status !== 422) toast(word('failed'));
});
document.addEventListener('htmx:sendError', event => { if (!event.detail.elt.closest?.('.bell')) toast(word('offline')); });
// A session that ended answers with the log-in page: never put that inside another page.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.responseURL?.includes('/login')) { event.detail.shouldSwap = false; toast(word('expired'), logIn()); }
});

if (lines().length) {
  if (!document.querySelector('.nav a[href="/tray"] b')) count();
  setInterval(count, EVERY);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) count(); });
}
ago();
setInterval(ago, 60_000);
