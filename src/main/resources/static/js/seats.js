// Seats in a row: one is dragged onto another, or moved with the arrow keys; both change places. The list below the row does the same.
const KEPT = 'sanban-seat';
const seats = () => [...document.querySelectorAll('.seats[data-moves] > li')];

function put(seat, onto) {
  if (!onto || onto === seat) return;
  const form = seat.querySelector('form');
  form.elements.seat.value = onto.dataset.seat;
  sessionStorage.setItem(KEPT, seat.dataset.person);
  form.requestSubmit();
}

const seatOf = target => (target instanceof Element ? target.closest('.seats[data-moves] > li') : null);
let held = null;

document.addEventListener('dragstart', event => {
  held = seatOf(event.target);
  if (held) event.dataTransfer.effectAllowed = 'move';
});
document.addEventListener('dragover', event => {
  const under = seatOf(event.target);
  if (!held || !under) return;
  event.preventDefault();
  seats().forEach(seat => seat.classList.toggle('over', seat === under && seat !== held));
});
document.addEventListener('drop', event => {
  const under = seatOf(event.target);
  if (!held || !under) return;
  event.preventDefault();
  put(held, under);
});
document.addEventListener('dragend', () => {
  held = null;
  seats().forEach(seat => seat.classList.remove('over'));
});
document.addEventListener('keydown', event => {
  const seat = seatOf(event.target);
  if (!seat || seat !== event.target || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    event.preventDefault();
    put(seat, event.key === 'ArrowLeft' ? seat.previousElementSibling : seat.nextElementSibling);
  }
});

seats().forEach(seat => { seat.draggable = true; });
const moved = sessionStorage.getItem(KEPT);
if (moved) {
  sessionStorage.removeItem(KEPT);
  seats().find(seat => seat.dataset.person === moved)?.focus();
}
