// Registration by keyboard alone: Ctrl+S presses the button that only keeps (data-save) of the form one types in.
document.addEventListener('keydown', event => {
  if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
  const button = document.querySelector('main [data-save]');
  if (!button) return;
  event.preventDefault();
  button.form.requestSubmit(button);
});
