using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>DaemonSets (ValidateDaemonSet in pkg/apis/extensions/validation/validation.go of 1.3.10).</summary>
internal static class DaemonSetRules
{
    public static void Check(DaemonSet set, FieldErrors errors)
    {
        ObjectMetaRules.Check(set, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckSpec(set, errors);
    }

    public static void CheckUpdate(DaemonSet now, FieldErrors errors)
    {
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now, errors);
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
        StepRules.CheckByLooks(
            set.MaxUnavailable, FieldPath.Spec.Child("updateStrategy").Child("rollingUpdate").Child("maxUnavailable"), errors);
    }
}
