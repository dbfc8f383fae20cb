using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>All kinds that quotas count (pkg/quota/evaluator/core/registry.go of 1.3.10), in kind order.</summary>
internal static class QuotaEvaluators
{
    public static IReadOnlyList<IQuotaEvaluator> All { get; } =
    [
        new CountedObjects("ConfigMap", ResourceNames.ConfigMaps),
        new CountedObjects("PersistentVolumeClaim", ResourceNames.Claims),
        new PodUsage(),
        new CountedObjects("ReplicationController", ResourceNames.ReplicationControllers),
        new CountedObjects("ResourceQuota", ResourceNames.Quotas),
        new CountedObjects("Secret", ResourceNames.Secrets),
        new ServiceUsage(),
    ];

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Select(evaluator => evaluator.Kind)];

    /// <summary>Null if no quota counts the kind.</summary>
    public static IQuotaEvaluator? Find(string kind)
    {
        foreach (var evaluator in All)
        {
            if (evaluator.Kind == kind) return evaluator;
        }

        return null;
    }

    /// <summary>Those of the resources that the evaluator counts.</summary>
    public static ResourceList CountedBy(this ResourceList amounts, IQuotaEvaluator evaluator) =>
        amounts.Only(evaluator.Resources.Contains);

    /// <summary>True if the object is in all scopes of the quota.</summary>
    public static bool Covers(this ResourceQuota quota, IQuotaEvaluator evaluator, ApiObject value)
    {
        foreach (var scope in quota.Scopes)
        {
            if (!evaluator.IsInScope(scope, value)) return false;
        }

        return true;
    }
}
