/** A speech bubble with a tick: an answer that was checked. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">
<path d="M8 3h24a6 6 0 0 1 6 6v16a6 6 0 0 1-6 6H19l-9 7v-7H8a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z" fill="#0e5a5e"/>
<path d="m12 17.5 5.5 5.5L29 11.500" fill="none" stroke="#ffd98a" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;
