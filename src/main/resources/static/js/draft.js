// The editor of a draft: saves while somebody types, keeps the text on this computer when it cannot, never overwrites.
const form = document.querySelector('form[data-draft]');
if (form) edit();

function edit() {
  const AFTER = 1500;
  const BEAT = 45_000;
  const words = form.dataset;
  const base = words.draft;
  const keep = `sanban.draft:${base}:${words.person}`;
  const state = document.getElementById('draft-state');
  const conflict = document.getElementById('draft-conflict');
  const body = form.elements.body;
  let version = Number(form.elements.version.value);
  let timer = 0;
  let busy = false;
  let again = false;
  let frozen = false;
  let leaving = false;
  let typed = 0;
  let sent = 0;
  let lastKey = Date.now();

  // One name for this window; the form without scripts carries another.
  const window_ = sessionStorage.getItem('sanban.window') ?? crypto.randomUUID?.() ?? `w-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  sessionStorage.setItem('sanban.window', window_);
  document.querySelectorAll('input[name=window]').forEach(field => { field.value = window_; });

  const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !['version', 'window', '_csrf', 'over', 'then'].includes(name));
  const token = () => JSON.parse(document.body.getAttribute('hx-headers') ?? '{}');
  const dirty = () => typed !== sent;

  function say(text, kind = '', ...more) {
    state.className = `draft-state ${kind}`;
    state.replaceChildren(text, ...more);
  }
  function button(text, act) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn small';
    made.textContent = text;
    made.addEventListener('click', act);
    return made;
  }
  function link(text, href) {
    const a = document.createElement('a');
    a.href = href;
    a.textContent = text;
    return a;
  }
  function hold() {
    try { localStorage.setItem(keep, JSON.stringify({ version, at: Date.now(), fields: fields() })); } catch { /* a full store loses nothing that is on the page */ }
  }

  /** A stale token is renewed once from the page itself; an ended session is told as one. */
  async function ask(path, data, retry = true) {
    const isText = typeof data === 'string';
    const answer = await fetch(path, {
      method: 'POST', redirect: 'manual', credentials: 'same-origin',
      headers: { ...token(), ...(isText ? {} : { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }), Accept: 'application/json, text/html, text/plain' },
      body: isText ? data : new URLSearchParams(data),
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401) throw new Expired();
    if (answer.status === 403 && retry) {
      const page = await fetch(base, { redirect: 'manual', headers: { Accept: 'text/html' } });
      if (page.type === 'opaqueredirect' || page.status === 401) throw new Expired();
      const fresh = new DOMParser().parseFromString(await page.text(), 'text/html').body.getAttribute('hx-headers');
      if (fresh) document.body.setAttribute('hx-headers', fresh);
      return ask(path, data, false);
    }
    return answer;
  }
  class Expired extends Error {}

  function failed(error) {
    hold();
    if (error instanceof Expired) say(words.expired, 'bad', link(words.logIn, location.pathname));
    else { say(navigator.onLine ? words.failed : words.offline, 'bad'); wait(5000); }
  }
  function wait(ms = AFTER) {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  }

  function notes(all) {
    form.querySelectorAll('[data-note-of]').forEach(note => note.remove());
    form.querySelectorAll('.field.bad').forEach(field => field.classList.remove('bad'));
    for (const [name, sentences] of Object.entries(all ?? {})) {
      const field = document.getElementById(`f-${name}`)?.closest('.field') ?? form.querySelector('.draft-bar');
      field.classList.add('bad');
      for (const sentence of sentences) {
        const note = document.createElement('p');
        note.className = 'wrong';
        note.dataset.noteOf = name;
        note.setAttribute('role', 'alert');
        note.textContent = sentence;
        field.append(note);
      }
    }
  }

  async function save() {
    clearTimeout(timer);
    if (frozen) return false;
    if (busy) { again = true; return false; }
    if (!dirty()) return true;
    busy = true;
    const now = typed;
    say(words.saving);
    try {
      const answer = await ask(`${base}/saves`, [...fields(), ['version', version], ['window', window_]]);
      if (![200, 409, 422].includes(answer.status)) throw new Error(String(answer.status));
      const told = await answer.json();
      notes(told.fields);
      if (told.state === 'saved') {
        version = told.version;
        form.elements.version.value = version;
        sent = now;
        if (!dirty()) localStorage.removeItem(keep); else hold();
        say(told.words, Object.keys(told.fields ?? {}).length ? 'bad' : 'good');
        document.body.dispatchEvent(new CustomEvent('sanban:saved'));
        return !dirty();
      }
      hold();
      if (told.state === 'refused') { say(told.words, 'bad'); return false; }
      if (told.state === 'free') { wait(200); return false; }
      lost(told);
    } catch (error) {
      failed(error);
    } finally {
      busy = false;
      if (again) { again = false; wait(200); }
    }
    return false;
  }

  function readOnly(on) {
    frozen = on;
    const all = form.querySelector('fieldset.all');
    all.querySelectorAll('textarea, input:not([type=checkbox],[type=radio])').forEach(field => { field.readOnly = on; });
    all.querySelectorAll('select, input[type=checkbox], input[type=radio]').forEach(field => { field.disabled = on; });
    form.querySelectorAll('.acts button, [data-save]').forEach(one => { one.disabled = on; });
  }

  /** Somebody wrote or holds the pen: nothing is sent any more until the person says what is to be done. */
  function lost(told) {
    readOnly(true);
    if (told.state === 'taken') say(told.words, 'bad', button(words.over, () => lease('over')));
    else { say(told.words, 'bad'); compare(); }
  }

  async function compare() {
    readOnly(false);
    frozen = true;
    try {
      const answer = await ask(`${base}/comparison`, [...fields(), ['version', version], ['window', window_]]);
      if (!answer.ok) throw new Error(String(answer.status));
      conflict.innerHTML = await answer.text();
      conflict.querySelector('[data-against]').focus();
    } catch (error) { failed(error); }
  }
  conflict.addEventListener('click', event => {
    const mine = event.target.closest('[data-mine]');
    if (mine) {
      version = Number(mine.dataset.mine);
      conflict.replaceChildren();
      readOnly(false);
      typed++;
      lease('take').then(save);
      body.focus();
    } else if (event.target.closest('[data-theirs]')) {
      localStorage.removeItem(keep);
      location.reload();
    }
  });

  async function lease(act) {
    try {
      const answer = await ask(`${base}/lease`, [['window', window_], ['act', act], ['version', version]]);
      if (![200, 409].includes(answer.status)) return;
      const told = await answer.json();
      if (told.state === 'taken') { hold_(told); return; }
      if (told.state === 'mine' && told.version !== version) { lost({ ...told, state: 'stale', words: words.stale }); return; }
      if (told.state === 'mine' && act === 'over') { readOnly(false); say(words.waiting); typed++; save(); }
    } catch (error) { if (error instanceof Expired) failed(error); }
  }
  function hold_(told) {
    if (dirty()) hold();
    lost(told);
  }

  function restore() {
    const kept = JSON.parse(localStorage.getItem(keep) ?? 'null');
    if (!kept) return;
    const same = JSON.stringify(kept.fields) === JSON.stringify(fields());
    if (same) { localStorage.removeItem(keep); return; }
    fill(kept.fields);
    typed++;
    if (kept.version === version) { say(words.restored, 'good'); wait(800); } else { version = kept.version; hold(); say('', 'bad'); frozen = true; save_(); }
  }
  function save_() { frozen = false; save(); }
  function fill(pairs) {
    const by = new Map();
    pairs.forEach(([name, value]) => by.set(name, [...(by.get(name) ?? []), value]));
    const seen = new Map();
    const rows = form.querySelectorAll('[data-annex]').length;
    for (let n = rows; n < (by.get('annexTitle')?.length ?? 0); n++) row();
    for (const field of form.elements) {
      if (!field.name || ['version', 'window', '_csrf'].includes(field.name) || field.type === 'file' || field.tagName === 'BUTTON') continue;
      const values = by.get(field.name) ?? [];
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = values.includes(field.value);
      else if (field.multiple) { [...field.options].forEach(option => { option.selected = values.includes(option.value); }); field.dispatchEvent(new Event('change')); }
      else {
        const n = seen.get(field.name) ?? 0;
        seen.set(field.name, n + 1);
        if (values[n] !== undefined) field.value = values[n];
        if (field.tagName === 'SELECT') field.dispatchEvent(new Event('change'));
      }
    }
  }

  /** One more empty line of the list of annexes. */
  function row() {
    const all = form.querySelectorAll('[data-annex]');
    const fresh = all[all.length - 1].cloneNode(true);
    fresh.querySelector('.num').textContent = `${all.length + 1}.`;
    fresh.querySelectorAll('input, select').forEach(field => {
      field.value = '';
      field.setAttribute('aria-label', field.getAttribute('aria-label').replace(/\d+/, all.length + 1));
    });
    all[all.length - 1].after(fresh);
  }
  function add(input) {
    const area = input.closest('[data-names]').querySelector('textarea');
    const name = input.value.trim();
    if (!name) return;
    if (!area.value.split('\n').includes(name)) area.value = `${area.value.trim()}\n${name}`.trim();
    input.value = '';
    changed();
  }
  function changed() {
    if (frozen) { hold(); return; }
    typed++;
    lastKey = Date.now();
    hold();
    if (!state.classList.contains('bad')) say(words.waiting);
    wait();
  }

  // What forms.js does for forms that are sent is not for this one: leaving loses nothing.
  form.addEventListener('input', event => {
    event.stopPropagation();
    if (event.target.closest('[data-names]') && event.target.tagName === 'INPUT') return;
    if (event.target.name === 'annexTitle' && event.target.value && event.target.closest('[data-annex]').matches(':nth-last-child(1 of [data-annex])')) row();
    changed();
  });
  form.addEventListener('change', event => {
    if (event.target.closest('[data-names]') && event.target.tagName === 'INPUT') add(event.target);
    else if (event.target.matches('select, [type=checkbox], [type=radio], [type=date]')) changed();
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.tagName === 'INPUT' && !event.isComposing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (event.target.closest('[data-names]')) add(event.target);
    }
  });
  /** Leaving waits for the save that is under way, then sends what came since. */
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    try {
      while (busy) await new Promise(done => setTimeout(done, 25));
      again = false;
      if (await save()) location.assign(base.replace(/\/draft$/, ''));
    } finally { leaving = false; }
  };
  document.addEventListener('keydown', event => {
    const ctrl = event.ctrlKey || event.metaKey;
    if (ctrl && event.key.toLowerCase() === 's' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      save();
    } else if (ctrl && event.key === 'Enter' && form.contains(event.target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      leave();
    }
  }, true);
  form.querySelector('[data-save]').addEventListener('click', event => { event.preventDefault(); save(); });
  form.querySelector('button.go').addEventListener('click', event => { event.preventDefault(); leave(); });

  body.addEventListener('paste', async event => {
    const html = event.clipboardData?.getData('text/html');
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (frozen || !(html || /[\t\u00a0\u200b\ufeff\r]/.test(text) || text.length > 5000)) return;
    event.preventDefault();
    say(words.pasting);
    const [from, to] = [body.selectionStart, body.selectionEnd];
    try {
      const type = html ? 'text/html' : 'text/plain';
      const answer = await fetch(body.dataset.pasteProse, {
        method: 'POST', redirect: 'manual', headers: { ...token(), 'Content-Type': `${type};charset=UTF-8` }, body: html || text,
      });
      if (answer.type === 'opaqueredirect' || answer.status === 401) throw new Expired();
      const prose = await answer.text();
      if (answer.status === 422) { notes({ body: [prose] }); say(words.waiting, 'bad'); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      body.setRangeText(prose, from, to, 'end');
      say(words.pasted, 'good');
    } catch (error) {
      // Nothing is lost: the plain words come in as they are.
      body.setRangeText(text, from, to, 'end');
      if (error instanceof Expired) { typed++; failed(error); return; }
    }
    changed();
  });
  document.addEventListener('click', event => {
    const to = event.target.closest('[data-line]');
    if (!to) return;
    event.preventDefault();
    const lines = body.value.split('\n');
    const at = lines.slice(0, Number(to.dataset.line) - 1).reduce((sum, line) => sum + line.length + 1, 0);
    body.focus();
    body.setSelectionRange(at, at + (lines[Number(to.dataset.line) - 1]?.length ?? 0));
    const high = parseFloat(getComputedStyle(body).lineHeight);
    body.scrollTop = Math.max(0, (body.value.slice(0, at).length / Math.max(1, body.value.length)) * body.scrollHeight - 3 * high);
  });

  // A file that was just uploaded can be chosen for its line at once.
  document.getElementById('annexes')?.addEventListener('htmx:afterRequest', async event => {
    if (event.detail.requestConfig?.verb !== 'post' || !event.detail.successful) return;
    const page = new DOMParser().parseFromString(await (await fetch(base, { headers: { Accept: 'text/html' } })).text(), 'text/html');
    const fresh = page.querySelector('select[name=annexFile]');
    if (!fresh) return;
    form.querySelectorAll('select[name=annexFile]').forEach(select => {
      const chosen = select.value;
      select.replaceChildren(...[...fresh.options].map(option => { const copy = option.cloneNode(true); copy.removeAttribute('selected'); return document.importNode(copy, true); }));
      select.value = chosen;
    });
  });

  addEventListener('online', () => { if (dirty()) save(); });
  addEventListener('offline', () => { if (dirty()) { hold(); say(words.offline, 'bad'); } });
  addEventListener('pagehide', () => {
    if (dirty()) hold();
    if (!frozen) fetch(`${base}/lease`, { method: 'POST', keepalive: true, redirect: 'manual', headers: { ...token(), 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ window: window_, act: 'release', version }) }).catch(() => {});
  });
  setInterval(() => { if (!frozen && !document.hidden && Date.now() - lastKey < 600_000) lease('beat'); }, BEAT);

  restore();
  lease('take');
}
