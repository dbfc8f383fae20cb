using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>What a namespace uses, counted anew (CalculateUsage in pkg/quota/resources.go of 1.3.10).</summary>
public static class QuotaCount
{
    /// <summary>Kinds whose objects have to be looked at for a quota, in kind order.</summary>
    public static IReadOnlyList<string> KindsOf(ResourceQuota quota) =>
        [.. QuotaEvaluators.All.Where(evaluator => quota.Hard.CountedBy(evaluator).Amounts.Length > 0).Select(evaluator => evaluator.Kind)];

    /// <summary>The status that the quota should have; the objects are those of its namespace.</summary>
    public static ResourceQuotaStatus StatusOf(ResourceQuota quota, IEnumerable<ApiObject> objects)
    {
        var used = ZeroOf(quota.Hard);
        foreach (var value in objects)
        {
            if (QuotaEvaluators.Find(value.Kind) is { } evaluator && quota.Covers(evaluator, value))
            {
                used = used.Plus(evaluator.UsageOf(value).Only(quota.Hard.Has));
            }
        }

        return new ResourceQuotaStatus { Hard = quota.Hard, Used = used };
    }

    public static bool IsSame(ResourceQuotaStatus left, ResourceQuotaStatus right) =>
        left.Hard.SameAs(right.Hard) && left.Used.SameAs(right.Used);

    private static ResourceList ZeroOf(ResourceList hard)
    {
        var zeros = new List<KeyValuePair<string, Quantity>>();
        foreach (var (name, _) in hard.Amounts) zeros.Add(new(name, Quantity.Zero));
        return ResourceList.Of(zeros);
    }
}
