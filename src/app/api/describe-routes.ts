import type { Endpoint } from "./endpoint.ts";
import { METHODS, type Method } from "./other-methods.ts";
import type { PublicEndpoint } from "./public-endpoint.ts";
import { ROUTES } from "./routes.ts";

/** One operation of the API and the plan that answers it. */
export interface DescribedRoute {
  /** With parameters in braces: "/api/v1/ops/sales/{id}". */
  path: string;
  method: Method;
  /** Null for callers without a token. */
  permission: Endpoint["plan"]["permission"];
  isPublic: boolean;
  plan: Pick<Endpoint["plan"], "summary" | "query" | "body" | "reads" | "answer" | "answerType" | "status" | "refusals">;
}

/** What the route files themselves say, in the order of the list. */
export async function describeRoutes(): Promise<DescribedRoute[]> {
  const described = Object.entries(ROUTES).map(async ([path, load]) => {
    const file = (await load()) as Partial<Record<Method, Partial<Endpoint> & Partial<PublicEndpoint>>>;
    return METHODS.flatMap((method): DescribedRoute[] => {
      const { plan, publicPlan } = file[method] ?? {};
      const permission = plan?.permission ?? null;
      const described = plan ?? publicPlan;
      return described ? [{ path, method, permission, isPublic: !plan, plan: described }] : [];
    });
  });
  return (await Promise.all(described)).flat();
}
