/** Working days and hours of the office, in Asia/Ho_Chi_Minh. Dates go in and out as instants. */
export interface WorkingCalendar {
  isWorkingTime(at: Date): boolean;
  /** the next moment somebody is at work; `at` itself during working hours */
  nextWorkingTime(at: Date): Date;
  /** end of the n-th working day after the day of `at` */
  addWorkingDays(at: Date, days: number): Date;
  /** working hours in words, as told to people */
  readonly hoursInWords: string;
}
