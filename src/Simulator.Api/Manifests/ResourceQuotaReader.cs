namespace Simulator.Api;

/// <summary>v1 ResourceQuota.</summary>
internal static class ResourceQuotaReader
{
    private static readonly string[] OfPods =
    [
        ResourceNames.Pods, ResourceNames.Cpu, ResourceNames.Memory, ResourceNames.RequestsCpu, ResourceNames.RequestsMemory, ResourceNames.LimitsCpu, ResourceNames.LimitsMemory,
    ];

    private static readonly string[] OfObjects =
    [
        ResourceNames.Services, ResourceNames.LoadBalancers, ResourceNames.NodePorts, ResourceNames.ReplicationControllers,
        ResourceNames.Quotas, ResourceNames.Secrets, ResourceNames.ConfigMaps, ResourceNames.Claims,
    ];

    private static readonly Dictionary<string, QuotaScope> Scopes = Enum.GetValues<QuotaScope>().ToDictionary(scope => scope.ToString());

    public static ResourceQuota Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        var quota = fields.ReadSpec(ReadSpec, new ResourceQuota());
        return quota with { Metadata = metadata, Status = fields.Object("status", ReadStatus) ?? new ResourceQuotaStatus() };
    }

    private static ResourceQuotaStatus ReadStatus(FieldReader fields) => new()
    {
        Hard = fields.Optional("hard")?.Amounts() ?? ResourceList.Empty,
        Used = fields.Optional("used")?.Amounts() ?? ResourceList.Empty,
    };

    private static ResourceQuota ReadSpec(FieldReader fields)
    {
        var hard = fields.Optional("hard");
        var quota = new ResourceQuota
        {
            Hard = hard?.Resources() ?? ResourceList.Empty,
            Scopes = [.. fields.Optional("scopes")?.Items().Select(item => item.OneOf(Scopes)).OfType<QuotaScope>() ?? []],
        };
        if (fields.Context.Validates) Check(fields, hard, quota);
        return quota;
    }

    /// <summary>ValidateResourceQuotaSpec of 1.3.10.</summary>
    private static void Check(FieldReader fields, SourceCursor? hard, ResourceQuota quota)
    {
        foreach (var (name, _) in quota.Hard.Amounts) CheckName(fields, name, quota.Scopes);
        if (hard is null) fields.Error("the key 'hard' is missing; it says how much of each resource is allowed");
        if (quota.Scopes.Contains(QuotaScope.Terminating) && quota.Scopes.Contains(QuotaScope.NotTerminating)) fields.ErrorAt("scopes", "no pod is both Terminating and NotTerminating");
        if (quota.Scopes.Contains(QuotaScope.BestEffort) && quota.Scopes.Contains(QuotaScope.NotBestEffort)) fields.ErrorAt("scopes", "no pod is both BestEffort and NotBestEffort");
    }

    private static void CheckName(FieldReader fields, string name, IReadOnlyList<QuotaScope> scopes)
    {
        // Names with a slash belong to somebody else and are kept without effect.
        if (name.Contains('/')) return;
        string[] all = [.. OfPods, .. OfObjects];
        if (!all.Contains(name)) fields.ErrorAt("hard", $"'{Wording.Shortened(name)}' is not a resource that a quota counts; allowed are {Wording.Listed(all)}{Wording.DidYouMean(name, all)}");
        else if (scopes.Count > 0 && !OfPods.Contains(name)) fields.ErrorAt("hard", $"'{name}' cannot be counted by scope; allowed beside scopes are {Wording.Listed(OfPods)}");
        else if (scopes.Contains(QuotaScope.BestEffort) && name != ResourceNames.Pods) fields.ErrorAt("hard", $"'{name}' is nothing that BestEffort pods ask for; allowed beside that scope is pods");
    }
}
