import type { LoginQRCallbackEvent } from "zca-js";
import { cookiesOf, createZalo, type API } from "./client.ts";
import { failureOf } from "./failures.ts";
import { qrAsText } from "./qr-text.ts";
import type { Session } from "./session.ts";
import type { Usual } from "./settings.ts";
import { texts } from "./texts.ts";

/** A code to scan with the account's own Zalo, while it lasts. */
export interface QrCode {
  /** a PNG */
  image: Uint8Array;
  /** the same for a terminal; null where the picture cannot be read as a code */
  text: string | null;
  expiresAt: Date;
}

export type QrOutcome =
  | { kind: "signed_in"; session: Session }
  /** refused on the phone */
  | { kind: "declined" }
  /** nobody scanned or confirmed in time */
  | { kind: "expired" }
  | { kind: "cancelled" }
  | { kind: "failed"; why: string };

/** What whoever asked for a login is told. */
export type LoginOutcome =
  Exclude<QrOutcome, { kind: "signed_in" }> | { kind: "signed_in" } | { kind: "busy" };

/** For staff. */
export function whyNotSignedIn(outcome: Exclude<LoginOutcome, { kind: "signed_in" }>): string {
  return outcome.kind === "failed" ? texts.qr.failed(outcome.why) : texts.qr[outcome.kind];
}

interface QrParts {
  settings: Usual;
  onQr: (code: QrCode) => void;
  signal: AbortSignal;
  now: () => Date;
}

/** Signs in by QR once. A declined code would leave the library waiting for ever, so the end is ours. */
export async function loginByQr({ settings, onQr, signal, now }: QrParts): Promise<QrOutcome> {
  const zalo = await createZalo(settings);
  const { LoginQRCallbackEventType } = await import("zca-js");
  const { qrMs } = settings.times;
  let isOver = false;
  let abandon: (() => unknown) | null = null;
  let credentials: { imei: string; userAgent: string } | null = null;

  return new Promise((resolve) => {
    const end = (outcome: QrOutcome) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      isOver = true;
      // Stops the library's polls and timers too; after a success there is nothing to stop.
      if (outcome.kind !== "signed_in") abandon?.();
      resolve(outcome);
    };
    const cancel = () => {
      end({ kind: "cancelled" });
    };
    const timer = setTimeout(() => {
      end({ kind: "expired" });
    }, qrMs);
    signal.addEventListener("abort", cancel);
    if (signal.aborted) cancel();

    const onEvent = (event: LoginQRCallbackEvent) => {
      switch (event.type) {
        case LoginQRCallbackEventType.QRCodeGenerated: {
          const { data, actions } = event;
          abandon = actions.abort;
          if (isOver) {
            abandon();
            return;
          }
          const image = Buffer.from(data.image, "base64");
          onQr({ image, text: qrAsText(image), expiresAt: new Date(now().getTime() + qrMs) });
          return;
        }
        case LoginQRCallbackEventType.QRCodeExpired:
          end({ kind: "expired" });
          return;
        case LoginQRCallbackEventType.QRCodeDeclined:
          end({ kind: "declined" });
          return;
        case LoginQRCallbackEventType.GotLoginInfo:
          credentials = event.data;
          return;
        case LoginQRCallbackEventType.QRCodeScanned:
      }
    };
    zalo.loginQR({}, onEvent).then(
      (api) => {
        end(
          credentials
            ? { kind: "signed_in", session: sessionOf(api, credentials, now()) }
            : { kind: "failed", why: "the login came without its data" },
        );
      },
      (error: unknown) => {
        const failure = failureOf(error);
        end({ kind: "failed", why: "why" in failure ? failure.why : failure.kind });
      },
    );
  });
}

/** Whatever people wrote before this login is not ours to answer. */
function sessionOf(api: API, { imei, userAgent }: { imei: string; userAgent: string }, now: Date): Session {
  return { uid: api.getOwnId(), imei, userAgent, cookies: cookiesOf(api), since: now };
}
