// Answers of the server, and words to it.

let csrf = null;

export class Refusal extends Error {
  constructor(status, message) { super(message); this.status = status; }
}

export async function get(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const search = given.length ? '?' + new URLSearchParams(given) : '';
  return answer(await fetch('api/' + path + search, {headers: {Accept: 'application/json'}, cache: 'no-store'}));
}

async function answer(response) {
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Refusal(response.status, body?.error ?? response.statusText);
  return body;
}

/** Who I am; role "none" for somebody who has to show a token first. */
export async function session() {
  const response = await fetch('api/session', {cache: 'no-store'});
  const visitor = await response.json();
  csrf = visitor.csrf;
  return visitor;
}

/** Says something; a token against forgery that has grown old is fetched anew, once. */
export async function say(method, path, body) {
  const send = () => fetch('api/' + path, {
    method,
    headers: {'Content-Type': 'application/json', ...(csrf ? {'X-CSRF-Token': csrf} : {})},
    body: body === undefined ? undefined : JSON.stringify(body)});
  let response = await send();
  if (response.status === 403) {
    await session();
    response = await send();
  }
  return answer(response);
}
