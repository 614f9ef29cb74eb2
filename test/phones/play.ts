import type { Bubble, Phone } from "./phone.ts";

/** One thing a person wants to do, and what they hear then. */
export type Step = ({ says: string } | { picks: string }) & { hears: string };

/**
 * Plays a script on one telephone: buttons are pressed where there are any, else the number of a line or the words it
 * names are typed.
 * @param answered resolves when the service has said all it has to say
 */
export async function play(
  script: readonly Step[],
  phone: Phone,
  answered: (phone: Phone) => Promise<void>,
): Promise<void> {
  for (const step of script) {
    if ("says" in step) await phone.says(step.says);
    else await pick(phone, step.picks);
    await answered(phone);
    const heard = textOf(await phone.news());
    if (!heard.includes(step.hears))
      throw new Error(`${phone.channel}, ${JSON.stringify(step)}: not heard in\n${heard}`);
  }
}

/** Picks what has this label, or holds it, in the way the screen offers. */
export async function pick(phone: Phone, label: string): Promise<void> {
  const news = await phone.news();
  const buttons = news.flatMap((bubble) => bubble.buttons);
  const lines = textOf(news).split("\n");
  const numbered = lines.flatMap((line) => [
    ...offerIn(/^(?<typed>\d+)\. (?<label>.+)$/, line),
    ...offerIn(/^Gõ (?<typed>\d+): (?<label>.+)$/, line),
  ]);
  const worded = lines.flatMap((line) => offerIn(/^(?<label>.+): gõ “(?<typed>.+)”$/, line));
  const button = meantBy(label, buttons);
  if (button) return phone.presses(button);
  // A menu is said last.
  const offer = meantBy(label, numbered.toReversed()) ?? meantBy(label, worded);
  if (!offer) {
    const all = [...lines, ...buttons.map((one) => `[${one.label}]`)].join("\n");
    throw new Error(`${phone.channel}: nothing offers “${label}” in\n${all}`);
  }
  const onNumber = buttons.find((one) => one.label === offer.typed);
  return onNumber ? phone.presses(onNumber) : phone.says(offer.typed);
}

interface Offer {
  label: string;
  typed: string;
}

function offerIn(shape: RegExp, line: string): Offer[] {
  const { label, typed } = shape.exec(line)?.groups ?? {};
  return label === undefined || typed === undefined ? [] : [{ label, typed }];
}

function meantBy<T extends { label: string }>(label: string, offers: readonly T[]): T | undefined {
  return offers.find((one) => one.label === label) ?? offers.find((one) => one.label.includes(label));
}

export function textOf(bubbles: readonly Bubble[]): string {
  return bubbles.map(({ text }) => text).join("\n");
}
