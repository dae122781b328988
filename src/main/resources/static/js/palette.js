// Ctrl-K: one box for everything. The rows come from /palette as links.
import { typing } from './words.js';

const palette = document.getElementById('palette');

if (palette) {
  const input = palette.querySelector('input');
  const found = document.getElementById('palette-found');
  const lines = () => [...found.querySelectorAll('a')];

  const open = text => {
    if (palette.open) return;
    palette.showModal();
    input.value = text;
    input.dispatchEvent(new CustomEvent('sanban:open', { bubbles: true }));
  };

  const choose = line => lines().forEach((one, at) => {
    one.classList.toggle('sel', one === line);
    one.setAttribute('aria-selected', String(one === line));
    one.id ||= `found-${at}`;
    if (one === line) { input.setAttribute('aria-activedescendant', one.id); one.scrollIntoView({ block: 'nearest' }); }
  });

  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open(typing(event.target) && event.target.matches('[data-seek]') ? event.target.value : '');
    }
  });

  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    const all = lines();
    const at = all.findIndex(one => one.classList.contains('sel'));
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(all[(at + (event.key === 'ArrowDown' ? 1 : all.length - 1) + all.length) % all.length]);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (all[at]) all[at].click();
      else if (input.value.trim()) location.assign(`/search?q=${encodeURIComponent(input.value.trim())}`);
    }
  });

  found.addEventListener('htmx:afterSwap', () => choose(lines()[0]));
}
