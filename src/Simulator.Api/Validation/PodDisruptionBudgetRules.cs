
namespace Simulator.Api.Validation;

/// <summary>Disruption budgets (ValidatePodDisruptionBudgetSpec in pkg/apis/policy/validation/validation.go of 1.20).</summary>
internal static class PodDisruptionBudgetRules
{
    public static void Check(PodDisruptionBudget budget, FieldErrors errors)
    {
        StepRules.CheckByLooks(budget.MinAvailable, FieldPath.Spec.Child("minAvailable"), errors);
        StepRules.CheckByLooks(budget.MaxUnavailable, FieldPath.Spec.Child("maxUnavailable"), errors);
    }
}
