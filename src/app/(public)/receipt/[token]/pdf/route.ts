import { answerPaper } from "@/app/api/answer-paper.ts";
import { visitorOf } from "@/modules/identity/visitor.ts";
import { sharedReceiptPdf } from "@/modules/sales/queries/receipt-file.ts";
import { findLink } from "@/modules/tenancy/queries/find-link.ts";

/** The receipt behind a customer's link as a file. The token is all that it asks for, as its page does. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const found = await findLink("sale", (await params).token, visitorOf(request.headers));
  const paper = found && (await sharedReceiptPdf(found.ctx, found.documentId));
  if (!paper?.ok) return new Response(null, { status: 404, headers: { "x-robots-tag": "noindex, nofollow", "cache-control": "no-store" } });
  const answer = answerPaper(paper.value);
  answer.headers.set("x-robots-tag", "noindex, nofollow");
  answer.headers.set("referrer-policy", "no-referrer");
  return answer;
}
