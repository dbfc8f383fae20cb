namespace Simulator.Api.Validation;

/// <summary>
/// Nodes (ValidateNode in pkg/api/validation/validation.go of 1.3.10). An update may change anything that the simulator keeps of a node.
/// </summary>
internal static class NodeRules
{
    public static void Check(Node node, FieldErrors errors)
    {
        ObjectMetaRules.Check(node, Scope.Cluster, TextRules.Dns1123Subdomain, errors);
        CheckTaints(node, errors);

        // Its name stands in where a node does not say who it is to the cloud (SetDefaults_Node).
        if (node.Name.Length == 0) errors.Required(FieldPath.Spec.Child("externalID"));
    }

    public static void CheckUpdate(Node now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckTaints(now, errors);
    }

    private static void CheckTaints(Node node, FieldErrors errors)
    {
        if (errors.ActsUpon("pod.tolerations[].effect")) TaintRules.CheckLater(node.Spec.Taints.Value ?? [], errors);
        else if (node.Metadata.Annotations.ValueOrEmpty(WellKnownAnnotations.Taints).Length > 0)
            TaintRules.CheckTaints(node.Spec.Taints, FieldPath.Metadata.Child("annotations"), errors);
    }
}
