/** Something everybody is to be told while it holds: a storm, a wrong form, a closed office. */
export interface EmergencyNotice {
  /** another notice is another id, so that each is said once */
  id: string;
  text: string;
  from: Date;
  /** the first moment at which it is no longer said */
  until: Date;
}

/** What staff switch while the service runs; a change holds on every replica within seconds. */
export interface Settings {
  /** the bot is switched off: what people write goes to staff */
  paused(): boolean;
  /** what holds at this moment; null where there is nothing to tell */
  notice(now: Date): EmergencyNotice | null;
}
