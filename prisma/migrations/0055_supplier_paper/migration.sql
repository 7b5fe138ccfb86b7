-- An entry of a supplier's account as its paper says it: number or way of paying, day, when a bill is due, and whether it was taken back. What
-- takes back happened on its own day, not on that of the paper.
CREATE VIEW supplier_paper WITH (security_invoker = true) AS
SELECT e.tenant_id, e.id, e.supplier_id, e.kind, e.source_id, e.amount, e.at, coalesce(b.number, p.method, n.number) AS reference,
       CASE WHEN e.kind IN ('bill', 'payment', 'credit_note') THEN coalesce(b.bill_date, p.paid_on, n.note_date, e.business_date) ELSE e.business_date END AS date,
       CASE WHEN e.kind = 'bill' THEN b.due_date END AS due_date,
       EXISTS (SELECT FROM purchase_cancellation c WHERE c.tenant_id = e.tenant_id AND c.purchase_id = b.id) OR EXISTS (SELECT FROM supplier_payment_cancellation c WHERE c.tenant_id = e.tenant_id AND c.payment_id = p.id)
         OR EXISTS (SELECT FROM credit_note_cancellation c WHERE c.tenant_id = e.tenant_id AND c.credit_note_id = n.id) AS is_cancelled
  FROM supplier_entry e
  LEFT JOIN purchase b ON e.kind IN ('bill', 'bill_cancelled') AND b.tenant_id = e.tenant_id AND b.id = e.source_id
  LEFT JOIN supplier_payment p ON e.kind IN ('payment', 'payment_cancelled') AND p.tenant_id = e.tenant_id AND p.id = e.source_id
  LEFT JOIN credit_note n ON e.kind IN ('credit_note', 'credit_note_cancelled') AND n.tenant_id = e.tenant_id AND n.id = e.source_id;
GRANT SELECT ON supplier_paper TO app_tenant;
