// For whoever has to show a token first.
import {say, Refusal} from '../api.js';
import {h} from '../dom.js';
import {t} from '../words.js';

export function login(failure) {
  const words = failure instanceof Refusal ? t(failure.status === 429 ? 'login.slow' : 'login.wrong') : failure ? t('failed', failure.message) : '';
  return h('form', {class: 'login', onsubmit: async event => {
    event.preventDefault();
    const field = event.target.elements.token;
    try {
      await say('POST', 'session', {token: field.value});
      location.reload();
    } catch (refusal) {
      event.target.replaceWith(login(refusal));
      document.querySelector('.login input')?.focus();
    }
  }},
  h('h1', {}, t('login')), h('p', {class: 'muted'}, t('login.long')),
  h('input', {name: 'token', type: 'password', autocomplete: 'current-password', required: true, 'aria-label': t('login')}),
  h('button', {class: 'button is-main'}, t('login.do')),
  h('p', {class: 'problem', role: 'alert'}, words));
}
