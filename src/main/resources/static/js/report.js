// Reporting an error from the page of a subject: the subject and the words that are marked go along.
const longest = 100;

/** Marked words of the page and the element of the text that they stand in. */
function marked() {
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
    if (span.element) address.searchParams.set('element', span.element);
  }
  event.preventDefault();
  window.location.assign(address.pathname + address.search);
});
