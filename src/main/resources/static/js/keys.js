// The keyboard: j k Enter n / ? g-t, and whatever letter a button of the page or the header bears. Never while somebody types.
import { typing } from './words.js';

const rows = () => [...document.querySelectorAll('[data-rows] .row, [data-rows] tbody tr')].filter(row => row.offsetParent !== null);
const selected = () => document.querySelector('[data-rows] .sel');
const opening = row => row && (row.matches('a') ? row : row.querySelector('a.t, a[href]'));
let prefix = '';

function move(step) {
  const all = rows();
  if (!all.length) return;
  const at = all.indexOf(selected());
  const next = all[Math.min(Math.max(at + step, 0), all.length - 1)];
  all.forEach(row => row.classList.toggle('sel', row === next));
  next.scrollIntoView({ block: 'nearest' });
  opening(next)?.focus({ preventScroll: true });
}

/** Presses what the page marks with data-key; on a list first within the selected line. */
function press(key) {
  const inRow = selected()?.querySelector(`[data-key="${key}"]`);
  const there = inRow ?? document.querySelector(`main [data-key="${key}"], .top [data-key="${key}"]`);
  if (there) { there.click(); there.focus(); return true; }
  return false;
}

function leap(letter) {
  const href = { t: '/tray', h: '/' }[letter] ?? document.querySelector(`.nav [data-leap="${letter}"]`)?.getAttribute('href');
  if (href) location.assign(href);
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  n: () => press('n') || document.querySelector('[data-new]')?.click(),
  '/': () => document.querySelector('[data-seek]')?.focus(),
  '?': () => document.getElementById('keys')?.showModal(),
};

document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = event.target.closest?.('form');
    if (form) { event.preventDefault(); form.requestSubmit(form.querySelector('button.go, button[type=submit]')); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) {
    if (event.key === 'Escape' && typing(event.target) && !event.isComposing) event.target.blur();
    return;
  }
  if (document.querySelector('dialog[open]')) return;
  if (prefix === 'g') { prefix = ''; leap(event.key); return; }
  if (event.key === 'g') { prefix = 'g'; setTimeout(() => { prefix = ''; }, 1200); return; }
  if (event.key === 'Enter' && event.target === document.body) { opening(selected())?.click(); return; }
  const action = actions[event.key];
  if (action) { event.preventDefault(); action(); }
  else if (/^[a-z]$/.test(event.key) && press(event.key)) event.preventDefault();
});
