using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>DaemonSets (ValidateDaemonSet in pkg/apis/extensions/validation/validation.go of 1.3.10).</summary>
internal static class DaemonSetRules
{
    private static readonly FieldPath Strategy = FieldPath.Spec.Child("updateStrategy");

    public static void Check(DaemonSet set, FieldErrors errors)
    {
        ObjectMetaRules.Check(set, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckSpec(set, errors);
    }

    public static void CheckUpdate(DaemonSet old, DaemonSet now, FieldErrors errors)
    {
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now, errors);
        FixedSelectors.Check(old.Selector, now.Selector, errors);
    }

    private static void CheckSpec(DaemonSet set, FieldErrors errors)
    {
        var (selector, template) = (FieldPath.Spec.Child("selector"), FieldPath.Spec.Child("template"));
        SelectorRules.Check(set.Selector, selector, errors);
        if (SelectorRules.Matches(set.Selector, set.Template.Labels) is false) SelectorRules.RefuseLabels(set.Template, template, errors);
        if (set.Selector is { IsEmpty: true })
            errors.InvalidJson(selector, JsonText.Of(set.Selector), "empty selector is not valid for daemonset.");
        PodTemplateRules.Check(set.Template, errors);
        VolumeRules.RefuseSharedWriting(set.Template, template, errors);
        PodTemplateRules.CheckRestart(set.Template, errors, "Always");

        // 1.3 has no rolling update of them.
        var unavailable = Strategy.Child("rollingUpdate").Child("maxUnavailable");
        StepRules.CheckByLooks(set.MaxUnavailable, unavailable, errors);
        if (errors.ActsUpon("DaemonSet spec.updateStrategy")) CheckStrategy(set, unavailable, errors);
    }

    /// <summary>ValidateDaemonSetUpdateStrategy of 1.20.</summary>
    private static void CheckStrategy(DaemonSet set, FieldPath unavailable, FieldErrors errors)
    {
        if (set.UpdateStrategy is not ("RollingUpdate" or "OnDelete"))
            errors.Unsupported(Strategy, set.UpdateStrategy, "RollingUpdate", "OnDelete");
        if (set.UpdateStrategy != "RollingUpdate") return;
        if (set.MaxUnavailable is "0" or "0%") errors.Invalid(unavailable, set.MaxUnavailable, "cannot be 0");
        StepRules.AtMostAll(set.MaxUnavailable, unavailable, errors);
    }
}
