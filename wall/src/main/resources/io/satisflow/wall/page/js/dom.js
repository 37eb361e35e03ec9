// Elements made by hand. Text always goes in as text, so whatever customers write stays text.

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'path', 'line', 'rect', 'circle', 'g', 'polyline', 'polygon', 'text', 'title']);

/** An element: h('p', {class: 'muted', onclick: f}, 'words', other elements). What is null or false is left out. */
export function h(tag, properties = {}, ...children) {
  const isSvg = SVG_TAGS.has(tag) && !(tag === 'title' && properties.html);
  const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  element.handlers = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'key') element.key = value;
    else if (name.startsWith('on')) { element.handlers[name] = value; element[name] = value; }
    else if (name === 'value') { element.value = value; element.setAttribute('value', value); }
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Makes `target` hold what `children` say and keeps what is the same: focus, selection, scrolling and islands survive. */
export function fill(target, ...children) {
  const fresh = document.createDocumentFragment();
  append(fresh, children);
  reconcile(target, [...fresh.childNodes]);
}

function reconcile(target, wanted) {
  const keyed = new Map();
  for (const child of target.childNodes) if (child.key !== undefined) keyed.set(child.key, child);
  let place = target.firstChild;
  for (const child of wanted) {
    let found = child.key === undefined ? place : keyed.get(child.key);
    if (child.key === undefined) while (found && found.key !== undefined) found = found.nextSibling;
    else keyed.delete(child.key);
    if (!found || !isSame(found, child)) {
      target.insertBefore(child, place);
      continue;
    }
    if (found === place) place = place.nextSibling;
    else target.insertBefore(found, place);
    morph(found, child);
  }
  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

const isSame = (one, other) => one.nodeName === other.nodeName && one.key === other.key;

function morph(kept, fresh) {
  if (kept.nodeType === Node.TEXT_NODE) {
    if (kept.data !== fresh.data) kept.data = fresh.data;
    return;
  }
  for (const {name} of [...kept.attributes]) if (!fresh.hasAttribute(name) && name !== 'style' && name !== 'open') kept.removeAttribute(name);
  for (const {name, value} of fresh.attributes) if (kept.getAttribute(name) !== value) kept.setAttribute(name, value);
  for (const name of Object.keys(kept.handlers ?? {})) if (!fresh.handlers?.[name]) kept[name] = null;
  for (const [name, value] of Object.entries(fresh.handlers ?? {})) kept[name] = value;
  kept.handlers = fresh.handlers;
  // What somebody has typed stays, unless the page has a value of its own for it.
  if ('value' in kept && fresh.hasAttribute('value') && kept !== document.activeElement && kept.value !== fresh.value && kept.nodeName !== 'LI') kept.value = fresh.value;
  if (!kept.hasAttribute('data-island')) reconcile(kept, [...fresh.childNodes]);
}
