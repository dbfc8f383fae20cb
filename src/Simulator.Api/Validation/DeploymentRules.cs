using System.Globalization;
using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Deployments (ValidateDeployment in pkg/apis/extensions/validation/validation.go of 1.3.10).</summary>
internal static class DeploymentRules
{
    private static readonly FieldPath Strategy = FieldPath.Spec.Child("strategy");

    public static void Check(Deployment deployment, FieldErrors errors)
    {
        ObjectMetaRules.Check(deployment, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckSpec(deployment, errors);
    }

    public static void CheckUpdate(Deployment old, Deployment now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now, errors);
        FixedSelectors.Check(old.Selector, now.Selector, errors);
    }

    private static void CheckSpec(Deployment deployment, FieldErrors errors)
    {
        ReplicaSetRules.CheckSpec(deployment.Replicas, deployment.Selector, deployment.Template, errors);
        CheckStrategy(deployment, errors);
        errors.Negative(FieldPath.Spec.Child("minReadySeconds"), deployment.MinReadySeconds);
        if (deployment.RevisionHistoryLimit is { } limit) errors.Negative(FieldPath.Spec.Child("revisionHistoryLimit"), limit);
        if (errors.ActsUpon("Deployment spec.progressDeadlineSeconds") && deployment.ProgressDeadlineSeconds is { } deadline)
            CheckDeadline(deadline, deployment.MinReadySeconds, errors);
        if (deployment.RollbackTo is { } revision) errors.Negative(FieldPath.Spec.Child("rollback").Child("version"), revision);
    }

    private static void CheckDeadline(int deadline, int minReady, FieldErrors errors)
    {
        var path = FieldPath.Spec.Child("progressDeadlineSeconds");
        errors.Negative(path, deadline);
        if (deadline <= minReady) errors.Invalid(path, deadline, "must be greater than minReadySeconds");
    }

    private static void CheckStrategy(Deployment deployment, FieldErrors errors)
    {
        if (deployment.Strategy == "RollingUpdate") CheckSteps(deployment, Strategy.Child("rollingUpdate"), errors);
        else if (deployment.Strategy != "Recreate") errors.UnsupportedJson(Strategy, JsonOf(deployment), "Recreate", "RollingUpdate");
        else if (deployment.HasRollingUpdate)
            errors.Forbidden(Strategy.Child("rollingUpdate"), "may not be specified when strategy `type` is 'Recreate'");
    }

    private static void CheckSteps(Deployment deployment, FieldPath path, FieldErrors errors)
    {
        var (surge, unavailable) = (deployment.MaxSurge, deployment.MaxUnavailable);
        var (isSurgeText, isUnavailableText) =
            (IsText(surge, deployment.AreTexts.MaxSurge), IsText(unavailable, deployment.AreTexts.MaxUnavailable));
        StepRules.Check(unavailable, isUnavailableText, path.Child("maxUnavailable"), errors);
        StepRules.Check(surge, isSurgeText, path.Child("maxSurge"), errors);
        if (ValueOf(unavailable) == 0 && ValueOf(surge) == 0)
            errors.InvalidJson(
                path.Child("maxUnavailable"), JsonText.OfEither(unavailable, isUnavailableText), "may not be 0 when `maxSurge` is 0");
        if (TextRules.IsPercent(unavailable) && ValueOf(unavailable) > 100)
            errors.Invalid(path.Child("maxUnavailable"), unavailable, "must not be greater than 100%");
    }

    /// <summary>Objects that no user wrote say it by their looks.</summary>
    private static bool IsText(string step, bool wasText) => wasText || step.EndsWith('%');

    private static long ValueOf(string step) => long.TryParse(step.TrimEnd('%'), CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string JsonOf(Deployment deployment) => JsonText.Map(
        ("type", JsonText.Of(deployment.Strategy)),
        ("rollingUpdate", deployment.HasRollingUpdate ? JsonText.Map(
            ("maxUnavailable", JsonText.OfEither(deployment.MaxUnavailable, deployment.AreTexts.MaxUnavailable)),
            ("maxSurge", JsonText.OfEither(deployment.MaxSurge, deployment.AreTexts.MaxSurge))) : ""));
}
