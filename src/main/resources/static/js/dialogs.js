// Dialogs and menus: buttons with data-opens / data-closes; <details data-dialog> becomes a dialog.
document.addEventListener('click', event => {
  const opens = event.target.closest('[data-opens]');
  if (opens) document.getElementById(opens.dataset.opens)?.showModal();
  const closes = event.target.closest('[data-closes]');
  if (closes) closes.closest('dialog')?.close();
  if (event.target.matches('dialog')) event.target.close();
  document.querySelectorAll('details[data-menu][open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
});

document.addEventListener('keydown', event => {
  if (event.key === 'Escape') document.querySelectorAll('details[data-menu][open]').forEach(menu => {
    menu.open = false;
    menu.querySelector('summary').focus();
  });
});

function enhance(root) {
  root.querySelectorAll('details[data-dialog]').forEach(details => {
    const dialog = document.createElement('dialog');
    dialog.append(...details.querySelector('.confirming').childNodes);
    const title = dialog.querySelector('h2');
    if (title) {
      title.id ||= `${details.dataset.dialog}-title`;
      dialog.setAttribute('aria-labelledby', title.id);
    }
    details.querySelector('.confirming').append(dialog);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = details.querySelector('summary').className;
    button.textContent = details.querySelector('summary').textContent;
    if (details.dataset.letter) button.dataset.key = details.dataset.letter;
    button.addEventListener('click', () => dialog.showModal());
    const open = details.open;
    details.replaceWith(button, dialog);
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'close';
    close.dataset.closes = '';
    close.textContent = '×';
    close.setAttribute('aria-label', document.getElementById('words')?.dataset.close ?? '×');
    dialog.querySelector('header')?.append(close);
    if (open) dialog.showModal();
  });
}
enhance(document);
document.addEventListener('htmx:load', event => enhance(event.detail.elt));
