// Everything here makes a page quicker; nothing here is needed to read or to act.
import './keys.js';
import './palette.js';
import './forms.js';
import './combo.js';
import './dialogs.js';
import './live.js';
import './upload.js';
import './register.js';
import './draft.js';
import './report.js';
import './checking.js';
import './seats.js';
import './offline.js';
