/** What a new shop's first rows are called, in the words of its owner's language (messages, namespace `onboarding.defaults`). */
export interface DefaultNames {
  location: string;
  register: string;
  finalConsumer: string;
}
