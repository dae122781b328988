// Shows how far an upload has come, and refuses what the server would refuse for its size before it is sent.
document.addEventListener('htmx:xhr:progress', event => {
  const bar = event.target.closest?.('[data-upload]')?.querySelector('progress');
  if (!bar || !event.detail.lengthComputable) return;
  bar.hidden = false;
  bar.value = Math.round(100 * event.detail.loaded / event.detail.total);
});

document.addEventListener('change', event => {
  const largest = Number(event.target.closest?.('[data-upload]')?.dataset.upload) * 1024 * 1024;
  if (event.target.type !== 'file' || !largest) return;
  const tooLarge = [...event.target.files].some(file => file.size > largest);
  event.target.setCustomValidity(tooLarge ? event.target.form.dataset.tooLarge : '');
  event.target.reportValidity();
});
