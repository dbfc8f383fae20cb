using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// Of objects of apps/v1 the selector stays what it was (ValidateUpdate in pkg/registry/apps/*/strategy.go of 1.20); the earlier groups let
/// it be changed, and their owners then leave their pods behind.
/// </summary>
internal static class FixedSelectors
{
    /// <summary>Came with apps/v1beta1 and its successors: a version that acts upon it keeps its owners there.</summary>
    private const string Feature = "Deployment spec.progressDeadlineSeconds";

    public static void Check(LabelSelector? old, LabelSelector? now, FieldErrors errors)
    {
        if (errors.ActsUpon(Feature) && !CanonicalText.AreEqual(old, now))
            errors.InvalidJson(FieldPath.Spec.Child("selector"), JsonText.Of(now), "field is immutable");
    }
}
