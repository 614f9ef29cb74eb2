/** Close enough: whether it is read there is for its owner to know. */
export function isEmail(text: string): boolean {
  return text.length <= 200 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text);
}
