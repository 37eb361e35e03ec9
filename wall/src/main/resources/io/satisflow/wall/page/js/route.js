// Which view is shown, and with what: all of it stands in the address, so that a reload or a link shows the same.

export function parse(hash = location.hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page = '', ...rest] = path.split('/').map(part => { try { return decodeURIComponent(part); } catch { return part; } });
  return {page: page || 'overview', id: rest.join('/'), query: Object.fromEntries(new URLSearchParams(query))};
}

export function link(page, query = {}, id = '') {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return '#/' + page + (id ? '/' + encodeURIComponent(id) : '') + (given.length ? '?' + new URLSearchParams(given) : '');
}

export const go = (page, query, id) => { location.hash = link(page, query, id); };

/** Changes a part of the view, without a step in the history. */
export function adjust(query) {
  const now = parse();
  history.replaceState(null, '', link(now.page, {...now.query, ...query}, now.id));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
