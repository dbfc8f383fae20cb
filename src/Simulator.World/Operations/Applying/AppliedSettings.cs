using Simulator.Api;

namespace Simulator.World;

/// <summary>Settings, quotas and autoscalers.</summary>
internal static class AppliedSettings
{
    public static ConfigMap Merge(ConfigMap stored, ConfigMap wanted, Claims data) => stored with { Keys = Keys(stored.Keys, wanted.Keys, data) };

    public static Secret Merge(Secret stored, Secret wanted, Claims data) => stored with { Keys = Keys(stored.Keys, wanted.Keys, data) };

    public static ResourceQuota Merge(ResourceQuota stored, ResourceQuota wanted, Claims spec) => stored with
    {
        Hard = spec.Merge("hard", stored.Hard, wanted.Hard),
        Scopes = spec.Choose("scopes", stored.Scopes, wanted.Scopes),
    };

    public static HorizontalPodAutoscaler Merge(HorizontalPodAutoscaler stored, HorizontalPodAutoscaler wanted, Claims spec) => stored with
    {
        TargetKind = wanted.TargetKind,
        TargetName = wanted.TargetName,
        MinReplicas = spec.Choose("minReplicas", stored.MinReplicas, wanted.MinReplicas),
        MaxReplicas = spec.Choose("maxReplicas", stored.MaxReplicas, wanted.MaxReplicas),
        TargetCpuUtilization = spec.Mention("cpuUtilization") ? wanted.TargetCpuUtilization : spec.Choose("targetCPUUtilizationPercentage", stored.TargetCpuUtilization, wanted.TargetCpuUtilization),
    };

    /// <summary>In byte order.</summary>
    private static IReadOnlyList<string> Keys(IReadOnlyList<string> stored, IReadOnlyList<string> wanted, Claims data) =>
        [.. stored.Where(key => data.Last?[key] is null).Concat(wanted).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
