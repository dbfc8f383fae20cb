using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Disruption budgets (ValidatePodDisruptionBudgetSpec in pkg/apis/policy/validation/validation.go of 1.20).</summary>
internal static class PodDisruptionBudgetRules
{
    public static void Check(PodDisruptionBudget budget, FieldErrors errors)
    {
        ObjectMetaRules.Check(budget, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        if (budget is { MinAvailable: { } least, MaxUnavailable: { } most })
        {
            errors.InvalidJson(
                FieldPath.Spec, JsonText.Map(("minAvailable", JsonText.Of(least)), ("maxUnavailable", JsonText.Of(most))),
                "minAvailable and maxUnavailable cannot be both set");
        }

        Check(budget.MinAvailable, FieldPath.Spec.Child("minAvailable"), errors);
        Check(budget.MaxUnavailable, FieldPath.Spec.Child("maxUnavailable"), errors);
        SelectorRules.Check(budget.Selector, FieldPath.Spec.Child("selector"), errors);
    }

    private static void Check(string? amount, FieldPath path, FieldErrors errors)
    {
        StepRules.CheckByLooks(amount, path, errors);
        StepRules.AtMostAll(amount, path, errors);
    }
}
