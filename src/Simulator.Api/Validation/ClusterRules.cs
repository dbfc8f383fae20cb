namespace Simulator.Api.Validation;

/// <summary>Members of a federation (federation/apis/federation/validation/validation.go of 1.3.10).</summary>
internal static class ClusterRules
{
    public static void Check(Cluster cluster, FieldErrors errors)
    {
        ObjectMetaRules.Check(cluster, Scope.Cluster, TextRules.Dns1123Subdomain, errors);
        if (cluster.ServerAddresses.Count == 0) errors.Required(FieldPath.Spec.Child("serverAddressByClientCIDRs"));
    }

    public static void CheckUpdate(Cluster now, FieldErrors errors) => ObjectMetaRules.CheckUpdate(now, errors);
}
