using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Quotas (ValidateResourceQuota in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class ResourceQuotaRules
{
    private static readonly string[] OfPods =
    [
        ResourceNames.Pods, ResourceNames.Cpu, ResourceNames.Memory, ResourceNames.RequestsCpu, ResourceNames.RequestsMemory,
        ResourceNames.LimitsCpu, ResourceNames.LimitsMemory,
    ];

    /// <summary>What is counted in pieces.</summary>
    private static readonly string[] Whole =
    [
        ResourceNames.Pods, ResourceNames.Quotas, ResourceNames.Services, ResourceNames.ReplicationControllers, ResourceNames.Secrets,
        ResourceNames.ConfigMaps,
        ResourceNames.Claims, ResourceNames.NodePorts, ResourceNames.LoadBalancers,
    ];

    private static readonly FieldPath Scopes = FieldPath.Spec.Child("scopes");

    public static void Check(ResourceQuota quota, FieldErrors errors)
    {
        ObjectMetaRules.Check(quota, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckHard(quota, errors);
        CheckScopes(quota, errors);
    }

    public static void CheckUpdate(ResourceQuota old, ResourceQuota now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckHard(now, errors);
        if (!old.Scopes.ToHashSet().SetEquals(now.Scopes)) errors.InvalidJson(Scopes, JsonOf(now), "field is immutable");
        CheckScopes(now, errors);
    }

    private static void CheckHard(ResourceQuota quota, FieldErrors errors)
    {
        foreach (var (name, amount) in quota.Hard.Amounts)
        {
            var path = FieldPath.Spec.Child("hard").Key(name);
            CheckName(name, path, errors);
            if (amount.Nanos < 0) errors.Invalid(path, amount.ToString(), "must be greater than or equal to 0");
            if (Whole.Contains(name) && amount.MilliValue % 1000 != 0) errors.Invalid(path, amount.ToString(), "must be an integer");
        }
    }

    /// <summary>A name with a domain belongs to somebody else and will do in any form.</summary>
    private static void CheckName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Contains('/') || IsCounted(name)) return;
        ResourceRules.CheckName(name, path, errors);
        errors.Invalid(path, name, "must be a standard resource for quota");
    }

    private static void CheckScopes(ResourceQuota quota, FieldErrors errors)
    {
        foreach (var _ in quota.UnknownScopes) errors.InvalidJson(Scopes, JsonOf(quota), "unsupported scope");
        foreach (var scope in quota.Scopes)
        {
            foreach (var (name, _) in quota.Hard.Amounts)
            {
                var fits = scope == QuotaScope.BestEffort ? name == ResourceNames.Pods : OfPods.Contains(name);
                if (IsCounted(name) && !fits) errors.InvalidJson(Scopes, JsonOf(quota), "unsupported scope applied to resource");
            }
        }

        RefusePair(quota, QuotaScope.BestEffort, QuotaScope.NotBestEffort, errors);
        RefusePair(quota, QuotaScope.Terminating, QuotaScope.NotTerminating, errors);
    }

    private static bool IsCounted(string name) => OfPods.Contains(name) || Whole.Contains(name);

    private static void RefusePair(ResourceQuota quota, QuotaScope one, QuotaScope other, FieldErrors errors)
    {
        if (quota.Scopes.Contains(one) && quota.Scopes.Contains(other)) errors.InvalidJson(Scopes, JsonOf(quota), "conflicting scopes");
    }

    private static string JsonOf(ResourceQuota quota) =>
        JsonText.Of([.. quota.Scopes.Select(scope => scope.ToString()), .. quota.UnknownScopes]);
}
