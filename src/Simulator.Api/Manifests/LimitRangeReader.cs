using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>v1 LimitRange.</summary>
internal static class LimitRangeReader
{
    private static readonly Dictionary<string, LimitType> Types = new(StringComparer.Ordinal)
    {
        ["Pod"] = LimitType.Pod,
        ["Container"] = LimitType.Container,
    };

    public static LimitRange Read(FieldReader fields)
    {
        var metadata = MetaReader.Read(fields, Scope.Namespaced);
        return fields.ReadSpec(ReadSpec, new LimitRange()) with { Metadata = metadata };
    }

    private static LimitRange ReadSpec(FieldReader fields) => new() { Limits = fields.List("limits", ReadItem) };

    private static LimitRangeItem ReadItem(FieldReader fields)
    {
        var type = fields.Text("type");
        var item = new LimitRangeItem
        {
            Type = Types.GetValueOrDefault(type, LimitType.Other),
            OtherType = Types.ContainsKey(type) ? "" : type,
            Min = Amounts(fields, "min"),
            Max = Amounts(fields, "max"),
            Default = Amounts(fields, "default"),
            DefaultRequest = Amounts(fields, "defaultRequest"),
            MaxLimitRequestRatio = Amounts(fields, "maxLimitRequestRatio"),
        };
        return item.Type == LimitType.Container ? WithDefaults(item) : item;
    }

    private static ResourceList Amounts(FieldReader fields, string key) => fields.Optional(key)?.Amounts() ?? ResourceList.Empty;

    /// <summary>
    /// The limit is the largest one allowed, the request that limit or else the smallest allowed (SetDefaults_LimitRangeItem of
    /// api/v1/defaults.go).
    /// </summary>
    private static LimitRangeItem WithDefaults(LimitRangeItem item)
    {
        var limits = Filled(item.Default, item.Max);
        return item with { Default = limits, DefaultRequest = Filled(Filled(item.DefaultRequest, limits), item.Min) };
    }

    /// <summary>Amounts, and those of others where they are absent.</summary>
    private static ResourceList Filled(ResourceList amounts, ResourceList others) =>
        ResourceList.Of([.. others.Amounts, .. amounts.Amounts]);
}
