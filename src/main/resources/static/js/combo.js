// A select with data-combo becomes a box to type in. The select stays the truth: it is what the form sends.
import { word } from './words.js';

let made = 0;

function build(select) {
  const id = `combo-${++made}`;
  const many = select.multiple;
  const box = document.createElement('div');
  const input = document.createElement('input');
  const list = document.createElement('ul');
  const chips = document.createElement('div');
  const options = [...select.options].filter(option => option.value !== '');
  let shown = [];
  let at = -1;

  box.className = 'combo';
  chips.className = 'chips';
  list.className = 'options';
  list.id = `${id}-list`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  Object.assign(input, { type: 'text', autocomplete: 'off', placeholder: select.dataset.placeholder ?? '' });
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })) input.setAttribute(name, value);
  for (const name of ['aria-describedby', 'aria-invalid']) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  if (select.required) { input.setAttribute('aria-required', 'true'); select.required = false; input.dataset.required = ''; }
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  input.id = select.id;
  select.id = `${id}-select`;
  select.tabIndex = -1;
  if (label) list.setAttribute('aria-label', label.textContent.trim());
  select.before(box);
  box.append(chips, input, list, select);

  const chosen = () => options.filter(option => option.selected);
  const matches = (option, text) => [option.textContent, option.dataset.note, option.dataset.search, option.parentElement.label].some(part => part?.toLowerCase().includes(text));

  function paint() {
    if (!many) { input.value = chosen()[0]?.textContent.trim() ?? ''; return; }
    chips.replaceChildren(...chosen().map(option => {
      const chip = document.createElement('span');
      const drop = document.createElement('button');
      chip.className = 'chip';
      chip.append(option.textContent.trim());
      drop.type = 'button';
      drop.textContent = '×';
      drop.setAttribute('aria-label', `${word('remove')} ${option.textContent.trim()}`);
      drop.addEventListener('click', () => { option.selected = false; paint(); tell(); input.focus(); });
      chip.append(drop);
      return chip;
    }));
    input.value = '';
  }
  const tell = () => select.dispatchEvent(new Event('change', { bubbles: true }));

  function show(text) {
    const wanted = text.trim().toLowerCase();
    shown = options.filter(option => !(many && option.selected) && matches(option, wanted)).slice(0, 60);
    at = shown.length && wanted ? 0 : -1;
    list.replaceChildren(...(shown.length ? shown.map((option, n) => {
      const line = document.createElement('li');
      const note = document.createElement('small');
      line.id = `${id}-${n}`;
      line.setAttribute('role', 'option');
      line.append(option.textContent.trim());
      note.textContent = [option.dataset.note, option.parentElement.label].filter(Boolean).join(' · ');
      line.append(note);
      line.addEventListener('mousedown', event => { event.preventDefault(); take(option); });
      return line;
    }) : [Object.assign(document.createElement('li'), { className: 'none', textContent: word('none') })]));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark();
  }
  function mark() {
    [...list.children].forEach((line, n) => line.setAttribute('aria-selected', String(n === at)));
    const line = list.children[at];
    if (line?.id) { input.setAttribute('aria-activedescendant', line.id); line.scrollIntoView({ block: 'nearest' }); } else input.removeAttribute('aria-activedescendant');
  }
  function hide() { list.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); }
  function take(option) {
    if (!many) options.forEach(other => { other.selected = false; });
    option.selected = true;
    paint();
    hide();
    tell();
  }

  input.addEventListener('input', () => show(input.value));
  input.addEventListener('click', () => show(many ? input.value : ''));
  input.addEventListener('blur', () => {
    const exact = shown.filter(option => option.textContent.trim() === input.value.trim());
    if (!list.hidden && exact.length === 1 && !exact[0].selected) take(exact[0]);
    else if (!many && input.value.trim() === '' && select.querySelector('option[value=""]') && select.value !== '') { select.value = ''; tell(); }
    hide();
    paint();
  });
  input.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) show(many ? input.value : '');
      else if (shown.length) { at = (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length; mark(); }
    } else if (event.key === 'Enter' && !list.hidden && !event.ctrlKey) {
      event.preventDefault();
      if (shown[at]) take(shown[at]);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.stopPropagation();
      hide();
      paint();
    } else if (event.key === 'Backspace' && many && input.value === '' && chosen().length) {
      chosen().at(-1).selected = false;
      paint();
      tell();
    }
  });
  select.addEventListener('change', () => { if (document.activeElement !== input) paint(); });
  paint();
}

const enhance = root => root.querySelectorAll('select[data-combo]').forEach(select => { if (!select.closest('.combo')) build(select); });
enhance(document);
document.addEventListener('htmx:load', event => enhance(event.detail.elt));
