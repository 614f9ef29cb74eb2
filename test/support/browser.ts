import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";

const { env, platform } = process;

const USUAL_PLACES: readonly string[] =
  platform === "darwin"
    ? [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ]
    : platform === "win32"
      ? [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]]
          .filter((folder) => folder !== undefined)
          .flatMap((folder) => [
            join(folder, "Google", "Chrome", "Application", "chrome.exe"),
            join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
          ])
      : [
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/snap/bin/chromium",
        ];

/** A Chromium of this machine: CHROMIUM_PATH where it is set, else the usual places. */
function findChromium(): string | undefined {
  // Set but empty, as an .env file leaves it, means not set.
  if (env["CHROMIUM_PATH"]) return env["CHROMIUM_PATH"];
  return USUAL_PLACES.find((path) => existsSync(path));
}

/**
 * Whether to skip what needs a browser; the reason is told where this is asked.
 * With NSCL_REQUIRE_BROWSER=1 nothing is skipped, so that a missing browser fails.
 */
export function withoutBrowser(): boolean {
  if (findChromium() !== undefined || env["NSCL_REQUIRE_BROWSER"] === "1") return false;
  console.warn("browser tests skipped: no Chromium found; install one or set CHROMIUM_PATH");
  return true;
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium found; install one or set CHROMIUM_PATH");
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      // Chromium's sandbox does not run as root, which containers commonly are.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}

/** Notes what the content policy blocks, a script trips over, or the console complains of. */
export function watchPage(page: Page, problems: string[], levels: readonly string[] = ["error"]): void {
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (levels.includes(message.type())) problems.push(message.text());
  });
}
