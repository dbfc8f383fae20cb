using Simulator.Api;

namespace Simulator.Scenarios.Generators;

/// <summary>A second namespace, what pods of either may ask for, and the settings that they read.</summary>
internal static class DrawnNamespaces
{
    public const string Team = "team";

    /// <summary>What pods read; the second comes late or never.</summary>
    public static readonly string[] Settings = ["settings", "late-settings"];

    public static IEnumerable<ApiObject> Draw(Dice dice)
    {
        yield return new Namespace { Metadata = new ObjectMeta { Name = Team } };
        foreach (var name in new[] { "default", Team })
        {
            yield return Map(Settings[0], name);
            if (dice.Chance(0.2)) yield return Limits(dice, name);
            if (dice.Chance(0.2)) yield return Quota(dice, name);
        }
    }

    public static ConfigMap Map(string name, string space) => new() { Metadata = Meta(name, space), Keys = ["a"] };

    private static LimitRange Limits(Dice dice, string space) => new()
    {
        Metadata = Meta("limits", space),
        Limits =
        [
            new LimitRangeItem
            {
                Type = LimitType.Container,
                DefaultRequest = Cpu(dice.Of(20, 100, 300)),
                Default = Cpu(dice.Of(300, 600)),
                Max = dice.Chance(0.3) ? Cpu(2000) : ResourceList.Empty,
            },
        ],
    };

    private static ResourceQuota Quota(Dice dice, string space) => new()
    {
        Metadata = Meta("quota", space),
        Hard = dice.Chance(0.6)
            ? ResourceList.Of((ResourceNames.Pods, Quantity.FromUnits(dice.Between(5, 60))))
            : Cpu(dice.Between(500, 20_000)),
        Scopes = dice.Chance(0.15) ? [QuotaScope.NotTerminating] : [],
    };

    private static ResourceList Cpu(long milli) => ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milli)));

    private static ObjectMeta Meta(string name, string space) => new() { Name = name, Namespace = space };
}
