// What customers say, as it comes in.
import {get} from '../api.js';
import {fill, h} from '../dom.js';
import {engineNow, on} from '../live.js';
import {empty, saying, tabs} from '../parts.js';
import {link, parse} from '../route.js';
import {number, t} from '../words.js';

const MOST = 120;
const TONES = ['negative', 'neutral', 'positive'];

export function open(root) {
  let said = null, held = null, waiting = 0;
  const wanted = feedback => (!parse().query.tone || feedback.label === parse().query.tone) && (!parse().query.channel || feedback.channel === parse().query.channel);
  const draw = () => {
    const {query} = parse();
    const list = (held ?? said ?? []).filter(wanted);
    const channels = [...new Set((said ?? []).map(feedback => feedback.channel))].sort();
    fill(root,
      h('div', {class: 'title', key: 'title'}, h('h1', {}, t('page.stream')),
        tabs(t('filter'), [{name: t('tone.all'), href: link('stream', {...query, tone: null}), isChosen: !query.tone}, ...TONES.map(tone => ({name: t('tone.' + tone), href: link('stream', {...query, tone}), isChosen: query.tone === tone}))]),
        channels.length > 1 ? tabs(t('channel'), channels.map(channel => ({name: channel, href: link('stream', {...query, channel: query.channel === channel ? null : channel}), isChosen: query.channel === channel}))) : null,
        h('button', {class: 'button as-of', type: 'button', onclick: () => { held = held ? null : [...(said ?? [])]; waiting = 0; draw(); }}, held ? (waiting ? t('stream.held', number(waiting)) + ' – ' : '') + t('stream.go') : t('stream.hold'))),
      h('section', {class: 'panel feed', key: 'feed'}, said === null ? empty(t('loading')) : list.length ? list.map(feedback => saying(feedback, engineNow())) : empty(t('said.none'))));
  };
  const off = on('feedback', feedback => {
    said = [feedback, ...(said ?? []).filter(other => other.key !== feedback.key)].sort((one, other) => other.occurred_at.localeCompare(one.occurred_at)).slice(0, MOST);
    if (held) waiting++;
    draw();
  });
  draw();
  get('feedback', {most: MOST}).then(list => { said = list; draw(); }).catch(() => {});
  return {adjust: draw, redraw: draw, close: off};
}
