using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// PetSets (pkg/apis/apps/validation/validation.go of 1.3.10): of the template only the metadata and the restart policy are looked at; the
/// pods show the rest.
/// </summary>
internal static class PetSetRules
{
    /// <summary>A version that acts upon it updates its pods.</summary>
    private const string Updates = "StatefulSet spec.updateStrategy";

    public static void Check(PetSet set, FieldErrors errors)
    {
        ObjectMetaRules.Check(set, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        errors.Negative(FieldPath.Spec.Child("replicas"), set.Replicas);
        if (errors.ActsUpon(Updates)) CheckPolicies(set, errors);
        SelectorRules.CheckOwn(set.Selector, "petset", errors);
        CheckTemplate(set, errors);
        PodTemplateRules.CheckRestart(set.Template, errors, "Always");
    }

    /// <summary>Nothing but the number of replicas may change, labels and annotations included.</summary>
    public static void CheckUpdate(PetSet old, PetSet now, FieldErrors errors)
    {
        Check(now, errors);
        if (errors.ActsUpon(Updates)) CheckLaterUpdate(old, now, errors);
        else if (!CanonicalText.AreEqual(Comparable(old, old), Comparable(now, old)))
            errors.Forbidden(FieldPath.Spec, "updates to petset spec for fields other than 'replicas' are forbidden.");
        errors.Negative(FieldPath.Spec.Child("replicas"), now.Replicas);
    }

    /// <summary>ValidateStatefulSetUpdate of 1.20: it may be updated, and its labels are its owner's business.</summary>
    private static void CheckLaterUpdate(PetSet old, PetSet now, FieldErrors errors)
    {
        var changed = Comparable(now, old) with
        {
            Metadata = old.Metadata,
            Template = old.Template,
            UpdateStrategy = old.UpdateStrategy,
            Partition = old.Partition,
        };
        if (!CanonicalText.AreEqual(Comparable(old, old) with { Metadata = old.Metadata }, changed))
        {
            errors.Forbidden(
                FieldPath.Spec,
                "updates to statefulset spec for fields other than 'replicas', 'template', and 'updateStrategy' are forbidden");
        }
    }

    /// <summary>ValidateStatefulSetSpec of 1.20.</summary>
    private static void CheckPolicies(PetSet set, FieldErrors errors)
    {
        var (policy, strategy) = (FieldPath.Spec.Child("podManagementPolicy"), FieldPath.Spec.Child("updateStrategy"));
        if (set.PodManagementPolicy is not ("OrderedReady" or "Parallel"))
            errors.Invalid(policy, set.PodManagementPolicy, "must be 'OrderedReady' or 'Parallel'");
        switch (set.UpdateStrategy)
        {
            case "RollingUpdate":
                errors.Negative(strategy.Child("rollingUpdate").Child("partition"), set.Partition ?? 0); break;
            case "OnDelete" when set.Partition is { } partition:
                errors.InvalidJson(
                    strategy.Child("rollingUpdate"), JsonText.Map(("partition", JsonText.Of(partition))),
                    "only allowed for updateStrategy 'RollingUpdate'"); break;
            case "OnDelete": break;
            default: errors.Invalid(strategy, set.UpdateStrategy, "must be 'RollingUpdate' or 'OnDelete'"); break;
        }
    }

    private static void CheckTemplate(PetSet set, FieldErrors errors)
    {
        var matches = SelectorRules.Matches(set.Selector, set.Template.Labels);
        if (matches is null)
        {
            errors.InvalidJson(FieldPath.Spec.Child("selector"), JsonText.Of(set.Selector), "");
            return;
        }

        if (matches is false) SelectorRules.RefuseLabels(set.Template, FieldPath.Spec.Child("template"), errors);
        PodTemplateRules.CheckMeta(set.Template, errors);
    }

    /// <summary>What every update may or must change is as in the stored set.</summary>
    private static PetSet Comparable(PetSet set, PetSet stored) => set with
    {
        Replicas = stored.Replicas,
        Status = stored.Status,
        Metadata = stored.Metadata with { Labels = set.Metadata.Labels, Annotations = set.Metadata.Annotations },
    };
}
