// How this browser shows the wall, and TV mode.
import {say, session} from '../api.js';
import {choices, choose} from '../choices.js';
import {fill, h} from '../dom.js';
import {tabs} from '../parts.js';
import {go} from '../route.js';
import {t} from '../words.js';

const PAGES = ['overview', 'over-time', 'segments', 'clocks', 'alerts', 'stream'];

export function open(root, _, context) {
  const row = (key, options, note = null) => h('div', {class: 'setting', key}, h('span', {}, t('display.' + key)), h('div', {}, tabs(t('display.' + key), options.map(([name, isChosen, change]) => ({name, isChosen, onclick: () => { choose(change); draw(); }}))), note ? h('p', {class: 'muted'}, note) : null));
  const draw = () => {
    const now = choices();
    const display = now.display;
    fill(root,
      h('div', {class: 'title', key: 'title'}, h('h1', {}, t('page.settings'))),
      h('section', {class: 'panel settings', key: 'choices'},
        row('language', [[t('display.browser'), now.language === null, {language: null}], ['English', now.language === 'en', {language: 'en'}], ['简体中文', now.language === 'zh-CN', {language: 'zh-CN'}]]),
        row('theme', ['system', 'dark', 'light'].map(theme => [t('display.' + theme), now.theme === theme, {theme}])),
        row('density', ['usual', 'tight'].map(density => [t('display.' + density), now.density === density, {density}])),
        row('zone', [[t('display.team', context.setup()?.zone ?? 'UTC'), now.zone === 'team', {zone: 'team'}], [t('display.mine', Intl.DateTimeFormat().resolvedOptions().timeZone), now.zone === 'mine', {zone: 'mine'}]]),
        row('sound', [[t('display.off'), !now.sound, {sound: false}], [t('display.on'), now.sound, {sound: true}]], t('display.sound.long'))),
      h('section', {class: 'panel settings', key: 'tv'},
        h('h2', {}, t('display.tv')), h('p', {class: 'muted'}, t('display.tv.long')),
        PAGES.map(page => h('div', {class: 'setting', key: page},
          h('label', {class: 'check'}, h('input', {type: 'checkbox', checked: display.pages.includes(page), onchange: event => {
            const pages = PAGES.filter(other => other === page ? event.target.checked : display.pages.includes(other));
            choose({display: {...display, pages}});
            draw();
          }}), t('page.' + page)),
          h('label', {class: 'seconds'}, h('input', {type: 'number', min: 5, max: 3600, value: display.seconds[page] ?? 30, 'aria-label': t('page.' + page) + ', ' + t('display.seconds'), onchange: event => choose({display: {...choices().display, seconds: {...choices().display.seconds, [page]: Number(event.target.value)}}})}), ' ', t('display.seconds')))),
        h('button', {class: 'button is-main', type: 'button', disabled: display.pages.length === 0, onclick: () => { document.documentElement.requestFullscreen?.().catch(() => {}); go(display.pages[0], {tv: '1'}); }}, t('display.start'))),
      context.visitor()?.name !== 'localhost' ? h('p', {key: 'leave'}, h('button', {class: 'button', type: 'button', onclick: async () => { await say('DELETE', 'session'); await session(); location.reload(); }}, t('logout'))) : null);
  };
  draw();
  return {redraw: draw};
}
