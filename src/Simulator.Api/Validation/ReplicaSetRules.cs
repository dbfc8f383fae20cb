using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// ReplicaSets, and what they have in common with Deployments (ValidateReplicaSetSpec in pkg/apis/extensions/validation/validation.go of
/// 1.3.10).
/// </summary>
internal static class ReplicaSetRules
{
    public static void Check(ReplicaSet set, FieldErrors errors)
    {
        ObjectMetaRules.Check(set, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckSpec(set.Replicas, set.Selector, set.Template, errors);
    }

    public static void CheckUpdate(ReplicaSet old, ReplicaSet now, FieldErrors errors)
    {
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now.Replicas, now.Selector, now.Template, errors);
        FixedSelectors.Check(old.Selector, now.Selector, errors);
    }

    /// <remarks>The message about an empty selector names a deployment for both.</remarks>
    public static void CheckSpec(int replicas, LabelSelector? selector, PodTemplate template, FieldErrors errors)
    {
        errors.Negative(FieldPath.Spec.Child("replicas"), replicas);
        SelectorRules.CheckOwn(selector, "deployment", errors);
        var matches = SelectorRules.Matches(selector, template.Labels);
        if (matches is null)
        {
            errors.InvalidJson(FieldPath.Spec.Child("selector"), JsonText.Of(selector), "invalid label selector.");
            return;
        }

        if (matches is false) SelectorRules.RefuseLabels(template, FieldPath.Spec.Child("template"), errors);
        PodTemplateRules.CheckReplicated(template, replicas, errors);
    }
}
