/** One thing to be seen in a chat. */
export interface Bubble {
  from: "me" | "bot";
  text: string;
  buttons: readonly Button[];
  /** the name of a file that came */
  file: string | null;
}

interface Button {
  label: string;
  value: string;
}

/** How one person's chat reaches a platform and is reached by it. */
export interface Line {
  /** the name the service gives the channel */
  readonly channel: string;
  /** the id of the chat there; null before the first message */
  chat(): string | null;
  /** all that came so far, oldest first */
  arrived(): readonly Bubble[] | Promise<readonly Bubble[]>;
  write(text: string): Promise<void>;
  press(button: Button): Promise<void>;
}

/** Somebody's telephone with one chat open: what was written and what came, as the channel shows it. */
export interface Phone extends Pick<Line, "channel" | "chat"> {
  /** how many messages and presses left it */
  readonly written: number;
  screen(): Promise<readonly Bubble[]>;
  /** what came since the last message or press */
  news(): Promise<readonly Bubble[]>;
  says(text: string): Promise<void>;
  presses(button: Button): Promise<void>;
}

export function phoneOn(line: Line): Phone {
  const shown: Bubble[] = [];
  let arrived = 0;
  let written = 0;
  const look = async () => {
    const all = await line.arrived();
    shown.push(...all.slice(arrived));
    arrived = Math.max(arrived, all.length);
    return shown;
  };
  /** What came before stands above what leaves now. */
  const leave = async (text: string, send: () => Promise<void>) => {
    await look();
    shown.push({ from: "me", text, buttons: [], file: null });
    await send();
    written += 1;
  };
  return {
    channel: line.channel,
    chat: () => line.chat(),
    get written() {
      return written;
    },
    screen: look,
    async news() {
      const all = await look();
      return all.slice(all.findLastIndex(({ from }) => from === "me") + 1);
    },
    says: (text) => leave(text, () => line.write(text)),
    presses: (button) => leave(button.label, () => line.press(button)),
  };
}

/** Something of the bot without buttons or files. */
export function plainBubble(text: string): Bubble {
  return { from: "bot", text, buttons: [], file: null };
}
