// The words that scripts say, in the reader's language, from the page.
const words = document.getElementById('words')?.dataset ?? {};

/** The word for a key such as 'offline'; empty where the page carries none. */
export const word = key => words[key] ?? '';

/** True while somebody types, so that letters are letters. */
export const typing = target => target.closest?.('input:not([type=checkbox],[type=radio],[type=submit]), textarea, select, [contenteditable=true]') != null;

/** Says something in the corner; stays until closed when it carries a link. */
export function toast(text, link) {
  const box = document.getElementById('toasts');
  if (!box || [...box.querySelectorAll('p')].some(p => p.textContent === text)) return;
  const line = document.createElement('div');
  line.className = 'toast';
  const p = document.createElement('p');
  p.textContent = text;
  line.append(p);
  if (link) {
    const a = document.createElement('a');
    a.href = link.href;
    a.textContent = link.text;
    line.append(a);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', word('close'));
  close.addEventListener('click', () => line.remove());
  line.append(close);
  box.append(line);
  if (!link) setTimeout(() => line.remove(), 8000);
}
