namespace Simulator.Serve.Resources;

/// <summary>The groups beside v1, in the order of discovery.</summary>
public static class GroupTable
{
    public static IReadOnlyList<ServedGroup> All { get; } =
    [
        new("apps", "v1alpha1"),
        new("autoscaling", "v1"),
        new("batch", "v1", "v2alpha1"),
        new("extensions", "v1beta1"),
        new("policy", "v1alpha1"),
        new("rbac.authorization.k8s.io", "v1alpha1"),
    ];
}
