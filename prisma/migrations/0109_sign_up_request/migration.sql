-- The Idempotency-Key of the API call that opened the account, and a digest of what it asked for without the password: for a while the same call is
-- answered with the same account (decision 059).
ALTER TABLE "user" ADD COLUMN "sign_up_request" TEXT;
