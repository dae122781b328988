// Forms: one sending at a time, nothing typed is lost, long fields grow.
import { toast, word } from './words.js';

const TIMES = { sent: 'sanban.sent' };
const drafts = sessionStorage;
const keyOf = field => `sanban.kept:${location.pathname}:${field.form?.getAttribute('action') ?? ''}:${field.name}`;
const kept = form => [...form.querySelectorAll('[data-keep]')];
let dirty = false;
/** What was refused, perhaps at another address than it was typed at: it arrives with the next sending. */
let refusedBefore = [];

function grow(area) {
  const lines = area.value.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(line.length / Math.max(20, area.clientWidth / 16))), 0);
  const least = area.dataset.rows ??= area.rows;
  area.rows = Math.min(Math.max(lines, Number(least)), 24);
}

/** A text that was typed here and never arrived is offered back, never put in unasked. */
function offer(field) {
  const text = drafts.getItem(keyOf(field));
  if (!text || text === field.value || field.previousElementSibling?.matches('.kept')) return;
  const line = document.createElement('div');
  line.className = 'kept';
  line.append(word('kept'));
  for (const [label, take] of [[word('take'), true], [word('drop'), false]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn small';
    button.textContent = label;
    button.addEventListener('click', () => {
      if (take) { field.value = text; grow(field); field.focus(); dirty = true; } else drafts.removeItem(keyOf(field));
      line.remove();
    });
    line.append(button);
  }
  field.before(line);
}

/** What was sent before this page came back without a refusal has arrived: forget it. */
function forgetArrived() {
  const sent = JSON.parse(drafts.getItem(TIMES.sent) ?? '[]');
  drafts.removeItem(TIMES.sent);
  const loggingIn = document.querySelector('input[type=password]');
  const refused = document.querySelector('[data-objections]');
  if (loggingIn) drafts.setItem(TIMES.sent, '[]');
  else if (refused) refusedBefore = sent;
  else sent.forEach(key => drafts.removeItem(key));
}

function enhance(root) {
  root.querySelectorAll('textarea[data-grow]').forEach(grow);
  root.querySelectorAll('[data-keep]').forEach(offer);
}

document.addEventListener('input', event => {
  const field = event.target;
  if (field.form?.method === 'post') dirty = true;
  if (field.matches('textarea[data-grow]')) grow(field);
  if (field.matches('[data-keep]')) drafts.setItem(keyOf(field), field.value);
});

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
  if (event.defaultPrevented) return;
  dirty = false;
  drafts.setItem(TIMES.sent, JSON.stringify([...refusedBefore, ...kept(form).map(keyOf)]));
  form.dataset.sent = 'yes';
  // After the browser has collected the values, so that the pressed button's own value goes with them.
  setTimeout(() => form.querySelectorAll('button[type=submit], button:not([type])').forEach(button => { button.disabled = true; button.classList.add('busy'); }));
  if (form.target === '_blank' || form.hasAttribute('data-download')) setTimeout(() => release(form), 1500);
}, true);

function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll('button.busy').forEach(button => { button.disabled = false; button.classList.remove('busy'); });
}

document.addEventListener('htmx:afterRequest', event => {
  const form = event.detail.elt.closest?.('form');
  if (form) release(form);
  if (form && event.detail.successful) kept(form).forEach(field => drafts.removeItem(keyOf(field)));
});

// The back button shows a page from memory: its forms can be sent again (the request id makes that harmless).
addEventListener('pageshow', event => { if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(release); });
addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
addEventListener('offline', () => toast(word('offline')));

/** In it stands what the page itself proposed, e.g. the sender of the paper before. After a refusal all that stands is typed. */
const untouched = field => !document.querySelector('[data-objections]')
  && (field.options ? [...field.options].every(option => option.selected === option.defaultSelected) : field.value === field.defaultValue);

// A page can fill several fields from one paste: <input data-paste="/incoming/parse"> gets JSON of field names and values.
document.addEventListener('paste', async event => {
  const field = event.target.closest?.('[data-paste]');
  const text = event.clipboardData?.getData('text/plain');
  if (!field || !text) return;
  const csrf = JSON.parse(document.body.getAttribute('hx-headers') ?? '{}');
  const answer = await fetch(field.dataset.paste, { method: 'POST', headers: { ...csrf, 'Content-Type': 'text/plain;charset=UTF-8' }, body: text }).catch(() => null);
  if (!answer?.ok) return;
  Object.entries(await answer.json()).forEach(([name, value]) => {
    const other = field.form.elements[name];
    if (other && (!other.value || other === field || untouched(other))) { other.value = value; other.dispatchEvent(new Event('change', { bubbles: true })); }
  });
  onward(field);
});

/** After a paste the first field that must be filled and is not is the next to type in. */
function onward(field) {
  [...field.form.elements].find(other => other.required && !other.value && other.offsetParent)?.focus();
}

forgetArrived();
enhance(document);
document.addEventListener('htmx:load', event => enhance(event.detail.elt));
const pasted = document.querySelector('[data-paste]');
if (pasted?.value) onward(pasted);
document.querySelector('[data-objections]')?.focus();
