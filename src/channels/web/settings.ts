/** What the web channel may be told by the surroundings. */
export interface WebSettings {
  organisation: string;
  /** how long personal data are kept, in words, for the privacy notice */
  retention?: string | undefined;
  /** origins ("https://skhcn.example.vn") whose pages may show the chat in a frame and call the API from a browser */
  widgetOrigins: readonly string[];
  /** how many proxies of ours stand in front and append to X-Forwarded-For; 0 means that nobody's word is taken */
  trustedProxies: number;
  limits: WebLimits;
  /** recordings may be sent: something hears them */
  takesRecordings?: boolean;
}

/** How much one person, or one address on the network, may ask of us. */
export interface WebLimits {
  /** messages and files of one conversation a minute */
  conversationPerMinute: number;
  /** messages from one network address a minute; an office shares one */
  addressPerMinute: number;
  /** files from one network address an hour: what is sent up must be kept */
  filesPerHour?: number;
  /** readings of conversations from one network address a minute */
  readsPerMinute?: number;
  /** streams held open by one network address at a time */
  streamsPerAddress?: number;
}

export const DEFAULT_WEB_LIMITS: WebLimits = { conversationPerMinute: 30, addressPerMinute: 120 };

/** What is not set follows from how much may be said: each message is read several times, few carry files. */
export function allLimits(limits: WebLimits): Required<WebLimits> {
  const { addressPerMinute } = limits;
  return {
    filesPerHour: Math.max(30, addressPerMinute / 2),
    readsPerMinute: addressPerMinute * 10,
    streamsPerAddress: Math.max(50, addressPerMinute * 2),
    ...limits,
  };
}

/** A message, as everywhere else, is at most this long. */
export const LONGEST_TEXT = 2000;
export const LARGEST_BODY = 64 * 1024;
export const LARGEST_FILE = 5 * 1024 * 1024;
export const MOST_PENDING_FILES = 5;
