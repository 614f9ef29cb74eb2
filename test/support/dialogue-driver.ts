import type { Choice, Reply } from "../../src/conversation/reply.ts";
import { plain } from "../../src/dialogue/choosing.ts";
import type { Dialogue, DialogueContext, Input, Step } from "../../src/dialogue/dialogue.ts";
import type { Command, CommandOutcome } from "../../src/registry/commands.ts";

/**
 * Plays a dialogue as a conversation would: numbers and labels are read against the choices shown last, the state goes
 * through JSON between any two steps, and every reply is checked for what every channel needs.
 */
export class DialogueDriver {
  readonly #dialogue: Dialogue;
  readonly #transcript: string[] = [];
  #state: unknown = null;
  #reply: Reply = { text: "" };
  #step: Step = { kind: "leave", reply: { text: "" } };
  context: DialogueContext;
  isOpen = false;
  /** how a command ends; a test sets it before it sends */
  outcome: CommandOutcome | null = null;

  constructor(dialogue: Dialogue, context: DialogueContext) {
    this.#dialogue = dialogue;
    this.context = context;
  }

  begin(start?: unknown): this {
    this.#take(this.#dialogue.begin(this.context, start));
    return this;
  }

  /** Types words; a number or a label of the choices shown last is that choice. */
  says(...lines: readonly string[]): this {
    for (const line of lines) {
      const choice = this.#chosen(line);
      this.does(choice ? { kind: "choice", value: choice.value } : { kind: "text", text: line }, line);
    }
    return this;
  }

  does(input: Input, shownAs = JSON.stringify(input)): this {
    if (!this.isOpen) throw new Error(`the dialogue is over, nobody hears “${shownAs}”\n${this.print()}`);
    this.#transcript.push(`> ${shownAs}`);
    this.#take(this.#dialogue.advance(this.#state, input, this.context));
    return this;
  }

  back(): this {
    this.#transcript.push("> (quay lại)");
    const step = this.#dialogue.back(this.#state, this.context);
    if (step) this.#take(step);
    else this.#transcript.push("< (đang ở bước đầu)");
    return this;
  }

  resume(): Reply {
    return checked(this.#dialogue.resume(this.#state, this.context));
  }

  get typed(): readonly string[] {
    return this.#dialogue.typed(this.#state, this.context);
  }

  get reply(): Reply {
    return this.#reply;
  }

  get text(): string {
    return this.#reply.text;
  }

  get labels(): readonly string[] {
    return (this.#reply.choices ?? []).map(({ label }) => label);
  }

  get step(): Step {
    return this.#step;
  }

  /** The command that the last step asked for. */
  get command(): Command {
    if (this.#step.kind !== "do") throw new Error(`no command was asked for\n${this.print()}`);
    return this.#step.command;
  }

  get state(): unknown {
    return this.#state;
  }

  print(): string {
    return this.#transcript.join("\n");
  }

  #chosen(line: string): Choice | undefined {
    const choices = this.#reply.choices ?? [];
    if (/^\d{1,2}$/.test(line.trim())) return choices[Number(line) - 1];
    return choices.find(({ label }) => plain(label) === plain(line));
  }

  #take(step: Step): void {
    this.#step = step;
    switch (step.kind) {
      case "ask":
        this.#keep(step.state);
        {
          this.#hear(step.reply);
          return;
        }
      case "not_understood": {
        this.#hear(step.reply);
        return;
      }
      case "leave":
        this.isOpen = false;
        {
          this.#hear(step.reply);
          return;
        }
      case "switch":
        this.isOpen = false;
        this.#transcript.push(`< → ${step.to} ${JSON.stringify(step.start)}`);
        return;
      case "do": {
        this.isOpen = false;
        if (!this.outcome) return;
        const { reply, state } = step.conclude(this.outcome);
        if (state !== undefined) this.#keep(state);
        this.#hear(reply);
        return;
      }
    }
  }

  /** State is data: nothing of it may be lost in a database. */
  #keep(state: unknown): void {
    this.#state = JSON.parse(JSON.stringify(state)) as unknown;
    this.isOpen = true;
  }

  #hear(reply: Reply): void {
    this.#reply = checked(reply);
    const choices = this.labels.map((label, index) => `[${index + 1}. ${label}]`).join(" ");
    this.#transcript.push(`< ${reply.text}${choices ? `\n  ${choices}` : ""}`);
  }
}

/** What every channel needs of a reply; breaks the test that got another one. */
function checked(reply: Reply): Reply {
  if (reply.text.trim() === "") throw new Error("an empty reply");
  const values = (reply.choices ?? []).map(({ value }) => value);
  if (new Set(values).size !== values.length) throw new Error(`a value stands twice: ${values.join(" ")}`);
  for (const { label, value } of reply.choices ?? []) {
    if (label.trim() === "") throw new Error(`a choice without a label: ${value}`);
    if (!/^[\x20-\x7e]{1,40}$/.test(value)) throw new Error(`no value for a button: ${value}`);
  }
  return reply;
}
