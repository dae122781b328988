// Reporting an error from the page of a subject: the subject and the words that are marked go along.
const longest = 100;

/** The field in which somebody last wrote or marked something: a click on a link takes the focus away from it, but not the marking. */
let field = null;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')) field = target;
});

/** Marked words of the page and the element of the text that they stand in, with their place where it is a field. */
function marked() {
  if (field?.isConnected && field.dataset.element && field.selectionStart < field.selectionEnd) {
    const { selectionStart: from, selectionEnd: to, value } = field;
    return { words: value.slice(from, Math.min(to, from + longest)), element: field.dataset.element, from, to };
  }
  const selection = window.getSelection();
  const words = selection ? selection.toString().trim() : '';
  if (!words || words.length > longest) return null;
  const node = selection.anchorNode;
  const holder = (node instanceof Element ? node : node?.parentElement)?.closest('[data-element]');
  return { words, element: holder ? holder.dataset.element : '' };
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="/errors/new"]') : null;
  if (!link) return;
  const own = document.querySelector('a[data-report]') ?? link;
  const address = new URL(own.getAttribute('href'), window.location.origin);
  const span = marked();
  if (span) {
    address.searchParams.set('quote', span.words);
    for (const name of ['element', 'from', 'to']) {
      if (span[name] !== undefined && span[name] !== '') address.searchParams.set(name, span[name]);
    }
  }
  event.preventDefault();
  window.location.assign(address.pathname + address.search);
});
