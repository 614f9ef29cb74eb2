/** Events as the webhook brings them. */

export const PERSON = "246845883529197922";

/** A text of the person, as the webhook brings it. */
export function textEvent(id: string, text: string, sender = PERSON): Record<string, unknown> {
  return event("user_send_text", { message: { text, msg_id: id } }, sender);
}

export function event(name: string, more: Record<string, unknown>, sender = PERSON): Record<string, unknown> {
  return {
    app_id: "360846524940903967",
    sender: { id: sender },
    user_id_by_app: "552177279717587730",
    recipient: { id: "388613280878808645" },
    event_name: name,
    timestamp: "1764000000000",
    ...more,
  };
}
