using Simulator.Api;

namespace Simulator.ControlPlane.Admission;

/// <summary>
/// Charges a new object to the quotas of its namespace, or refuses it (plugin/pkg/admission/resourcequota/controller.go of 1.3.10).
/// </summary>
/// <remarks>Quirk: what counts is the status, so a quota holds nobody back until the quota controller has counted for the first
/// time.</remarks>
public static class QuotaRule
{
    /// <summary>The verdict, and the quotas with what they then count; the caller stores those with the object.</summary>
    /// <param name="quotas">Of the object's namespace, in the order in which they are asked.</param>
    public static (
        AdmissionVerdict Verdict, IReadOnlyList<ResourceQuota> Charged) Charge(ApiObject value, IReadOnlyList<ResourceQuota> quotas)
    {
        if (QuotaEvaluators.Find(value.Kind) is not { } evaluator) return (AdmissionVerdict.Admit(value), []);
        List<ResourceQuota> concerned = [];
        foreach (var quota in quotas)
        {
            if (quota.Status.Hard.CountedBy(evaluator).Amounts.Length == 0 || !quota.Covers(evaluator, value)) continue;
            if (Unanswerable(quota, evaluator, value) is { } fault) return (AdmissionVerdict.Forbid(value, fault), []);
            concerned.Add(quota);
        }

        return Charge(value, evaluator.UsageOf(value), concerned);
    }

    /// <summary>What the quota constrains must be said by the object and known of the namespace.</summary>
    private static string? Unanswerable(ResourceQuota quota, IQuotaEvaluator evaluator, ApiObject value)
    {
        string[] constrained = [.. evaluator.Resources.Where(quota.Status.Hard.Has)];
        if (evaluator.Missing(value, constrained) is { Count: > 0 } missing)
        {
            return $"failed quota: {quota.Name}: must specify {string.Join(',', missing)}";
        }
        return constrained.All(quota.Status.Used.Has) ? null : $"status unknown for quota: {quota.Name}";
    }

    private static (AdmissionVerdict Verdict, IReadOnlyList<ResourceQuota> Charged) Charge(
        ApiObject value, ResourceList usage, List<ResourceQuota> quotas)
    {
        List<ResourceQuota> charged = [];
        foreach (var quota in quotas)
        {
            var (hard, used) = (quota.Status.Hard, quota.Status.Used);
            var requested = usage.Only(hard.Has);
            var exceeded = requested.Only(name => used.AmountOf(name).Nanos + requested.AmountOf(name).Nanos > hard.AmountOf(name).Nanos);
            if (exceeded.Amounts.Length > 0) return (AdmissionVerdict.Forbid(value, Exceeded(quota, exceeded)), []);
            charged.Add(quota with { Status = quota.Status with { Used = used.Plus(requested) } });
        }

        return (AdmissionVerdict.Admit(value), charged);
    }

    private static string Exceeded(ResourceQuota quota, ResourceList requested) =>
        $"exceeded quota: {quota.Name}, requested: {requested.Shown()}, used: {quota.Status.Used.Only(requested.Has).Shown()}, limited: "
            + $"{quota.Status.Hard.Only(requested.Has).Shown()}";
}
