namespace Simulator.Api.Validation;

/// <summary>Replication controllers (ValidateReplicationController in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ReplicationControllerRules
{
    public static void Check(ReplicationController controller, FieldErrors errors)
    {
        ObjectMetaRules.Check(controller, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckSpec(controller, errors);
    }

    public static void CheckUpdate(ReplicationController now, FieldErrors errors)
    {
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now, errors);
    }

    private static void CheckSpec(ReplicationController controller, FieldErrors errors)
    {
        var template = FieldPath.Spec.Child("template");
        if (controller.Selector.Count == 0) errors.Required(FieldPath.Spec.Child("selector"));
        errors.Negative(FieldPath.Spec.Child("replicas"), controller.Replicas);
        if (ReferenceEquals(controller.Template, PodTemplate.None))
        {
            errors.Required(template);
            return;
        }

        if (!controller.Selector.IsSubsetOf(controller.Template.Labels)) SelectorRules.RefuseLabels(controller.Template, template, errors);
        PodTemplateRules.CheckReplicated(controller.Template, controller.Replicas, errors);
    }
}
