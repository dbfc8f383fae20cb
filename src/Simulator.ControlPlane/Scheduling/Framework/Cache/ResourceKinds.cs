using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Cache;

/// <summary>Which resources beside cpu, memory and ephemeral storage are counted (IsScalarResourceName of 1.20).</summary>
public static class ResourceKinds
{
    public const string AttachableVolumes = "attachable-volumes-";

    private const string Native = "kubernetes.io/";

    public static bool IsScalar(string name) =>
        name.Contains(Native, StringComparison.Ordinal)
        || name.StartsWith("hugepages-", StringComparison.Ordinal)
        || name.StartsWith(AttachableVolumes, StringComparison.Ordinal)
        || IsExtended(name);

    /// <summary>Of a vendor.</summary>
    public static bool IsExtended(string name) =>
        name.Contains('/', StringComparison.Ordinal)
        && !name.Contains(Native, StringComparison.Ordinal)
        && !name.StartsWith("requests.", StringComparison.Ordinal)
        && LabelRules.IsValidKey("requests." + name);
}
