/** Makes an element with properties and children. Text becomes text, never markup. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role' || name === 'for') element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A moment of the cloud's time, as the clock of this laptop shows it. */
export function timeOf(at) {
  return new Date(at).toLocaleTimeString('en-GB');
}
