// Findings beside a draft: marked in the text, gone to by a click, mended by another; the save is the draft's own.
const form = document.querySelector('form[data-draft]');
const panel = document.getElementById('checks');
const clicked = document.getElementById('checks-clicked');
if (form && panel) beside(form.elements.body);

function beside(body) {
  const layer = document.createElement('div');
  layer.className = 'marks';
  layer.setAttribute('aria-hidden', 'true');
  const frame = document.createElement('div');
  frame.className = 'marked';
  body.before(frame);
  frame.append(layer, body);

  const all = () => [...panel.querySelectorAll('[data-check]')];
  const field = check => form.elements[check.dataset.element] ?? document.getElementById(`f-${check.dataset.element}`);

  /** Where the words stand now: at their place, or at the nearest other one while somebody types before them. */
  function place(check, text) {
    const { quote, from } = check.dataset;
    const at = Number(from);
    if (text.startsWith(quote, at)) return at;
    let best = -1;
    for (let n = text.indexOf(quote); n >= 0 && quote; n = text.indexOf(quote, n + 1)) if (best < 0 || Math.abs(n - at) < Math.abs(best - at)) best = n;
    return best;
  }

  function draw() {
    const text = body.value;
    const spots = all().filter(check => check.dataset.element === 'body' && check.dataset.quote)
      .map(check => ({ check, from: place(check, text) })).filter(spot => spot.from >= 0).sort((a, b) => a.from - b.from);
    const parts = [];
    let at = 0;
    for (const { check, from } of spots) {
      if (from < at) continue;
      const mark = document.createElement('mark');
      mark.className = `${check.dataset.severity}${check.classList.contains('on') ? ' on' : ''}`;
      mark.textContent = check.dataset.quote;
      parts.push(text.slice(at, from), mark);
      at = from + check.dataset.quote.length;
    }
    layer.replaceChildren(...parts, `${text.slice(at)}\n`);
    layer.style.right = `${body.offsetWidth - body.clientWidth - 2}px`;
    layer.scrollTop = body.scrollTop;
  }

  function go(check) {
    all().forEach(other => other.classList.toggle('on', other === check));
    const target = field(check);
    if (!target?.setSelectionRange) { target?.focus?.(); return; }
    const from = check.dataset.element === 'attachments' ? -1 : place(check, target.value);
    target.focus();
    if (from < 0) return;
    target.setSelectionRange(from, from + check.dataset.quote.length);
    if (target === body) {
      draw();
      const mark = layer.querySelector('mark.on');
      if (mark) body.scrollTop = Math.max(0, mark.offsetTop - body.clientHeight / 3);
    }
  }

  /** The list of attachments is several fields: the line that holds the words. */
  function holder(check) {
    if (check.dataset.element !== 'attachments') return field(check);
    return [...form.querySelectorAll('[name=annexTitle]')].find(input => input.value.includes(check.dataset.quote));
  }

  function mend(check) {
    const target = holder(check);
    const from = target ? (target.name === 'annexTitle' ? target.value.indexOf(check.dataset.quote) : place(check, target.value)) : -1;
    if (from < 0 || target.readOnly || target.disabled) return;
    target.focus();
    target.setRangeText(check.dataset.fix, from, from + check.dataset.quote.length, 'end');
    const note = document.createElement('input');
    note.type = 'hidden';
    note.name = 'clicked';
    note.value = check.dataset.check;
    clicked.append(note);
    target.dispatchEvent(new Event('input', { bubbles: true }));
    check.remove();
    form.querySelector('[data-save]')?.click();
  }

  panel.addEventListener('click', event => {
    const check = event.target.closest('[data-check]');
    if (!check) return;
    if (event.target.closest('[data-mend]')) mend(check);
    else if (event.target.closest('[data-go]')) { event.preventDefault(); go(check); }
  });
  panel.addEventListener('htmx:afterRequest', event => {
    if (event.detail.elt === panel && event.detail.successful) clicked.replaceChildren();
  });
  panel.addEventListener('htmx:afterSwap', draw);
  form.addEventListener('input', draw, true);
  body.addEventListener('scroll', () => { layer.scrollTop = body.scrollTop; });
  new ResizeObserver(draw).observe(body);
  draw();
}
