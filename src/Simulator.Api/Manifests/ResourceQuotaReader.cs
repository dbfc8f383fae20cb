using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 ResourceQuota.</summary>
internal static class ResourceQuotaReader
{
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
        var scopes = fields.Texts("scopes");
        return new ResourceQuota
        {
            Hard = fields.Optional("hard")?.Amounts() ?? ResourceList.Empty,
            Scopes = [.. scopes.Where(Scopes.ContainsKey).Select(scope => Scopes[scope])],
            UnknownScopes = [.. scopes.Where(scope => !Scopes.ContainsKey(scope))],
        };
    }
}
