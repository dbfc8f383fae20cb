using Simulator.Api;

namespace Simulator.World.Operations.Applying;

/// <summary>Settings, quotas and autoscalers.</summary>
internal static class AppliedSettings
{
    /// <summary>The values are not kept: their size is that of the manifest, or what it was.</summary>
    public static ConfigMap Merge(ConfigMap stored, ConfigMap wanted, Claims all) => stored with
    {
        Keys = Keys(stored.Keys, wanted.Keys, all.Below("data")),
        SizeBytes = all.Choose("data", stored.SizeBytes, wanted.SizeBytes),
    };

    public static Secret Merge(Secret stored, Secret wanted, Claims all) => stored with
    {
        Keys = Keys(stored.Keys, wanted.Keys, all.Below("data")),
        Type = all.Choose("type", stored.Type, wanted.Type),
        EmptyKeys = all.Choose("data", stored.EmptyKeys, wanted.EmptyKeys),
        DockerConfigFault = all.Choose("data", stored.DockerConfigFault, wanted.DockerConfigFault),
        SizeBytes = all.Choose("data", stored.SizeBytes, wanted.SizeBytes),
    };

    public static ResourceQuota Merge(ResourceQuota stored, ResourceQuota wanted, Claims spec) => stored with
    {
        Hard = spec.Merge("hard", stored.Hard, wanted.Hard),
        Scopes = spec.Choose("scopes", stored.Scopes, wanted.Scopes),
        UnknownScopes = spec.Choose("scopes", stored.UnknownScopes, wanted.UnknownScopes),
    };

    public static HorizontalPodAutoscaler Merge(HorizontalPodAutoscaler stored, HorizontalPodAutoscaler wanted, Claims spec) => stored with
    {
        TargetKind = wanted.TargetKind,
        TargetName = wanted.TargetName,
        MinReplicas = spec.Choose("minReplicas", stored.MinReplicas, wanted.MinReplicas),
        MaxReplicas = spec.Choose("maxReplicas", stored.MaxReplicas, wanted.MaxReplicas),
        Metrics = spec.Choose("metrics", stored.Metrics, wanted.Metrics),
        Behavior = spec.Choose("behavior", stored.Behavior, wanted.Behavior),
        TargetCpuUtilization = spec.Mention("cpuUtilization") || spec.Mention("metrics")
            ? wanted.TargetCpuUtilization
            : spec.Choose("targetCPUUtilizationPercentage", stored.TargetCpuUtilization, wanted.TargetCpuUtilization),
    };

    /// <summary>In byte order.</summary>
    private static IReadOnlyList<string> Keys(IReadOnlyList<string> stored, IReadOnlyList<string> wanted, Claims data) =>
        [.. stored.Where(key => data.Last?[key] is null).Concat(wanted).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
