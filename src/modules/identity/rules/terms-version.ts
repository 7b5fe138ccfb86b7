/** The terms that a sign-up accepts (messages, namespace `auth.terms`); a new text is a new version. */
export const TERMS_VERSION = "2026-11";
